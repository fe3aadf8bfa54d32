package ronda.server.upload;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import ronda.sources.files.Glance;

/** Which column of a file probably holds which of our fields; a person confirms it. */
final class ColumnGuess {
  /**
   * What each field is called in tables of posts, the surest name first, letters and digits only.
   */
  private static final Map<String, List<String>> NAMES = new LinkedHashMap<>();

  static {
    put(
        "text",
        "text isi teks komentar konten caption pesan postingan unggahan isikomentar isipostingan"
            + " tekskomentar fulltext content comment message body tweet cuitan status kutipan"
            + " deskripsi description");
    put("id", "id idkomentar idunggahan idpost postid commentid tweetid messageid");
    put(
        "author",
        "author akun namaakun username user pengguna namapengguna penulis pengirim handle"
            + " screenname account sender from profil pemilik");
    put("platform", "platform kanal medsos mediasosial media aplikasi socialmedia channel app");
    put("url", "url tautan link permalink alamaturl alamattautan posturl");
    put(
        "postedAt",
        "postedat tanggal waktu tgl tanggalunggah tanggalposting waktuunggah createdat created"
            + " publishedat date datetime timestamp time");
    put("region", "region kodewilayah wilayah kelurahan kecamatan daerah kota kabupaten lokasi");
  }

  private ColumnGuess() {}

  private static void put(String field, String names) {
    NAMES.put(field, List.of(names.split(" ")));
  }

  /** The column of each field for which one is likely; each column at most once. */
  static Map<String, String> of(Glance glance) {
    Map<String, String> guess = new LinkedHashMap<>();
    NAMES.forEach(
        (field, names) ->
            likely(names, glance.columns(), guess).ifPresent(one -> guess.put(field, one)));
    if (!guess.containsKey("text")) {
      wordiest(glance, guess).ifPresent(one -> guess.put("text", one));
    }
    return guess;
  }

  private static Optional<String> likely(
      List<String> names, List<String> columns, Map<String, String> taken) {
    List<String> free = columns.stream().filter(column -> !taken.containsValue(column)).toList();
    Optional<String> whole =
        names.stream()
            .flatMap(name -> free.stream().filter(column -> bare(column).equals(name)))
            .findFirst();
    return whole.isPresent()
        ? whole
        : free.stream().filter(column -> words(column).anyMatch(names::contains)).findFirst();
  }

  private static java.util.stream.Stream<String> words(String column) {
    return Arrays.stream(column.split("[^\\p{L}\\p{N}]+")).map(ColumnGuess::bare);
  }

  private static String bare(String name) {
    StringBuilder bare = new StringBuilder();
    name.toLowerCase(Locale.ROOT)
        .chars()
        .filter(Character::isLetterOrDigit)
        .forEach(c -> bare.append((char) c));
    return bare.toString();
  }

  /** The column with the longest cells, where no name tells: people write most in the text. */
  private static Optional<String> wordiest(Glance glance, Map<String, String> taken) {
    String best = "";
    long most = 0;
    for (int i = 0; i < glance.columns().size(); i++) {
      int column = i;
      long length = glance.rows().stream().mapToLong(row -> row.get(column).length()).sum();
      if (length > most && !taken.containsValue(glance.columns().get(i))) {
        most = length;
        best = glance.columns().get(i);
      }
    }
    return best.isEmpty() ? Optional.empty() : Optional.of(best);
  }
}
