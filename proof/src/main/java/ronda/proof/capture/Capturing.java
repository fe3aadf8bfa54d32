package ronda.proof.capture;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.netpreserve.jwarc.HttpResponse;
import org.netpreserve.jwarc.MediaType;
import org.netpreserve.jwarc.WarcResource;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.WarcWriter;
import org.netpreserve.jwarc.Warcinfo;
import ronda.casework.intake.ChildHint;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Captures a page: fetches it, looks at it with a browser if there is one, and writes it down. */
public final class Capturing {
  /** Longer than the redirects and the browser may take together. */
  private static final Duration LONGEST = Duration.ofMinutes(3);

  /** Where a Chromium calls by itself, whatever it was told: no page asked for it. */
  private static final Set<String> OWN_CALLS =
      Set.of(
          "update.googleapis.com",
          "accounts.google.com",
          "clients2.google.com",
          "clients2.googleusercontent.com",
          "sb-ssl.google.com",
          "safebrowsing.googleapis.com",
          "optimizationguide-pa.googleapis.com",
          "content-autofill.googleapis.com",
          "android.clients.google.com",
          "redirector.gvt1.com",
          "edgedl.me.gvt1.com");

  private final PublicHosts permitting;
  private final Optional<Chromium> chromium;
  private final ZoneId zone;
  private final String tool;

  /**
   * @param permitting which hosts may be visited, and by which pages
   * @param tool this program and its version
   */
  public Capturing(PublicHosts permitting, Optional<Chromium> chromium, ZoneId zone, String tool) {
    this.permitting = permitting;
    this.chromium = chromium;
    this.zone = zone;
    this.tool = tool;
  }

  /** Deletes what captures of a killed program left on this machine: pages lie open in it. */
  public static void clearLeftovers() throws IOException {
    BrowserHome.clear(Path.of(System.getProperty("java.io.tmpdir")), Instant.now());
  }

  /**
   * Captures the page at this address.
   *
   * @param operator who asked for it
   * @throws Refused if it is not of the public web, or beyond bounds
   */
  public Captured capture(String text, String operator, ZonedDateTime now) throws IOException {
    URI address = permitting.address(text);
    PublicHosts hosts = permitting.of(address);
    ZonedDateTime at = now.withZoneSameInstant(zone);
    Map<String, byte[]> files = new TreeMap<>();
    try (FilteringProxy proxy = FilteringProxy.open(hosts, LONGEST)) {
      List<Visit.Hop> hops = Visit.go(address, hosts, proxy);
      Visit.Hop page = hops.getLast();
      files.put("headers.txt", bytes("HTTP " + page.status() + "\n" + page.headerLines() + "\n"));
      files.put("page.html", page.body());
      String html = page.text();
      List<String> words = new ArrayList<>(List.of(read(text)));
      hops.forEach(hop -> words.addAll(words(hop)));
      String browser = Captured.NO_BROWSER;
      String how = "fetch";
      String shownAt = "";
      if (chromium.isPresent()) {
        try {
          Chromium.Seen seen = chromium.get().look(address, proxy.address());
          browser = chromium.get().version();
          shownAt = seen.address();
          how = seen.screenshot().length > 0 ? "browser" : "fetch";
          files.put("tree.html", seen.html());
          words.addAll(
              List.of(read(seen.address()), KeptWords.of(text(seen.html())), seen.words()));
          if (seen.screenshot().length > 0) {
            files.put("screenshot.png", seen.screenshot());
          }
          html = seen.html().length > 0 ? text(seen.html()) : html;
        } catch (IOException failed) {
          browser = Captured.BROWSER_FAILED + failed.getMessage();
        }
      }
      String shown = PageText.of(html) + "\n";
      files.put("page.txt", bytes(shown));
      words.add(shown);
      boolean child = ChildHint.inAny(words);
      // What may show a child is not fetched once more: nobody here may have it.
      List<PagePictures.Shown> pictures =
          child ? List.of() : PagePictures.of(html, page.body(), page.address(), hosts);
      for (int i = 0; i < pictures.size(); i++) {
        files.put(pictures.get(i).name(i + 1), pictures.get(i).bytes());
      }
      files.put("page.warc", warc(hops, at, files, pictures));
      ObjectNode about = about(text, operator, at, hops, browser, proxy.refusals());
      if (!shownAt.isEmpty()) {
        about.put("browserUrl", shownAt);
      }
      tell(pictures, about.putArray("pictures"));
      files.put("capture.json", bytes(about + "\n"));
      return new Captured(
          at, page.status(), how, browser, isElsewhere(page.address(), shownAt), child, files);
    }
  }

