package ronda.policies.cel;

import static org.assertj.core.api.Assertions.assertThat;
import static ronda.identify.post.Stance.MENTIONS;
import static ronda.identify.post.Stance.NONE;
import static ronda.identify.post.Stance.PROMOTES;
import static ronda.policies.cel.MadeUpFacts.call;
import static ronda.policies.cel.MadeUpFacts.caution;
import static ronda.policies.cel.MadeUpFacts.entity;
import static ronda.policies.cel.MadeUpFacts.hint;
import static ronda.policies.cel.MadeUpFacts.pattern;
import static ronda.policies.cel.MadeUpFacts.post;
import static ronda.policies.cel.MadeUpFacts.term;
import static ronda.policies.cel.MadeUpFacts.topic;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import ronda.identify.decide.Finding;
import ronda.identify.decide.KnownFacts;
import ronda.identify.decide.Policies;
import ronda.identify.decide.Policy;
import ronda.identify.post.Category;
import ronda.identify.post.Span;
import ronda.identify.signal.EntityKind;
import ronda.identify.signal.TermFound;

/** The policies that come with Ronda: what each must find and must let pass. */
class FirstPoliciesTest {
  private static final Path ROOT = Path.of(System.getProperty("ronda.root", ".."));
  private static final Policies POLICIES = PolicyFolder.read(ROOT.resolve("policies/data"));

  @Test
  void each_tells_in_both_languages_what_it_is_for_and_whom_a_mistake_hurts() {
    assertThat(POLICIES.all())
        .allSatisfy(
            policy -> {
              Policy.About about = policy.about();
              assertThat(about.indonesian()).isNotEqualTo(about.english());
              assertThat(about.canHurtIndonesian()).isNotEqualTo(about.canHurt());
            });
  }

  /** A post, in what is known of it, that a policy must find or let pass. */
  record Example(String policy, String post, KnownFacts facts) {
    @Override
    public String toString() {
      return policy + ": " + post;
    }
  }

