package ronda.server.referral;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import ronda.casework.ItemNames;
import ronda.casework.ReferralGuard.Matter;
import ronda.casework.cases.CaseFile;
import ronda.casework.cases.Step;
import ronda.casework.evidence.ItemName;
import ronda.casework.intake.FoundPost;
import ronda.casework.referral.Discreet;
import ronda.casework.referral.Letter;
import ronda.identify.post.Category;
import ronda.identify.post.Stance;
import ronda.identify.signal.EntityFound;
import ronda.identify.signal.EntityKind;
import ronda.letters.form.Form;
import ronda.server.authority.CaseMatter;

/** What a case holds that a letter may say (bahan surat). */
record Material(Matter matter) {
  private static final int MOST_LISTED = 40;
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("d MMM yyyy HH.mm z", Locale.of("id", "ID"));

  /** In these a number in the text is as likely the victim's: nobody ticks it beforehand. */
  private static final Set<Category> NAMES_VICTIMS =
      Set.of(Category.SEXTORTION, Category.ABUSE, Category.HATE, Category.HOAX);

  private static final Set<EntityKind> CALLED = Set.of(EntityKind.PHONE, EntityKind.WHATSAPP);
  private static final Set<EntityKind> PAID =
      Set.of(EntityKind.BANK_ACCOUNT, EntityKind.E_WALLET, EntityKind.QRIS);

  /** Fields in which an officer may write a number that stands in no post. */
  private static final List<String> NUMBERED = List.of("contacts", "money", "number");

  static Material of(CaseFile file, ZoneId zone, JdbcClient jdbc) {
    return new Material(CaseMatter.of(file, zone, jdbc));
  }

  private CaseFile file() {
    return matter.file();
  }

  /**
   * What the case knows already, by the codes of a form's fields: a proposal that the officer
   * corrects. Where one field asks for address or account, a post without an address is named by
   * its account.
   */
  Map<String, String> prefilled(Form form) {
    Map<String, String> known = new LinkedHashMap<>();
    known.put("title", "Dugaan " + Wording.category(file().category()));
    known.put("addresses", joined(form, "addresses", "\n"));
    known.put("accounts", joined(form, "accounts", "\n"));
    known.put("platform", joined(form, "platform", ", "));
    known.put("seen", seen());
    known.put("place", file().region().code());
    known.put("source", rows(form, "source").stream().findFirst().orElse(""));
    int kept = annex().size();
    known.put("screenshots", kept == 0 ? "" : kept + " butir, lihat lampiran");
    known.keySet().removeIf(code -> form.field(code).isEmpty());
    known.values().removeIf(String::isBlank);
    return known;
  }

  /**
   * Of how many lines the proposal for this field is short, because the recipient takes no more; 0
   * for most.
   */
  int unlisted(Form form, String code) {
    List<String> rows = rows(form, code);
    return rows.size() - listed(form, code, rows, "\n").size();
  }

  /** What the posts say for this field, a line for each that says something else. */
  private List<String> rows(Form form, String code) {
    boolean accountsApart = form.field("accounts").isPresent();
    Function<FoundPost, String> part =
        switch (code) {
          case "accounts" -> Material::account;
          case "platform" -> post -> post.post().origin().platform();
          default -> accountsApart ? Material::url : Material::urlOrAccount;
        };
    return matter.posts().stream()
        .map(part)
        .map(String::strip)
        .filter(value -> !value.isEmpty())
        .distinct()
        .toList();
  }

  private String joined(Form form, String code, String between) {
    return String.join(between, listed(form, code, rows(form, code), between));
  }

  /** As many of these as the field takes: none of them is cut. */
  private static List<String> listed(Form form, String code, List<String> rows, String between) {
    int left = form.field(code).map(Form.Field::longest).orElse(0);
    List<String> listed = new ArrayList<>();
    for (String row : rows) {
      left -= row.length() + between.length();
      if (left < 0) {
        break;
      }
      listed.add(row);
    }
    return listed;
  }

  private static String url(FoundPost post) {
    return post.post().origin().url();
  }

  private static String urlOrAccount(FoundPost post) {
    return url(post).isBlank() ? account(post) : url(post);
  }

  /**
   * What was typed, with the ticked numbers of the posts in the fields of numbers that were left
   * empty. A number that nobody ticked is written into none.
   */
  Draft withTicked(Draft draft) {
    Map<String, String> typed = new LinkedHashMap<>(draft.typed());
    fill(typed, "contacts", ticked(draft, CALLED));
    fill(typed, "money", ticked(draft, PAID));
    entities(EntityKind.BANK_ACCOUNT)
        .filter(found -> draft.offending().contains(Discreet.digits(found.value())))
        .findFirst()
        .ifPresent(
            found -> {
              fill(typed, "bank", found.details().getOrDefault("bank", ""));
              fill(typed, "number", digits(found.value()));
            });
    return new Draft(typed, draft.laws(), draft.necessity(), draft.offending(), draft.names());
  }

