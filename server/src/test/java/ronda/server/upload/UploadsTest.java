package ronda.server.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.web.MockMultipartFile;
import ronda.sources.sheets.SheetRefused;

class UploadsTest {
  private static final UUID ANI = new UUID(0, 1);
  private static final UUID BUDI = new UUID(0, 2);

  @TempDir private Path home;
  private Instant now = Instant.now();
  private Uploads uploads;

  @BeforeEach
  void open() throws IOException {
    uploads = new Uploads(home.toString(), () -> now);
  }

  @Test
  void a_file_waits_where_nobody_else_on_the_machine_can_read_it() throws IOException {
    Upload upload = uploads.keep(ANI, sent("a.csv", "Isi\nhalo\n"));

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(upload.file())))
        .isEqualTo("rw-------");
    assertThat(upload.needsNaming()).isTrue();
  }

  @Test
  void a_file_is_shown_to_the_officer_who_sent_it_and_to_nobody_else() throws IOException {
    Upload upload = uploads.keep(ANI, sent("a.csv", "Isi\nhalo\n"));

    assertThat(uploads.of(BUDI, upload.id())).isEmpty();
    assertThat(uploads.take(BUDI, upload.id())).isEmpty();
    assertThat(uploads.of(ANI, upload.id())).hasValue(upload);
  }

  @Test
  void a_file_is_read_once() throws IOException {
    Upload upload = uploads.keep(ANI, sent("a.csv", "Isi\nhalo\n"));

    assertThat(uploads.take(ANI, upload.id())).isPresent();
    assertThat(uploads.take(ANI, upload.id())).isEmpty();
  }

  @Test
  void after_an_hour_a_file_is_gone() throws IOException {
    Upload upload = uploads.keep(ANI, sent("a.csv", "Isi\nhalo\n"));
    now = now.plus(Duration.ofMinutes(61));

    assertThat(uploads.of(ANI, upload.id())).isEmpty();
    assertThat(upload.file()).doesNotExist();
  }

  @Test
  void the_age_of_a_file_is_told_by_our_clock_also_where_the_disk_tells_another_time()
      throws IOException {
    now = now.plus(Duration.ofDays(3));
    Upload upload = uploads.keep(ANI, sent("a.csv", "Isi\nhalo\n"));

    assertThat(uploads.take(ANI, upload.id())).hasValue(upload);
    assertThat(upload.file()).hasContent("Isi\nhalo\n");
  }

  @Test
  void a_file_is_not_swept_away_while_it_is_being_written() throws IOException {
    now = now.plus(Duration.ofDays(3)); // for the disk it is still the day before yesterday
    MockMultipartFile slow =
        new MockMultipartFile(
            "file", "a.csv", null, "Isi\nhalo\n".getBytes(StandardCharsets.UTF_8)) {
          @Override
          public InputStream getInputStream() throws IOException {
            return new FilterInputStream(super.getInputStream()) {
              @Override
              public void close() throws IOException {
                uploads.sweep();
                super.close();
              }
            };
          }
        };

    assertThat(uploads.keep(ANI, slow).file()).hasContent("Isi\nhalo\n");
  }

  @Test
  void only_the_three_latest_files_of_an_officer_wait() throws IOException {
    for (int i = 0; i < 5; i++) {
      now = now.plusSeconds(1);
      uploads.keep(ANI, sent("a.csv", "Isi\nhalo\n"));
    }

    try (Stream<Path> files = Files.list(home.resolve("uploads"))) {
      assertThat(files).hasSize(3);
    }
  }

  @Test
  void nothing_waits_and_no_folder_is_left_when_the_server_ends() throws IOException {
    Uploads without = new Uploads("", () -> now);
    Upload waits = without.keep(ANI, sent("a.csv", "Isi\nhalo\n"));
    Upload beingRead = without.keep(BUDI, sent("b.csv", "Isi\nhalo\n"));
    without.take(BUDI, beingRead.id());

    without.close();

    assertThat(waits.file()).doesNotExist();
    assertThat(waits.file().getParent()).doesNotExist();
  }

  @Test
  void an_old_spreadsheet_is_refused_and_leaves_nothing_behind() throws IOException {
    byte[] old = {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, 1, 2, 3};

    assertThatThrownBy(() -> uploads.keep(ANI, new MockMultipartFile("file", "a.xls", null, old)))
        .isInstanceOf(SheetRefused.class);
    try (Stream<Path> files = Files.list(home.resolve("uploads"))) {
      assertThat(files).isEmpty();
    }
  }

  @Test
  void a_header_in_our_own_words_needs_no_naming() throws IOException {
    assertThat(uploads.keep(ANI, sent("a.csv", "text,author\nhalo,a\n")).needsNaming()).isFalse();
    assertThat(uploads.keep(ANI, sent("a.jsonl", "{\"text\":\"halo\"}\n")).needsNaming()).isFalse();
    assertThat(uploads.keep(ANI, sent("a.txt", "halo\n")).needsNaming()).isFalse();
  }

  @Test
  void a_header_that_is_only_half_ours_needs_naming() throws IOException {
    assertThat(uploads.keep(ANI, sent("a.csv", "text,akun\nhalo,a\n")).needsNaming()).isTrue();
  }

  private static MockMultipartFile sent(String name, String content) {
    return new MockMultipartFile("file", name, null, content.getBytes(StandardCharsets.UTF_8));
  }
}
