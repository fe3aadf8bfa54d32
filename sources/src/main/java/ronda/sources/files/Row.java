package ronda.sources.files;

import java.util.List;
import ronda.identify.post.Post;

/**
 * One post of a file, and what people said of it.
 *
 * @param line where it began, from 1
 * @param labels what people called it; empty where the file does not say, or says harmless
 * @param labelled whether the row has the field of labels, be it empty: then somebody looked
 * @param source where the row was collected; empty where the file does not say
 * @param stance the stance people gave it; empty where the file does not say
 */
public record Row(
    long line, Post post, List<String> labels, boolean labelled, String source, String stance) {
  public Row {
    labels = List.copyOf(labels);
  }
}
