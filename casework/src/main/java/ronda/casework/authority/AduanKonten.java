package ronda.casework.authority;

import java.util.List;
import ronda.identify.post.Category;

/**
 * The twelve categories of the ministry's complaint form (aduankonten.id, as the press describes
 * it).
 */
public enum AduanKonten {
  PORNOGRAPHY("Pornografi/pornografi anak"),
  GAMBLING("Perjudian"),
  EXTORTION("Pemerasan"),
  FRAUD("Penipuan"),
  VIOLENCE("Kekerasan/kekerasan anak"),
  DEFAMATION("Fitnah/pencemaran nama baik"),
  COPYRIGHT("Pelanggaran kekayaan intelektual"),
  REGULATED_PRODUCT("Produk dengan aturan khusus"),
  PROVOCATION("Provokasi SARA"),
  HOAX("Berita bohong"),
  TERRORISM("Terorisme/radikalisme"),
  OTHER_LAW("Informasi/dokumen elektronik melanggar UU");

  private final String title;

  AduanKonten(String title) {
    this.title = title;
  }

  /** As it stands in the form, in Indonesian. */
  public String title() {
    return title;
  }

  /**
   * Under which of them a case of ours may be reported, the nearest first. Defamation is never
   * among them: an office has no good name to complain of, and a person complains for himself.
   */
  public static List<AduanKonten> of(Category category) {
    return switch (category) {
      case GAMBLING -> List.of(GAMBLING);
      case PROSTITUTION -> List.of(PORNOGRAPHY, OTHER_LAW);
      case PORNOGRAPHY -> List.of(PORNOGRAPHY);
      case SEXTORTION -> List.of(EXTORTION, PORNOGRAPHY);
      case SCAM -> List.of(FRAUD);
      case ILLEGAL_LENDING -> List.of(OTHER_LAW, FRAUD);
      case ILLEGAL_TRADE -> List.of(REGULATED_PRODUCT, OTHER_LAW);
      case HATE -> List.of(PROVOCATION);
      case ABUSE -> List.of(VIOLENCE, OTHER_LAW);
      case HOAX -> List.of(HOAX);
    };
  }
}
