package ronda.proof.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which pictures a page names. */
class PictureAddressesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "<img src=\"a.png\">|a.png",
        "<IMG SRC = 'a b.png' alt=x>|a b.png",
        "<img src=a.png>|a.png",
        "<img alt='>' src=\"/p?a=1&amp;b=2\">|/p?a=1&b=2",
        "<img srcset=\"k.png 320w, g.png 640w, m.png 480w\">|g.png",
        "<img srcset='k.png, g.png 2x'>|g.png",
        "<source srcset=q.webp>|q.webp",
        "<video poster=v.jpg></video>|v.jpg",
        "<meta property='og:image' content='https://contoh.invalid/o.jpg'>|https://contoh.invalid/o.jpg",
        "<link rel=image_src href=l.png>|l.png",
        "<div style=\"background: url('h.jpg') no-repeat\">|h.jpg",
        "<img data-src=nanti.jpg>|nanti.jpg"
      })
  void a_picture_is_named_by(String html, String address) {
    assertThat(PictureAddresses.in("<p>x" + html + "y", 10)).containsExactly(address);
  }

  @ParameterizedTest
  @CsvSource({
    "<script src=a.js>",
    "<link rel=icon href=i.png>",
    "<a href=b.png>",
    "<img",
    "<",
    "''"
  })
  void nothing_is_named_by(String html) {
    assertThat(PictureAddresses.in(html, 10)).isEmpty();
  }

  @Test
  void each_is_named_once_in_the_order_of_the_page_and_no_more_than_are_wanted() {
    String html = "<img src=a><img src=b><img src=a><img src=c><img src=d>";
    assertThat(PictureAddresses.in(html, 3)).containsExactly("a", "b", "c");
  }

  @Test
  void a_hostile_page_is_walked_through_once() {
    String unclosed = "<img src=\"" + "<img src='".repeat(400_000);
    String names = "<img " + "a ".repeat(2_000_000);
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () -> {
          assertThat(PictureAddresses.in(unclosed, 40)).hasSizeLessThanOrEqualTo(40);
          assertThat(PictureAddresses.in(names, 40)).isEmpty();
          assertThat(PictureAddresses.in("<".repeat(4_000_000), 40)).isEmpty();
        });
  }
}
