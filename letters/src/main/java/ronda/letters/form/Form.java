package ronda.letters.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import ronda.casework.authority.AduanKonten;
import ronda.casework.authority.CekRekening;
import ronda.casework.authority.Recipient;
import ronda.casework.referral.Discreet;
import ronda.identify.post.Category;

/**
 * What one kind of recipient asks for (formulir): these fields and no others. Where a recipient has
 * a public form, the fields have the names they have there, so that somebody can type them over: no
 * interface for regional offices is known, and none is pretended.
 *
 * @param fields in the order of the form
 */
public record Form(Recipient recipient, List<Field> fields) {
  /**
   * One field.
   *
   * @param code stable; also the field's name in the data file
   * @param label as it stands on the letter, in Indonesian
   * @param choices what may be chosen; empty where one types
   * @param longest in characters
   * @param holds what is typed there, and therefore what of it is hidden
   */
  public record Field(
      String code, String label, boolean required, List<String> choices, int longest, Holds holds) {
    public Field {
      choices = List.copyOf(choices);
    }

    public boolean isLong() {
      return longest > LINE;
    }
  }

  /** What a field holds. */
  public enum Holds {
    /** Words, in which numbers and names of others may stand: they are hidden. */
    WORDS,
    /** Addresses and accounts of the suspected content: they stay as they are. */
    ADDRESSES,
    /** Numbers that the recipient is to act upon, and whose they are: those that were ticked. */
    FACTS,
    /** When, how much, how many: times and sums stay, other numbers as in {@link #FACTS}. */
    MEASURES
  }

  private static final int LINE = 300;
  private static final int TEXT = 4_000;

  public Form {
    fields = List.copyOf(fields);
  }

  /** The form of this recipient for a case of this category. */
  public static Form of(Recipient recipient, Category category) {
    return new Form(recipient, fields(recipient, category));
  }

  private static List<Field> fields(Recipient recipient, Category category) {
    return switch (recipient) {
      case MINISTRY ->
          List.of(
              text("addresses", "URL/akun", true),
              choice("aduankonten", "Kategori aduan", titles(category)),
              line("platform", "Platform", true),
              text("reason", "Alasan", true),
              line("seen", "Waktu terlihat", true),
              line("screenshots", "Bukti digital", false));
      case POLICE, PPA ->
          List.of(
              line("title", "Perihal", true),
              line("place", "Tempat/wilayah", true),
              line("seen", "Waktu kejadian", true),
              text("chronology", "Uraian kejadian", true),
              text("accounts", "Akun terduga", false),
              text("addresses", "URL", false),
              text("contacts", "Nomor yang dipakai", false),
              text("money", "Rekening/dompet digital yang dipakai", false),
              line("victims", "Keterangan korban (tanpa identitas)", false),
              line("screenshots", "Barang bukti digital", false));
      case BAWASLU ->
          List.of(
              text("addresses", "URL/akun", true),
              line("platform", "Platform", true),
              line("seen", "Waktu terlihat", true),
              line("election", "Kategori konten pemilu", true),
              text("reason", "Uraian dugaan pelanggaran", true),
              line("screenshots", "Bukti digital", false));
      case OJK_IASC, BANK -> money(category);
      case INSPEKTORAT, BKPSDM ->
          List.of(
              text("addresses", "URL/akun", true),
              line("unit", "Perangkat daerah", true),
              text("reason", "Uraian dugaan", true),
              line("decision", "Nomor putusan/berita acara (bila ada)", false),
              line("screenshots", "Bukti digital", false));
      case PLATFORM ->
          List.of(
              text("addresses", "URL", true),
              text("accounts", "Akun", false),
              line("rule", "Ketentuan komunitas yang diduga dilanggar", true),
              text("reason", "Alasan", true),
              line("seen", "Waktu terlihat", true));
      case OTHER_REGION ->
          List.of(
              line("title", "Judul", true),
              text("chronology", "Deskripsi", true),
              text("screenshots", "Bukti digital", false),
              text("accounts", "Nama akun/grup", true),
              text("addresses", "Link", false),
              line("place", "Wilayah", true));
    };
  }

