package ronda.server.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import ronda.casework.office.Office;
import ronda.server.OpenDesk;
import ronda.sources.files.Format;

/** Posts with what no database takes for text, among others. */
class OddPostsTest {
  @RegisterExtension static final OpenDesk DESK = new OpenDesk();

  @Test
  void a_nul_or_half_a_sign_in_any_field_stops_none_of_the_posts_beside_it() throws IOException {
    String odd = "a\\u0000\\ud83d";
    String lines =
        Stream.of("id", "author", "platform", "url", "region", "links", "images")
            .map(
                field ->
                    "{\"text\":\"Main di CONTOH88 gacor maxwin %1$s\",\"%2$s\":%3$s}\n"
                        .formatted(odd, field, value(field, odd)))
            .collect(Collectors.joining());

    Batch batch = receive(lines);

    assertThat(batch.rejected()).isZero();
    assertThat(batch.posts()).isEqualTo(7);
    assertThat(batch.found()).isEqualTo(7);
  }

  private static String value(String field, String odd) {
    return field.equals("links") || field.equals("images")
        ? "[\"" + odd + "\"]"
        : "\"" + odd + "\"";
  }

  private static Batch receive(String lines) throws IOException {
    Office office = DESK.office("Dinas Ganjil");
    var sending = new Intake.Sending(office.id(), "uji", Batch.Way.API, "", Optional.empty());
    var bytes = new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8));
    Intake.Answer answer = DESK.bean(Intake.class).receive(sending, bytes, Format.JSONL);
    assertThat(answer).isInstanceOf(Intake.Answer.Done.class);
    return ((Intake.Answer.Done) answer).batch();
  }
}
