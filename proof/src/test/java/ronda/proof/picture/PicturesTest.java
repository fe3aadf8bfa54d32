package ronda.proof.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import ronda.casework.evidence.Look;
import ronda.proof.picture.Pictures.Reading;
import ronda.testkit.picture.ChangedPictures;
import ronda.testkit.picture.ChangedPictures.Change;
import ronda.testkit.picture.MadeUpPictures;
import ronda.testkit.picture.MadeUpPictures.Kind;
import ronda.testkit.picture.PictureFiles;

/** What looks alike is known again, what does not is not, and no bytes do any harm. */
class PicturesTest {
  private static List<Look> looks(byte[] bytes) {
    Reading reading = Pictures.read(bytes);
    assertThat(reading).isInstanceOf(Reading.Seen.class);
    return ((Reading.Seen) reading).looks();
  }

  private static int apart(List<Look> one, List<Look> other) {
    return LookFigures.apart(one, other);
  }

  @ParameterizedTest
  @EnumSource
  void a_poster_is_known_again_after(Change change) {
    for (int seed = 1; seed <= 5; seed++) {
      BufferedImage poster = MadeUpPictures.picture(Kind.POSTER, seed);
      int bits =
          apart(looks(PictureFiles.png(poster)), looks(ChangedPictures.changed(poster, change)));
      assertThat(bits).as("poster %s", seed).isLessThanOrEqualTo(Look.ALIKE);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"png", "jpeg", "gif", "bmp"})
  void the_same_picture_looks_the_same_in_every_format_that_is_read(String format) {
    BufferedImage poster = MadeUpPictures.picture(Kind.POSTER, 3);
    List<Look> png = looks(PictureFiles.png(poster));
    assertThat(apart(png, looks(PictureFiles.written(poster, format))))
        .isLessThanOrEqualTo(Look.ALIKE / 2);
  }

  @ParameterizedTest
  @EnumSource(names = {"TEXT", "CHAT", "POSTER", "DRAWING"})
  void different_pictures_of_one_kind_are_not_taken_for_each_other(Kind kind) {
    List<List<Look>> all = new ArrayList<>();
    for (int seed = 0; seed < 12; seed++) {
      byte[] png = PictureFiles.png(MadeUpPictures.picture(kind, seed));
      if (Pictures.read(png) instanceof Reading.Seen seen) {
        all.add(seen.looks());
      }
    }
    assertThat(all).hasSizeGreaterThan(8);
    for (int i = 0; i < all.size(); i++) {
      for (int j = 0; j < i; j++) {
        assertThat(apart(all.get(i), all.get(j))).isGreaterThan(Look.ALIKE);
      }
    }
  }

  @Test
  void what_shows_nothing_has_no_look() {
    var plain = new BufferedImage(300, 300, BufferedImage.TYPE_INT_RGB);
    assertThat(Pictures.read(PictureFiles.png(plain))).isEqualTo(new Reading.Plain(0, 300, 300));
    var icon = MadeUpPictures.picture(Kind.POSTER, 1).getSubimage(0, 0, 63, 300);
    assertThat(Pictures.read(PictureFiles.png(icon))).isInstanceOf(Reading.Plain.class);
  }

  @Test
  void what_is_transparent_lies_on_white_paper() {
    var clear = new BufferedImage(400, 400, BufferedImage.TYPE_INT_ARGB);
    var white = new BufferedImage(400, 400, BufferedImage.TYPE_INT_RGB);
    for (BufferedImage one : List.of(clear, white)) {
      Graphics2D pen = one.createGraphics();
      if (one.getTransparency() == BufferedImage.OPAQUE) {
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, 400, 400);
      }
      pen.setColor(Color.BLACK);
      for (int i = 0; i < 12; i++) {
        pen.fillOval(i * 37 % 400, i * 91 % 400, 90, 60);
      }
      pen.dispose();
    }
    assertThat(apart(looks(PictureFiles.png(clear)), looks(PictureFiles.png(white)))).isZero();
  }

  @Test
  void a_small_file_that_claims_to_be_huge_is_refused_by_its_head() {
    assertThat(Pictures.read(headOfPng(60_000, 60_000)))
        .isEqualTo(new Reading.NotRead("more than " + Pictures.MOST_PIXELS + " pixels"));
    assertThat(Pictures.size(headOfPng(60_000, 60_000)))
        .contains(new Pictures.Size(60_000, 60_000));
  }

  /** Nothing but a head: whoever decodes it asks for 10 GB. */
  private static byte[] headOfPng(int width, int height) {
    ByteBuffer head = ByteBuffer.allocate(8 + 25 + 12);
    head.put(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'}).putInt(13);
    head.put("IHDR".getBytes(StandardCharsets.US_ASCII)).putInt(width).putInt(height);
    head.put(new byte[] {8, 2, 0, 0, 0});
    CRC32 sum = new CRC32();
    sum.update(head.array(), 12, 17);
    head.putInt((int) sum.getValue()).putInt(0).put("IDAT".getBytes(StandardCharsets.US_ASCII));
    return head.array();
  }

  @Test
  void a_jpeg_that_paints_itself_over_and_over_is_not_decoded() {
    byte[] jpeg = PictureFiles.jpeg(MadeUpPictures.picture(Kind.POSTER, 2), 0.5f);
    byte[] over = Arrays.copyOf(jpeg, jpeg.length + 4_000);
    for (int i = jpeg.length; i + 1 < over.length; i += 2) {
      over[i] = (byte) 0xff;
      over[i + 1] = (byte) 0xda;
    }
    assertThat(Pictures.read(over)).isEqualTo(new Reading.NotRead("painted over 2001 times"));
  }

  @Test
  void bytes_that_are_broken_anywhere_never_throw() {
    for (String format : List.of("png", "jpeg", "gif", "bmp")) {
      byte[] whole =
          PictureFiles.written(
              ChangedPictures.cropped(MadeUpPictures.picture(Kind.POSTER, 4), 0.8), format);
      for (int n = 0; n < 60; n++) {
        byte[] broken = Arrays.copyOf(whole, whole.length - n * whole.length / 70);
        broken[n * 7 % broken.length] ^= (byte) (n + 1);
        ReadPictures.mustSayWhatItIs(broken);
      }
    }
    assertThat(Pictures.read(new byte[0])).isInstanceOf(Reading.NotRead.class);
  }

  @Test
  void a_large_picture_is_read_in_steps_and_looks_as_its_small_copy() {
    BufferedImage poster = MadeUpPictures.picture(Kind.POSTER, 6);
    var large = new BufferedImage(5_000, 4_000, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = large.createGraphics();
    pen.drawImage(poster, 0, 0, 5_000, 4_000, null);
    pen.dispose();
    assertThat(apart(looks(PictureFiles.jpeg(large, 0.6f)), looks(PictureFiles.png(poster))))
        .isLessThanOrEqualTo(Look.ALIKE / 2);
  }
}
