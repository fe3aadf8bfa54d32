package ronda.casework.referral;

import java.util.Optional;

/**
 * What each letter of an office bears (kop dan penanda tangan), and how it is chased.
 *
 * @param letterhead the lines at its head: government, office, address; the second stands out
 * @param place where it is written
 * @param signerTitle such as {@code Kepala Dinas}
 * @param signerNumber the signer's official number (NIP); may be empty
 * @param from the mail address from which it leaves, and to which answers come
 * @param chasing who reminds a recipient that has not answered
 * @param superior the mail address that is told when reminders do not help; may be empty
 */
public record Stationery(
    String letterhead,
    String place,
    String signerTitle,
    String signerName,
    String signerNumber,
    Scheme scheme,
    String from,
    Chasing chasing,
    String superior) {

  /**
   * Who chases (penagihan).
   *
   * @param byItself whether reminders leave without a person; if not, a person is shown what is due
   * @param mostADay how many may leave by themselves in one day, 0 to 100
   */
  public record Chasing(boolean byItself, int mostADay) {
    /** A person clicks. */
    public static final Chasing BY_A_PERSON = new Chasing(false, 10);

    public Chasing {
      if (mostADay < 0 || mostADay > 100) {
        throw new IllegalArgumentException("0 to 100 reminders a day, was " + mostADay);
      }
    }
  }

  /** Why no letter can be written yet, as a stable word; empty if one can. */
  public Optional<String> missing() {
    if (letterhead.isBlank()) {
      return Optional.of("letterhead");
    }
    if (place.isBlank()) {
      return Optional.of("place");
    }
    if (signerName.isBlank() || signerTitle.isBlank()) {
      return Optional.of("signer");
    }
    return Optional.empty();
  }
}
