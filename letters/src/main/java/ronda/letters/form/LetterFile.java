package ronda.letters.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import ronda.casework.referral.Letter;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** A letter as data: JSON for one, CSV for many to the same recipient (berkas data). */
public final class LetterFile {
  /** What the JSON says of itself. */
  private static final String FORMAT = "ronda-referral/1";

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private LetterFile() {}

  /**
   * The letter as JSON: what stands on paper and nothing else.
   *
   * @param typed the fields by their codes, as the letter states them
   */
  public static String json(Letter letter, Map<String, String> typed) {
    Map<String, Object> file = new LinkedHashMap<>();
    file.put("format", FORMAT);
    file.put("letter", letter.number());
    file.put("date", letter.day().toString());
    file.put("from", letter.stationery().letterhead().lines().map(String::strip).toList());
    file.put("recipient", letter.recipient().code());
    file.put("to", letter.to());
    file.put("case", letter.caseNumber());
    file.put("subject", letter.subject());
    file.put("suspected", true);
    file.put("fields", new TreeMap<>(typed));
    file.put("basis", letter.bases().stream().map(Letter.Basis::shown).toList());
    file.put("necessity", letter.words());
    file.put(
        "evidence",
        letter.annex().stream()
            .map(
                one ->
                    Map.of(
                        "what",
                        one.what(),
                        "kept",
                        one.keptAt().toString(),
                        "sha256",
                        one.sha256()))
            .map(TreeMap::new)
            .toList());
    return JSON.writeValueAsString(file);
  }

  /**
   * What a letter's data file says beside its fields.
   *
   * @param basis the laws it cites, as they stand there
   * @param necessity why it is needed
   */
  public record Said(List<String> basis, String necessity) {
    /** Of a file that is none, or was emptied. */
    public static final Said NOTHING = new Said(List.of(), "");

    public Said {
      basis = List.copyOf(basis);
    }

    /** Whether it cites this law, checked by a jurist or not. */
    public boolean cites(String law) {
      return basis.contains(new Letter.Basis(law, false).shown())
          || basis.contains(new Letter.Basis(law, true).shown());
    }
  }

  /** What a file says that {@link #json} wrote. */
  public static Said said(String json) {
    try {
      JsonNode file = JSON.readTree(json);
      List<String> basis = new ArrayList<>();
      file.path("basis").forEach(law -> basis.add(law.asString("")));
      return new Said(basis, file.path("necessity").asString(""));
    } catch (JacksonException emptied) {
      return Said.NOTHING;
    }
  }

  /**
   * Many letters to one kind of recipient as CSV: a row each, with the fields of its form.
   *
   * @param rows letter number, date, case and fields of each
   */
  public static String csv(Form form, List<Row> rows) {
    List<String> head = new ArrayList<>(List.of("nomor_surat", "tanggal", "kasus"));
    form.fields().forEach(field -> head.add(field.code()));
    StringBuilder csv = new StringBuilder(Csv.row(head.toArray(String[]::new)));
    for (Row row : rows) {
      List<String> cells = new ArrayList<>(List.of(row.letter(), row.date(), row.caseNumber()));
      form.fields().forEach(field -> cells.add(row.typed().getOrDefault(field.code(), "")));
      csv.append(Csv.row(cells.toArray(String[]::new)));
    }
    return csv.toString();
  }

  /** One letter of a bulk file. */
  public record Row(String letter, String date, String caseNumber, Map<String, String> typed) {
    public Row {
      typed = Map.copyOf(typed);
    }
  }
}
