package ronda.casework.authority;

import java.util.List;
import java.util.Locale;
import ronda.identify.post.Category;

/** The ten categories of content that the ministry named for elections, as the press has them. */
public enum ElectionContent {
  SLANDER("Fitnah"),
  HATE_SPEECH("Ujaran kebencian"),
  PROVOCATION("SARA"),
  HOAX("Hoaks"),
  TERRORISM("Terorisme/radikalisme"),
  INFORMATION_SECURITY("Keamanan informasi"),
  SECTOR_ADVICE("Rekomendasi instansi sektor (Bawaslu)"),
  UNSETTLING("Meresahkan masyarakat"),
  VALUES("Melanggar nilai sosial budaya"),
  NEUTRALITY("Netralitas ASN");

  private final String title;

  ElectionContent(String title) {
    this.title = title;
  }

  /** The stable code, such as {@code hate-speech}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** As the ministry calls it, in Indonesian. */
  public String title() {
    return title;
  }

  /**
   * Under which of them a case of ours may be referred to the election supervisor, the nearest
   * first. "Unsettling" and "values" are never among them: they would fit any criticism.
   */
  public static List<ElectionContent> of(Category category) {
    return switch (category) {
      case HATE -> List.of(HATE_SPEECH, PROVOCATION);
      case HOAX -> List.of(HOAX);
      case ABUSE -> List.of(HATE_SPEECH);
      case SCAM -> List.of(INFORMATION_SECURITY);
      case GAMBLING, PROSTITUTION, PORNOGRAPHY, SEXTORTION, ILLEGAL_LENDING, ILLEGAL_TRADE ->
          List.of();
    };
  }
}
