package ronda.server.referral;

import java.time.LocalDate;
import ronda.casework.referral.Letter;
import ronda.casework.referral.Referral;
import ronda.identify.post.Category;
import ronda.letters.form.LetterSheet;

/**
 * What letters say, in Indonesian whatever language the console speaks: their readers are
 * Indonesian offices.
 */
final class Wording {
  private Wording() {}

  /** The category as a letter names it, after the word <em>dugaan</em>. */
  static String category(Category category) {
    return switch (category) {
      case GAMBLING -> "perjudian daring";
      case PROSTITUTION -> "prostitusi daring";
      case PORNOGRAPHY -> "pornografi";
      case SEXTORTION -> "pemerasan seksual";
      case SCAM -> "penipuan daring";
      case ILLEGAL_LENDING -> "pinjaman daring ilegal";
      case ILLEGAL_TRADE -> "jual beli ilegal";
      case HATE -> "ujaran kebencian";
      case ABUSE -> "perundungan daring";
      case HOAX -> "berita bohong";
    };
  }

  static String subject(Letter.Kind kind) {
    return switch (kind) {
      case REFERRAL -> "Rujukan";
      case REMINDER -> "Pengingat atas surat";
      case ESCALATION -> "Laporan belum adanya jawaban atas surat";
      case RECALL -> "Penarikan surat";
    };
  }

  static String reminder(Referral referral, String sentOn) {
    return "Menyusul surat kami nomor "
        + referral.letter()
        + " yang kami kirim pada "
        + sentOn
        + ", sampai hari ini kami belum menerima jawaban. Mohon kiranya dapat diberitahukan tindak"
        + " lanjut, atau alasan bila tidak dapat ditindaklanjuti. Mohon jawaban Saudara memuat nomor"
        + " surat "
        + referral.letter()
        + ".";
  }

  static String escalation(Referral referral, String sentOn) {
    return "Dengan ini kami laporkan bahwa surat rujukan kami nomor "
        + referral.letter()
        + " kepada "
        + referral.addressee()
        + ", yang kami kirim pada "
        + sentOn
        + ", belum dijawab meskipun telah diingatkan. Mohon arahan.";
  }

  /** Why a referral is recalled, in words that say nothing of whoever objected. */
  static String upheld(LocalDate day) {
    return "Keberatan pihak yang bersangkutan dikabulkan pada "
        + day(day)
        + ", dan temuan yang mendasari surat itu ditarik.";
  }

  /** Why a letter was given up that was written anew. */
  static String replacedBy(String number) {
    return "Ditulis ulang: diganti surat " + number;
  }

  /**
   * A recall.
   *
   * @param reason see {@link #upheld}
   */
  static String recall(Referral referral, String reason) {
    return "Dengan ini kami menarik surat rujukan kami nomor "
        + referral.letter()
        + ". "
        + reason
        + "\nMohon surat tersebut beserta lampirannya tidak digunakan, dan bila telah ada tindakan,"
        + " mohon ditinjau kembali. Atas kekeliruan kami, kami mohon maaf kepada pihak yang"
        + " bersangkutan.";
  }

  /** The words of the mail to which the letter is attached: they say nothing of the matter. */
  static String mail(String number, String to, boolean hasOpenLaw) {
    return "Yth. "
        + to
        + ",\n\nTerlampir surat kami nomor "
        + number
        + " dalam bentuk PDF beserta berkas datanya."
        + (hasOpenLaw
            ? " Dasar hukum yang bertanda \"perlu verifikasi\" di dalamnya belum diperiksa ahli hukum."
            : "")
        + "\n\nMohon membalas surel ini tanpa mengubah nomor"
        + " surat pada baris perihal, agar jawaban Saudara sampai pada berkas yang benar.\n";
  }

  static String mailSubject(String number) {
    return "Surat nomor " + number;
  }

  static String day(LocalDate day) {
    return LetterSheet.day(day);
  }
}