  private static void fill(Map<String, String> typed, String code, String known) {
    if (typed.getOrDefault(code, "").isBlank() && !known.isBlank()) {
      typed.put(code, known);
    }
  }

  private static String digits(String text) {
    StringBuilder digits = new StringBuilder();
    text.chars().filter(c -> c >= '0' && c <= '9').forEach(c -> digits.append((char) c));
    return digits.toString();
  }

  private static String account(FoundPost post) {
    String author = post.post().origin().author();
    String platform = post.post().origin().platform();
    return author.isBlank() ? "" : platform.isBlank() ? author : platform + ": " + author;
  }

  private String ticked(Draft draft, Set<EntityKind> kinds) {
    return numbers().stream()
        .filter(number -> kinds.contains(number.kind()))
        .filter(number -> draft.offending().contains(number.digits()))
        .map(Number::value)
        .collect(Collectors.joining("\n"));
  }

  private Stream<EntityFound> entities(EntityKind kind) {
    return matter.posts().stream()
        .flatMap(post -> post.entities().stream())
        .filter(found -> found.entityKind() == kind);
  }

  private String seen() {
    List<Instant> times = matter.posts().stream().map(FoundPost::seenAt).sorted().toList();
    if (times.isEmpty()) {
      return "";
    }
    String first = MINUTE.format(times.getFirst().atZone(matter.zone()));
    String last = MINUTE.format(times.getLast().atZone(matter.zone()));
    return first.equals(last) ? first : first + " – " + last;
  }

  /**
   * A number that can be ticked.
   *
   * @param ticked whether it most likely served the offence
   */
  record Number(EntityKind kind, String value, String digits, boolean ticked) {}

  /** Whether what stands in the posts is most likely the advertiser's, and no victim's. */
  private boolean offers() {
    return file().opening().stance() == Stance.PROMOTES
        && !NAMES_VICTIMS.contains(file().category());
  }

  /** The links in the posts' texts that this draft may name; none where its form asks for none. */
  List<PostLink> links(Form form, Draft draft) {
    return form.field(PostLink.FIELD).isEmpty()
        ? List.of()
        : PostLink.of(
            matter.posts(),
            form.recipient(),
            offers(),
            draft.typed().getOrDefault(PostLink.FIELD, ""));
  }

  /** All numbers to call and to pay to; the officer says which served the offence. */
  List<Number> numbers() {
    boolean likely = offers();
    Map<String, Number> all = new LinkedHashMap<>();
    Stream.of(
            EntityKind.PHONE,
            EntityKind.WHATSAPP,
            EntityKind.BANK_ACCOUNT,
            EntityKind.E_WALLET,
            EntityKind.QRIS)
        .flatMap(this::entities)
        .limit(MOST_LISTED)
        .forEach(
            found ->
                all.putIfAbsent(
                    Discreet.digits(found.value()),
                    new Number(
                        found.entityKind(),
                        found.value(),
                        Discreet.digits(found.value()),
                        likely)));
    return List.copyOf(all.values());
  }

  /** The same, and those that the officer wrote into a field of numbers: nobody ticked them yet. */
  List<Number> numbers(Draft draft) {
    Map<String, Number> all = new LinkedHashMap<>();
    numbers().forEach(number -> all.put(number.digits(), number));
    NUMBERED.stream()
        .flatMap(code -> draft.typed().getOrDefault(code, "").lines())
        .flatMap(line -> Discreet.numbersIn(line).stream())
        .limit(MOST_LISTED)
        .forEach(
            found ->
                all.putIfAbsent(
                    Discreet.digits(found),
                    new Number(EntityKind.CONTACT, found, Discreet.digits(found), false)));
    return List.copyOf(all.values());
  }

  /** The evidence that was kept for this case, by its hash. */
  List<Letter.Annex> annex() {
    List<Letter.Annex> all = new ArrayList<>();
    Set<String> seen = new LinkedHashSet<>();
    Map<UUID, ItemName> names = ItemNames.of(file(), matter.zone());
    for (Step.Taken taken : file().history()) {
      if (taken.step() instanceof Step.PapersDestroyed) {
        all.clear(); // What was kept before is not there any more; the same may be kept anew.
        seen.clear();
      }
      if (taken.step() instanceof Step.EvidenceKept kept && seen.add(kept.sha256())) {
        String what = named(kept.kind());
        ItemName name = names.get(kept.item());
        all.add(
            new Letter.Annex(
                name == null ? what : what + " (" + name.text() + ")", taken.at(), kept.sha256()));
      }
    }
    all.sort(Comparator.comparing(Letter.Annex::keptAt));
    return all;
  }

  private static String named(String kind) {
    return switch (kind) {
      case "post" -> "Unggahan sebagaimana dikumpulkan";
      case "capture" -> "Tangkapan halaman";
      case "file" -> "Berkas";
      case "picture" -> "Gambar, disegel";
      case "hash-only" -> "Hanya nilai hash; tidak disimpan";
      default -> "Barang bukti";
    };
  }
}
