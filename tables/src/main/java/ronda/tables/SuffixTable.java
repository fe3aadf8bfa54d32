package ronda.tables;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Writes the rules of the Public Suffix List, one a line, sorted, in ASCII (Punycode), private
 * section included.
 *
 * <p>The list comes inside the crawler-commons archive, whose version the pom pins.
 */
final class SuffixTable implements Table {
  private static final String LIST = "/effective_tld_names.dat";

  @Override
  public String path() {
    return "ronda/identify/entity/public-suffixes.txt";
  }

  @Override
  public byte[] content() throws IOException {
    return (String.join("\n", lines()) + "\n").getBytes(StandardCharsets.US_ASCII);
  }

  private static List<String> lines() throws IOException {
    SortedSet<String> rules = new TreeSet<>();
    String version = "unknown";
    try (InputStream in = SuffixTable.class.getResourceAsStream(LIST)) {
      if (in == null) {
        throw new IOException(LIST + " is not in the crawler-commons archive");
      }
      var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        if (line.startsWith("// VERSION: ")) {
          version = line.substring("// VERSION: ".length());
        } else if (!line.isBlank() && !line.startsWith("//")) {
          rules.add(inAscii(line.strip().split("\\s", 2)[0]));
        }
      }
    }
    if (rules.size() < 5_000) {
      throw new IOException("the public suffix list has only " + rules.size() + " rules");
    }
    List<String> lines = new ArrayList<>();
    lines.add("# The Public Suffix List, https://publicsuffix.org, version " + version);
    lines.add("# This Source Code Form is subject to the terms of the Mozilla Public License,");
    lines.add("# v. 2.0. If a copy of the MPL was not distributed with this file, You can obtain");
    lines.add("# one at https://mozilla.org/MPL/2.0/.");
    lines.add("# Changed: comments left out, rules sorted and written in ASCII (Punycode).");
    lines.addAll(rules);
    return lines;
  }

  private static String inAscii(String rule) {
    if (rule.startsWith("*.")) {
      return "*." + IDN.toASCII(rule.substring(2), IDN.ALLOW_UNASSIGNED);
    }
    if (rule.startsWith("!")) {
      return "!" + IDN.toASCII(rule.substring(1), IDN.ALLOW_UNASSIGNED);
    }
    return IDN.toASCII(rule, IDN.ALLOW_UNASSIGNED);
  }
}