  static List<Example> hits() {
    return List.of(
        new Example("gambling-promotion", "a sure model", post(Category.GAMBLING, 0.95, PROMOTES)),
        new Example(
            "gambling-promotion",
            "a name in fancy letters",
            post(Category.GAMBLING, 0.65, PROMOTES).withDisguisedLetters(8)),
        new Example(
            "gambling-promotion",
            "a term and a pattern",
            post(Category.GAMBLING, 0.5, PROMOTES)
                .with(term("gacor", Category.GAMBLING))
                .with(pattern(Category.GAMBLING))),
        new Example(
            "gambling-promotion",
            "a fairly sure model of a whole sentence",
            post(Category.GAMBLING, 0.8, PROMOTES).withWords(8)),
        new Example(
            "illegal-trade-offer",
            "forbidden goods that no list names",
            post(Category.ILLEGAL_TRADE, 0.9, PROMOTES).withWords(8)),
        new Example(
            "illegal-trade-offer",
            "goods that no list names, and a number to call",
            post(Category.ILLEGAL_TRADE, 0.55, PROMOTES).with(entity(EntityKind.WHATSAPP))),
        new Example("gambling-lookalike", "half believed", post(Category.GAMBLING, 0.5, PROMOTES)),
        new Example(
            "prostitution-offer",
            "BO with a phone and a price",
            post(Category.PROSTITUTION, 0.5, PROMOTES)
                .with(hint("bo", Category.PROSTITUTION))
                .with(entity(EntityKind.PHONE))),
        new Example(
            "prostitution-offer",
            "no listed word, but the wording and a number to call",
            post(Category.PROSTITUTION, 0.4, PROMOTES).with(entity(EntityKind.WHATSAPP))),
        new Example(
            "prostitution-offer",
            "no listed word, but a very sure model and a price",
            post(Category.PROSTITUTION, 0.93, PROMOTES).with(entity(EntityKind.PRICE))),
        new Example(
            "prostitution-offer",
            "BO with a second word of the trade",
            post(Category.PROSTITUTION, 0.4, PROMOTES)
                .with(hint("bo", Category.PROSTITUTION))
                .with(hint("no dp", Category.PROSTITUTION))),
        new Example(
            "pornography-offer",
            "a term and a link",
            post(Category.PORNOGRAPHY, 0.7, NONE)
                .withScore(Category.SEXTORTION, 0.1)
                .withScore(Category.PROSTITUTION, 0.3)
                .with(term("video viral full", Category.PORNOGRAPHY))
                .with(entity(EntityKind.SHORT_URL))),
        new Example(
            "pornography-offer",
            "a term and a price",
            post(Category.PORNOGRAPHY, 0.7, NONE)
                .withScore(Category.SEXTORTION, 0.1)
                .withScore(Category.PROSTITUTION, 0.02)
                .with(term("koleksi video", Category.PORNOGRAPHY))
                .with(entity(EntityKind.PRICE))),
        new Example(
            "sextortion-threat",
            "a threat and an account",
            post(Category.SEXTORTION, 0.6, PROMOTES)
                .with(term("saya sebar video", Category.SEXTORTION))
                .with(entity(EntityKind.BANK_ACCOUNT))),
        new Example(
            "scam-offer",
            "a fairly sure model and a number to call",
            post(Category.SCAM, 0.7, PROMOTES)
                .withScore(Category.ILLEGAL_TRADE, 0.1)
                .with(entity(EntityKind.WHATSAPP))),
        new Example(
            "scam-offer",
            "an account to send money to, and a model that rather believes it",
            post(Category.SCAM, 0.57, PROMOTES)
                .withScore(Category.ILLEGAL_TRADE, 0.1)
                .with(entity(EntityKind.BANK_ACCOUNT))),
        new Example(
            "scam-offer",
            "forged papers for which a fee is asked first",
            post(Category.SCAM, 0.9, PROMOTES)
                .withScore(Category.ILLEGAL_TRADE, 0.9)
                .with(hint("biaya admin", Category.SCAM))),
        new Example(
            "illegal-lending-offer",
            "two hints and a number",
            post(Category.ILLEGAL_LENDING, 0.5, PROMOTES)
                .with(hint("langsung cair", Category.ILLEGAL_LENDING))
                .with(hint("modal ktp", Category.ILLEGAL_LENDING))
                .with(entity(EntityKind.PHONE))),
        new Example(
            "illegal-trade-offer",
            "a listed drug with a price",
            post(Category.ILLEGAL_TRADE, 0.5, PROMOTES)
                .with(term("obat keras tanpa resep", Category.ILLEGAL_TRADE))
                .with(entity(EntityKind.PRICE))),
        new Example(
            "hate-against-group",
            "a sure model, where nobody whom critics speak of is named",
            post(Category.HATE, 0.75, NONE).withWords(9)),
        new Example(
            "hate-against-group",
            "killing or expelling said beside a group, and a model that half believes it",
            post(Category.HATE, 0.55, NONE).withWords(9).with(term("dimusnahkan", Category.HATE))),
        new Example(
            "hate-against-group",
            "two such predicates, which the model does not know",
            post(Category.HATE, 0.05, NONE)
                .withWords(9)
                .with(term("dimusnahkan", Category.HATE))
                .with(term("bukan manusia", Category.HATE))),
        new Example(
            "hate-against-group",
            "a short post that says nothing but the call, whatever the model has learnt",
            post(Category.HATE, 0.001, NONE).withWords(6).with(call("halal darahnya"))),
        new Example("abuse-of-person", "a very sure model", post(Category.ABUSE, 0.95, NONE)));
  }

