package ronda.proof.bundle;

import java.util.List;
import ronda.casework.chain.ChainFile;
import ronda.casework.chain.Hash;
import ronda.casework.chain.Link;

/** A chain as text. */
final class Chains {
  private Chains() {}

  static Hash head(List<Link> chain) {
    return chain.isEmpty() ? Hash.NONE : chain.getLast().hash();
  }

  static String text(List<Link> chain) {
    StringBuilder text = new StringBuilder();
    chain.forEach(link -> text.append(ChainFile.line(link)).append('\n'));
    return text.append(ChainFile.end(chain.size(), head(chain))).append('\n').toString();
  }
}
