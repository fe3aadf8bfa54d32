package ronda.identify.lexicon;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Guesses how rare a few neighbouring bytes are in Indonesian posts.
 *
 * <p>A chain of letter pairs, counted in a short text of our own. It need not be exact: a poor
 * guess costs a little speed and never a match.
 */
final class GramRarity {
  /** Everyday words, about as often as people write them; letters and pairs are what counts. */
  private static final String EVERYDAY =
      """
      saya juga mau tanya kak kalau barangnya masih ada atau sudah habis ya karena kemarin teman
      saya bilang bisa pesan lewat sini terima kasih banyak bang videonya sangat membantu dan
      mudah dipahami semoga sukses selalu di mana pun berada amin yang penting kita semua sehat
      pemerintah akan membangun jalan baru untuk masyarakat di daerah ini pada tahun depan kata
      gubernur dalam sambutannya kepada warga desa jangan lupa makan siang nanti sore kita pergi
      bersama ke pasar malam yang ada di dekat rumah nenek anak anak bermain bola di lapangan
      sekolah itu setiap hari minggu pagi sampai tengah hari orang tua mereka menunggu sambil
      minum kopi dan membaca berita tentang harga beras yang terus naik dari bulan lalu gue gak
      tau kenapa sih lo kok gitu banget padahal udah dikasih tau dari dulu tapi tetep aja nggak
      mau dengerin wkwk haha mantap gan lanjutkan terus kontennya keren parah asli bikin ketawa
      menurut saya pelayanan di tempat ini kurang memuaskan makanan datang terlambat dan dingin
      tetapi suasananya nyaman sekali cocok untuk keluarga besar harga terjangkau porsi banyak
      rasanya enak dengan sambal pedas menjadi menjalankan melakukan pengguna perusahaan berbagai
      bagaimana seperti sebagai tersebut mengatakan beberapa lebih belum sebelum setelah hanya
      """;

  private static final int LETTERS = 27;
  private static final int OTHER = 26;
  private static final double[] LOG_PAIR = pairs(EVERYDAY.getBytes(StandardCharsets.US_ASCII));

  private GramRarity() {}

  /** How likely {@code length} bytes at {@code at} are, as a logarithm: the lower, the rarer. */
  static double logLikelihood(byte[] text, int at, int length) {
    double sum = 0;
    int before = OTHER;
    for (int i = at; i < at + length; i++) {
      int letter = letter(text[i]);
      // Digits and signs share a class, so say here that there are many of them.
      sum += letter == OTHER ? (text[i] == ' ' ? 0 : -4.5) : 0;
      sum += i == at ? 0 : LOG_PAIR[before * LETTERS + letter];
      before = letter;
    }
    return sum + LOG_PAIR[OTHER * LETTERS + letter(text[at])] / 2;
  }

  private static double[] pairs(byte[] text) {
    double[] count = new double[LETTERS * LETTERS];
    Arrays.fill(count, 0.2);
    for (int i = 1; i < text.length; i++) {
      count[letter(text[i - 1]) * LETTERS + letter(text[i])]++;
    }
    for (int row = 0; row < LETTERS; row++) {
      double total = 0;
      for (int i = 0; i < LETTERS; i++) {
        total += count[row * LETTERS + i];
      }
      for (int i = 0; i < LETTERS; i++) {
        count[row * LETTERS + i] = Math.log(count[row * LETTERS + i] / total);
      }
    }
    return count;
  }

  private static int letter(byte b) {
    return b >= 'a' && b <= 'z' ? b - 'a' : OTHER;
  }
}