  static List<Example> passes() {
    return List.of(
        new Example(
            "sextortion-threat",
            "nothing but a very sure model",
            post(Category.SEXTORTION, 0.95, PROMOTES)),
        new Example(
            "gambling-promotion",
            "a mother warns, in every word that gambling uses",
            post(Category.GAMBLING, 0.99, MENTIONS)
                .with(term("gacor", Category.GAMBLING))
                .with(term("slot", Category.GAMBLING))
                .with(pattern(Category.GAMBLING))),
        new Example(
            "gambling-promotion",
            "a gamer's slot",
            post(Category.GAMBLING, 0.55, PROMOTES).with(hint("slot", Category.GAMBLING))),
        new Example(
            "gambling-promotion",
            "a greeting in fancy letters",
            post(Category.GAMBLING, 0.1, PROMOTES).withDisguisedLetters(30)),
        new Example(
            "gambling-lookalike",
            "someone was arrested for it",
            post(Category.GAMBLING, 0.8, PROMOTES)
                .with(
                    new TermFound(
                        "ditangkap", Optional.empty(), MENTIONS, false, new Span(0, 9), -1))),
        new Example(
            "prostitution-offer",
            "BO, a bus company, and nothing else",
            post(Category.PROSTITUTION, 0.55, PROMOTES).with(hint("bo", Category.PROSTITUTION))),
        new Example(
            "prostitution-offer",
            "BO and nothing else, however sure the model is",
            post(Category.PROSTITUTION, 0.99, PROMOTES).with(hint("bo", Category.PROSTITUTION))),
        new Example(
            "prostitution-offer",
            "a sure model and not one word, number or price that could be shown",
            post(Category.PROSTITUTION, 0.99, PROMOTES)),
        new Example(
            "prostitution-offer",
            "a book's pre-order with phone and price that no model suspects",
            post(Category.PROSTITUTION, 0.05, PROMOTES)
                .with(hint("open bo", Category.PROSTITUTION))
                .with(entity(EntityKind.PHONE))
                .with(entity(EntityKind.PRICE))),
        new Example(
            "pornography-offer",
            "a woman says that her video was spread",
            post(Category.PORNOGRAPHY, 0.97, MENTIONS)
                .withScore(Category.SEXTORTION, 0.1)
                .withScore(Category.PROSTITUTION, 0.02)
                .with(term("video viral", Category.PORNOGRAPHY))),
        new Example(
            "pornography-offer",
            "a threat to spread a video offers none",
            post(Category.PORNOGRAPHY, 0.99, PROMOTES)
                .withScore(Category.SEXTORTION, 0.95)
                .withScore(Category.PROSTITUTION, 0.02)),
        new Example(
            "sextortion-threat",
            "a victim asks for help",
            post(Category.SEXTORTION, 0.97, MENTIONS)
                .with(term("sebar video", Category.SEXTORTION))
                .with(entity(EntityKind.PHONE))),
        new Example(
            "sextortion-threat",
            "a victim whose stance nobody could read",
            post(Category.SEXTORTION, 0.97, NONE)
                .with(term("saya sebar video", Category.SEXTORTION))
                .with(entity(EntityKind.BANK_ACCOUNT))),
        new Example(
            "sextortion-threat",
            "a victim who quotes the threat and was read as the one who threatens",
            post(Category.SEXTORTION, 0.97, PROMOTES)
                .with(term("saya sebar video", Category.SEXTORTION))
                .with(caution("pelaku bilang", Category.SEXTORTION))
                .with(entity(EntityKind.PRICE))),
        new Example(
            "sextortion-threat",
            "a recording of a meeting that will be sent to the office",
            post(Category.SEXTORTION, 0.8, PROMOTES).with(hint("rekaman", Category.SEXTORTION))),
        new Example(
            "scam-offer",
            "forged papers for sale, by words that a scam shares",
            post(Category.SCAM, 0.9, PROMOTES)
                .withScore(Category.ILLEGAL_TRADE, 0.9)
                .with(entity(EntityKind.PHONE))),
        new Example(
            "gambling-promotion",
            "two words of which anything can be believed",
            post(Category.GAMBLING, 0.8, PROMOTES).withWords(2)),
        new Example(
            "illegal-trade-offer",
            "two words of which anything can be believed",
            post(Category.ILLEGAL_TRADE, 0.95, PROMOTES).withWords(2)),
        new Example(
            "scam-offer",
            "a seller's number",
            post(Category.SCAM, 0.55, PROMOTES)
                .withScore(Category.ILLEGAL_TRADE, 0.1)
                .with(entity(EntityKind.WHATSAPP))),
        new Example(
            "illegal-lending-offer",
            "a borrower asks for help",
            post(Category.ILLEGAL_LENDING, 0.98, MENTIONS)
                .with(term("pinjol", Category.ILLEGAL_LENDING))
                .with(entity(EntityKind.PHONE))),
        new Example(
            "illegal-trade-offer",
            "a sure model and no listed word",
            post(Category.ILLEGAL_TRADE, 0.95, PROMOTES).with(entity(EntityKind.PRICE))),
        new Example(
            "hate-against-group",
            "a quotation",
            post(Category.HATE, 0.97, MENTIONS)
                .withWords(12)
                .with(topic("katanya", Category.HATE))),
        new Example(
            "hate-against-group",
            "a critic of those who govern, however sure the model",
            post(Category.HATE, 0.99, NONE).withWords(12).with(topic("rezim", Category.HATE))),
        new Example(
            "hate-against-group",
            "a model that half believes it, and no listed word",
            post(Category.HATE, 0.68, NONE).withWords(12)),
        new Example(
            "hate-against-group",
            "a reporter names what was shouted",
            post(Category.HATE, 0.6, MENTIONS)
                .withWords(12)
                .with(term("diusir aja", Category.HATE))
                .with(caution("polisi", Category.HATE))),
        new Example(
            "hate-against-group",
            "a critic's strong word in a post that also names a group: the model doubts it",
            post(Category.HATE, 0.3, NONE).withWords(12).with(term("itu sampah", Category.HATE))),
        new Example(
            "hate-against-group",
            "a longer post with a call, which may be a story",
            post(Category.HATE, 0.1, NONE).withWords(9).with(call("halal darahnya"))),
        new Example(
            "hate-against-group",
            "a call beside a topic",
            post(Category.HATE, 0.1, NONE)
                .withWords(6)
                .with(call("halal darahnya"))
                .with(topic("katanya", Category.HATE))),
        new Example(
            "hate-against-group", "a single word", post(Category.HATE, 0.97, NONE).withWords(1)),
        new Example(
            "abuse-of-person", "somebody was insulted", post(Category.ABUSE, 0.95, MENTIONS)));
  }

