package ronda.casework.authority;

import java.util.List;
import ronda.identify.post.Category;

/** The categories of the ministry's register of reported bank accounts (CekRekening.id). */
public enum CekRekening {
  FRAUD("Penipuan"),
  TERRORISM("Terorisme"),
  RADICALISM("Radikalisme"),
  MONEY_LAUNDERING("Pencucian uang"),
  CORRUPTION("Korupsi"),
  NARCOTICS("Narkotika"),
  PROSTITUTION("Prostitusi online"),
  EXTORTION("Pemerasan"),
  GAMBLING("Judi online"),
  OTHER("Lainnya");

  private final String title;

  CekRekening(String title) {
    this.title = title;
  }

  /** As it stands in the form, in Indonesian. */
  public String title() {
    return title;
  }

  /** Under which of them an account found in a case of ours may be reported, the nearest first. */
  public static List<CekRekening> of(Category category) {
    return switch (category) {
      case GAMBLING -> List.of(GAMBLING);
      case PROSTITUTION -> List.of(PROSTITUTION);
      case PORNOGRAPHY -> List.of(OTHER);
      case SEXTORTION -> List.of(EXTORTION);
      case SCAM -> List.of(FRAUD);
      case ILLEGAL_LENDING -> List.of(FRAUD, OTHER);
      case ILLEGAL_TRADE -> List.of(NARCOTICS, OTHER);
      case HATE, ABUSE, HOAX -> List.of();
    };
  }
}