  /** The fields of CekRekening; the reporter's identity card stays here. */
  private static List<Field> money(Category category) {
    List<String> kinds = CekRekening.of(category).stream().map(CekRekening::title).toList();
    return List.of(
        line("bank", "Bank/penyedia", true),
        line("number", "Nomor rekening/dompet (tanpa spasi)", true),
        line("holder", "Nama pemilik sebagaimana tampil", false),
        choice("cekrekening", "Kategori", kinds.isEmpty() ? List.of("Lainnya") : kinds),
        line("loss", "Kerugian yang diketahui", false),
        line("source", "Media sumber, URL/nomor", true),
        line("transferred", "Waktu transfer terakhir yang diketahui", false),
        text("chronology", "Kronologi", true),
        line("screenshots", "Bukti digital (paling banyak lima)", false));
  }

  private static List<String> titles(Category category) {
    return AduanKonten.of(category).stream().map(AduanKonten::title).toList();
  }

  private static final Set<String> FACTS = Set.of("number", "contacts", "money", "holder", "bank");

  private static final Set<String> MEASURES = Set.of("seen", "loss", "transferred", "screenshots");

  private static final Set<String> ADDRESSES = Set.of("addresses", "accounts", "source");

  private static Holds holds(String code) {
    if (MEASURES.contains(code)) {
      return Holds.MEASURES;
    }
    return FACTS.contains(code)
        ? Holds.FACTS
        : ADDRESSES.contains(code) ? Holds.ADDRESSES : Holds.WORDS;
  }

  private static Field line(String code, String label, boolean required) {
    return new Field(code, label, required, List.of(), LINE, holds(code));
  }

  private static Field text(String code, String label, boolean required) {
    return new Field(code, label, required, List.of(), TEXT, holds(code));
  }

  private static Field choice(String code, String label, List<String> choices) {
    return new Field(code, label, true, choices, LINE, Holds.FACTS);
  }

  /**
   * A field that is wrong, and how: {@code missing}, {@code long}, {@code choice}, or {@code
   * hidden} where nothing but a number stands that was not ticked.
   */
  public record Mistake(Field field, String how) {}

  /** What is wrong with what was typed, of which this would be hidden. */
  public List<Mistake> mistakes(Map<String, String> typed, Discreet discreet) {
    List<Mistake> all = new ArrayList<>();
    for (Field field : fields) {
      String value = typed.getOrDefault(field.code(), "").strip();
      if (value.isEmpty()) {
        if (field.required()) {
          all.add(new Mistake(field, "missing"));
        }
      } else if (value.length() > field.longest()) {
        all.add(new Mistake(field, "long"));
      } else if (!field.choices().isEmpty() && !field.choices().contains(value)) {
        all.add(new Mistake(field, "choice"));
      } else if (field.required()
          && field.holds() == Holds.FACTS
          && discreet.facts(value).equals(Discreet.NUMBER)) {
        all.add(new Mistake(field, "hidden"));
      }
    }
    return all;
  }

  /** What was typed, with everything hidden that this recipient does not need. */
  public Map<String, String> discreet(Map<String, String> typed, Discreet discreet) {
    Map<String, String> kept = new LinkedHashMap<>();
    for (Field field : fields) {
      String value = typed.getOrDefault(field.code(), "").strip();
      if (!value.isEmpty()) {
        kept.put(
            field.code(),
            switch (field.holds()) {
              case WORDS -> discreet.of(value);
              case ADDRESSES -> discreet.addresses(value);
              case FACTS -> discreet.facts(value);
              case MEASURES -> discreet.measures(value);
            });
      }
    }
    return kept;
  }

  /** The field with this code, if the recipient asks for it. */
  public Optional<Field> field(String code) {
    return fields.stream().filter(field -> field.code().equals(code)).findFirst();
  }

  /**
   * What was typed under the labels of the letter, in the form's order; empty fields are left out.
   */
  public Map<String, String> facts(Map<String, String> typed) {
    Map<String, String> facts = new LinkedHashMap<>();
    for (Field field : fields) {
      String value = typed.getOrDefault(field.code(), "").strip();
      if (!value.isEmpty()) {
        facts.put(field.label(), value);
      }
    }
    return facts;
  }
}
