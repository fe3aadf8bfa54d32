package ronda.proof.picture;

import static org.assertj.core.api.Assertions.assertThat;

/** What holds of every reading of a picture, however broken its bytes are. */
final class ReadPictures {
  private ReadPictures() {}

  static void mustSayWhatItIs(byte[] bytes) {
    switch (Pictures.read(bytes)) {
      case Pictures.Reading.Seen seen -> {
        assertThat(seen.looks()).isNotEmpty();
        assertThat(seen.width()).isPositive();
        assertThat(seen.height()).isPositive();
      }
      case Pictures.Reading.Plain plain -> {
        assertThat(plain.width()).isPositive();
        assertThat(plain.height()).isPositive();
      }
      case Pictures.Reading.NotRead not -> assertThat(not.why()).isNotBlank();
    }
    Pictures.size(bytes)
        .ifPresent(
            size -> {
              assertThat(size.width()).isPositive();
              assertThat(size.height()).isPositive();
            });
  }
}