  /** All words of an answer on the way: its address, what stands before its body, and the body. */
  private static List<String> words(Visit.Hop hop) {
    List<String> words =
        new ArrayList<>(List.of(read(hop.address().toString()), read(hop.headerLines())));
    if (hop.isText()) {
      words.add(KeptWords.of(hop.text()));
    }
    return words;
  }

  /** An address as a person reads it, without what stands for characters in it. */
  private static String read(String address) {
    try {
      return URLDecoder.decode(address, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException odd) {
      return address;
    }
  }

  /** Places within a page are the same page. */
  private static boolean isElsewhere(URI fetched, String shown) {
    return !shown.isEmpty() && !page(fetched.toString()).equals(page(shown));
  }

  /** The address without a place within the page, and with the path that a browser adds. */
  private static String page(String address) {
    String page = address.split("#", 2)[0];
    return page.indexOf('/', page.indexOf("://") + 3) < 0 ? page + "/" : page;
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static void tell(List<PagePictures.Shown> pictures, ArrayNode told) {
    for (int i = 0; i < pictures.size(); i++) {
      PagePictures.Shown one = pictures.get(i);
      told.addObject().put("name", one.name(i + 1)).put("url", one.address());
    }
  }

  private ObjectNode about(
      String asked,
      String operator,
      ZonedDateTime at,
      List<Visit.Hop> hops,
      String browser,
      List<Obstacle> refusals) {
    ObjectNode about = JsonMapper.shared().createObjectNode();
    about.put("url", asked).put("finalUrl", hops.getLast().address().toString());
    about.put("capturedAt", at.format(DateTimeFormatter.ISO_OFFSET_DATE_TIME));
    about.put("zone", zone.getId()).put("operator", operator);
    about.put("tool", tool).put("browser", browser);
    chromium.ifPresent(there -> about.put("sandbox", there.hasSandbox()));
    ArrayNode way = about.putArray("way");
    hops.forEach(
        hop -> way.addObject().put("url", hop.address().toString()).put("status", hop.status()));
    ArrayNode notLoaded = about.putArray("notLoaded");
    refusals.stream()
        .filter(why -> why.words().stream().noneMatch(OWN_CALLS::contains))
        .forEach(why -> notLoaded.add(why.toString()));
    return about;
  }

  /** All answers as they came, and what the browser made of them, as WARC 1.0. */
  private byte[] warc(
      List<Visit.Hop> hops,
      ZonedDateTime at,
      Map<String, byte[]> files,
      List<PagePictures.Shown> pictures)
      throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var writer = new WarcWriter(Channels.newChannel(bytes))) {
      writer.write(
          new Warcinfo.Builder()
              .date(at.toInstant())
              .fields(Map.of("software", List.of(tool)))
              .build());
      for (Visit.Hop hop : hops) {
        var response = new HttpResponse.Builder(hop.status(), "");
        hop.headers()
            .forEach(
                (name, values) -> {
                  if (!name.startsWith(":")
                      && !name.equalsIgnoreCase("content-length")
                      && !name.equalsIgnoreCase("transfer-encoding")) {
                    values.forEach(value -> response.addHeader(name, value));
                  }
                });
        response.body(null, hop.body());
        writer.write(
            new WarcResponse.Builder(hop.address())
                .date(at.toInstant())
                .body(response.build())
                .build());
      }
      byte[] picture = files.get("screenshot.png");
      if (picture != null) {
        writer.write(
            new WarcResource.Builder(URI.create("urn:screenshot:" + hops.getLast().address()))
                .date(at.toInstant())
                .body(MediaType.parse("image/png"), picture)
                .build());
      }
      for (PagePictures.Shown shown : pictures) {
        if (!shown.address().equals("data:")) { // That one lies within the page.
          writer.write(
              new WarcResource.Builder(URI.create(shown.address()))
                  .date(at.toInstant())
                  .body(MediaType.parse(shown.kind().type()), shown.bytes())
                  .build());
        }
      }
    }
    return bytes.toByteArray();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
