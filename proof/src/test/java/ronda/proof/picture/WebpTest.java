package ronda.proof.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import ronda.casework.evidence.Look;
import ronda.proof.picture.Pictures.Reading;

/** What a browser wrote as WebP looks like the JPEG of the same picture; the rest says why not. */
class WebpTest {
  private static byte[] file(String name) throws IOException {
    try (InputStream bytes = WebpTest.class.getResourceAsStream(name)) {
      assertThat(bytes).as(name).isNotNull();
      return bytes.readAllBytes();
    }
  }

  private static List<Look> looks(byte[] bytes) {
    Reading reading = Pictures.read(bytes);
    assertThat(reading).isInstanceOf(Reading.Seen.class);
    return ((Reading.Seen) reading).looks();
  }

  private static String whyNot(byte[] bytes) {
    Reading reading = Pictures.read(bytes);
    assertThat(reading).isInstanceOf(Reading.NotRead.class);
    return ((Reading.NotRead) reading).why();
  }

  /** A file of chunks, each a name of four letters and its content. */
  private static byte[] webp(Object... namesAndContents) {
    ByteBuffer file = ByteBuffer.allocate(1 << 20).order(ByteOrder.LITTLE_ENDIAN);
    file.put(ascii("RIFF")).putInt(0).put(ascii("WEBP"));
    for (int i = 0; i < namesAndContents.length; i += 2) {
      byte[] content = (byte[]) namesAndContents[i + 1];
      file.put(ascii((String) namesAndContents[i])).putInt(content.length).put(content);
      if (content.length % 2 == 1) {
        file.put((byte) 0);
      }
    }
    file.putInt(4, file.position() - 8);
    return Arrays.copyOf(file.array(), file.position());
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  /** The frame within the poster's file. */
  private static byte[] frame() throws IOException {
    byte[] file = file("poster.webp");
    var still = (Webp.Found.Still) Webp.in(file).orElseThrow();
    return Arrays.copyOfRange(file, still.frame(), still.frame() + still.length());
  }

  private static byte[] extended(int flags, int width, int height) {
    ByteBuffer head = ByteBuffer.allocate(10).order(ByteOrder.LITTLE_ENDIAN);
    head.putInt(flags).putShort((short) (width - 1)).put((byte) 0).putShort((short) (height - 1));
    return head.array();
  }

  @Test
  void a_picture_saved_as_webp_is_known_again() throws IOException {
    int apart = LookFigures.apart(looks(file("poster.webp")), looks(file("poster.jpg")));

    assertThat(apart).isLessThanOrEqualTo(Look.ALIKE / 2);
    assertThat(Pictures.size(file("poster.webp"))).contains(new Pictures.Size(359, 357));
  }

  @Test
  void the_short_form_of_a_file_looks_the_same() throws IOException {
    assertThat(looks(webp("VP8 ", frame()))).isEqualTo(looks(file("poster.webp")));
  }

  @Test
  void lossless_and_transparent_and_moving_ones_are_left_out_and_say_so() throws IOException {
    assertThat(whyNot(file("poster-lossless.webp"))).isEqualTo("lossless WebP");
    assertThat(whyNot(file("poster-transparent.webp"))).isEqualTo("WebP with transparency");
    assertThat(whyNot(webp("VP8X", extended(2, 359, 357), "ANIM", new byte[6])))
        .isEqualTo("WebP that moves");
    assertThat(whyNot(webp("ANMF", frame()))).isEqualTo("WebP that moves");
    assertThat(Pictures.size(file("poster-lossless.webp"))).isEmpty();
  }

  @Test
  void a_frame_that_claims_to_be_huge_is_refused_by_its_own_head() throws IOException {
    byte[] frame = frame();
    ByteBuffer.wrap(frame).order(ByteOrder.LITTLE_ENDIAN).putShort(6, (short) 0x3fff);
    ByteBuffer.wrap(frame).order(ByteOrder.LITTLE_ENDIAN).putShort(8, (short) 0x3fff);

    assertThat(whyNot(webp("VP8X", extended(0, 359, 357), "VP8 ", frame)))
        .isEqualTo("more than " + Webp.MOST_PIXELS + " pixels");
  }

  @Test
  void a_file_that_paints_its_picture_over_and_over_is_painted_once() throws IOException {
    Object[] chunks = new Object[40];
    for (int i = 0; i < chunks.length; i += 2) {
      chunks[i] = "VP8 ";
      chunks[i + 1] = frame();
    }

    assertThat(looks(webp(chunks))).isEqualTo(looks(file("poster.webp")));
  }

  @Test
  void a_hostile_profile_never_reaches_the_decoder() throws IOException {
    byte[] rubbish = new byte[3_000];
    new Random(7).nextBytes(rubbish);

    assertThat(looks(webp("VP8X", extended(0x20, 9, 9), "ICCP", rubbish, "VP8 ", frame())))
        .isEqualTo(looks(file("poster.webp")));
  }

  @Test
  void what_has_no_picture_or_hides_it_behind_a_thousand_chunks_is_refused() {
    Object[] chunks = new Object[2_000];
    for (int i = 0; i < chunks.length; i += 2) {
      chunks[i] = "EXIF";
      chunks[i + 1] = new byte[1];
    }

    assertThat(whyNot(webp(chunks))).isEqualTo("WebP without a picture");
    assertThat(whyNot(webp())).isEqualTo("WebP without a picture");
    assertThat(whyNot(webp("VP8X", new byte[0]))).isEqualTo("WebP without a picture");
    assertThat(whyNot(webp("VP8 ", new byte[4]))).isEqualTo("WebP whose picture cannot be read");
    assertThat(whyNot(webp("VP8 ", new byte[400]))).isEqualTo("WebP whose picture cannot be read");
  }

  @Test
  void a_file_that_is_cut_off_says_so() throws IOException {
    byte[] whole = file("poster.webp");

    assertThat(whyNot(Arrays.copyOf(whole, whole.length / 2))).isEqualTo("WebP that is cut off");
    assertThat(whyNot(webp("VP8 ", Arrays.copyOf(frame(), 500))))
        .startsWith("it cannot be decoded");
  }

  @Test
  void bytes_that_are_broken_anywhere_never_throw() throws IOException {
    byte[] whole = webp("VP8 ", frame());
    Random random = new Random(11);
    for (int n = 0; n < 150; n++) {
      byte[] broken =
          n % 3 == 0 ? Arrays.copyOf(whole, random.nextInt(whole.length)) : whole.clone();
      for (int i = 0; i <= n % 5 && broken.length > 0; i++) {
        broken[random.nextInt(n % 2 == 0 ? broken.length : Math.min(broken.length, 60))] ^=
            (byte) (1 + random.nextInt(255));
      }
      ReadPictures.mustSayWhatItIs(broken);
    }
  }

  @Test
  void what_goes_on_after_it_was_told_to_stop_is_broken_off() throws Exception {
    var reader = Webp.reader();
    var watch = new Watch(reader, java.time.Duration.ZERO);
    Thread.sleep(1);
    watch.imageProgress(reader, 1);

    assertThat(watch.isOver()).isTrue();
    org.assertj.core.api.Assertions.assertThatThrownBy(() -> watch.imageProgress(reader, 2))
        .isInstanceOf(Watch.Over.class);
    reader.dispose();
  }
}