  @ParameterizedTest
  @MethodSource("hits")
  void finds(Example example) {
    assertThat(POLICIES.decide(example.facts()))
        .extracting(FirstPoliciesTest::name)
        .contains(example.policy());
  }

  @ParameterizedTest
  @MethodSource("passes")
  void lets_pass(Example example) {
    assertThat(POLICIES.decide(example.facts()))
        .extracting(FirstPoliciesTest::name)
        .doesNotContain(example.policy());
  }

  @Test
  void every_policy_has_a_hit_and_a_pass() {
    Set<String> names = POLICIES.all().stream().map(Policy::name).collect(Collectors.toSet());

    assertThat(hits().stream().map(Example::policy)).containsAll(names);
    assertThat(passes().stream().map(Example::policy)).containsAll(names);
  }

  static Stream<Policy> policies() {
    return POLICIES.all().stream();
  }

  @ParameterizedTest
  @MethodSource("policies")
  void every_policy_has_its_page_and_stands_in_the_list(Policy policy) throws IOException {
    String page = Files.readString(ROOT.resolve("docs/rules/" + policy.name() + ".md"));
    String list = Files.readString(ROOT.resolve("docs/rules/README.md"));

    assertThat(page).contains("**Catches**", "**Misses**", "**Who can be hurt by a mistake**");
    assertThat(Files.readString(ROOT.resolve("docs/rules/id/" + policy.name() + ".md")))
        .contains("**Menangkap**", "**Melewatkan**", "**Siapa yang dirugikan bila keliru**");
    assertThat(list)
        .contains(
            "| %s | %s | %s |"
                .formatted(
                    policy.name(), policy.category().code(), policy.shadow() ? "shadow" : "live"));
  }

  @ParameterizedTest
  @MethodSource("policies")
  void no_law_is_cited_as_verified_before_a_jurist_has_seen_it(Policy policy) {
    assertThat(policy.legalBasis()).endsWith("(perlu-verifikasi)");
  }

  @Test
  void every_word_of_the_vocabulary_is_explained() throws IOException {
    String list = Files.readString(ROOT.resolve("docs/rules/README.md"));

    assertThat(Vocabulary.of(Category.GAMBLING).words().keySet())
        .filteredOn(word -> !word.contains("."))
        .allSatisfy(word -> assertThat(list).contains("`" + word + "`"));
  }

  @Test
  void without_any_score_every_policy_is_silent() {
    KnownFacts everything = KnownFacts.NOTHING.withDisguisedLetters(99).withWords(99);
    for (Category category : Category.values()) {
      everything =
          everything
              .withStance(category, PROMOTES)
              .with(term("kata", category))
              .with(pattern(category))
              .with(entity(EntityKind.PHONE));
    }

    assertThat(POLICIES.decide(everything)).isEmpty();
  }

  private static String name(Finding finding) {
    return finding.policy().substring(0, finding.policy().indexOf('@'));
  }
}
