package ronda.tool.report;

import ronda.sources.files.JsonBytes;

/** The evaluation as one JSON object, for scripts. */
public final class EvaluationJson {
  private EvaluationJson() {}

  /**
   * Writes {@code
   * {"rows":…,"flagged":…,"labels":{…},"macro":{…},"stances":{…},"stanceMeasures":{…},"sources":{…}}}.
   */
  public static JsonBytes of(Verdicts verdicts) {
    JsonBytes json = new JsonBytes(4096);
    json.raw('{');
    body(verdicts, json);
    json.raw(",\"stances\":");
    StanceTable stances = StanceTable.of(verdicts);
    stances(stances, json);
    json.raw(",\"stanceMeasures\":{");
    told(stances, json);
    json.raw('}');
    json.raw(",\"sources\":{");
    boolean first = true;
    for (String source : verdicts.sources()) {
      if (!first) {
        json.raw(',');
      }
      first = false;
      json.string(source).raw(":{");
      body(verdicts.from(source), json);
      json.raw('}');
    }
    return json.raw("}}\n");
  }

  private static void body(Verdicts verdicts, JsonBytes json) {
    json.raw("\"rows\":").number((long) verdicts.rows().size());
    json.raw(",\"flagged\":").number(verdicts.flagged());
    json.raw(",\"labels\":{");
    boolean first = true;
    for (String label : verdicts.labels()) {
      json.raw(first ? "" : ",").string(label).raw(':');
      first = false;
      measures(verdicts.measures(label), json);
    }
    json.raw("},\"macro\":");
    measures(verdicts.macro(), json);
  }

  static void measures(Measures of, JsonBytes json) {
    json.raw("{\"support\":").number((long) of.support());
    json.raw(",\"precision\":").number(of.precision());
    json.raw(",\"recall\":").number(of.recall());
    json.raw(",\"f1\":").number(of.f1());
    json.raw(",\"falsePositiveRate\":").precise(of.falsePositiveRate());
    json.raw(",\"recallAtFpr001\":").number(of.recallAtFpr001());
    json.raw(",\"calibrationError\":").number(of.calibrationError()).raw('}');
  }

  private static void told(StanceTable stances, JsonBytes json) {
    boolean first = true;
    for (var stance : stances.told().entrySet()) {
      json.raw(first ? "" : ",").string(stance.getKey());
      first = false;
      json.raw(":{\"support\":").number(stance.getValue().support());
      json.raw(",\"precision\":").number(stance.getValue().precision());
      json.raw(",\"recall\":").number(stance.getValue().recall());
      json.raw(",\"flagged\":").number(stance.getValue().flagged()).raw('}');
    }
  }

  private static void stances(StanceTable table, JsonBytes json) {
    json.raw('{');
    boolean firstRow = true;
    for (String row : table.rows()) {
      json.raw(firstRow ? "" : ",").string(row).raw(":{");
      firstRow = false;
      boolean firstColumn = true;
      for (String column : table.columns()) {
        json.raw(firstColumn ? "" : ",").string(column).raw(':').number(table.count(row, column));
        firstColumn = false;
      }
      json.raw('}');
    }
    json.raw('}');
  }
}
