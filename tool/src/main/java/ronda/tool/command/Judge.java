package ronda.tool.command;

import java.util.List;
import ronda.sources.files.Row;
import ronda.tool.report.Verdicts.Verdict;

/**
 * Says what a row's post is, so that it can be held against what people said. Shared by workers.
 */
interface Judge {
  /** The labels it gives scores for, in a fixed order. */
  List<String> labels();

  /** What it says of a post. */
  Verdict judge(Row row);

  /** Who it is, for the report. */
  String name();
}
