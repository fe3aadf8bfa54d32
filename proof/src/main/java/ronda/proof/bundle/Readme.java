package ronda.proof.bundle;

/** What stands in an archive for whoever opens it without knowing where it comes from. */
final class Readme {
  static final String BUNDLE =
      """
      BERKAS BUKTI RONDA / RONDA EVIDENCE BUNDLE          ronda-bundle/1

      Bahasa Indonesia
      ----------------
      Berkas ini memuat bukti satu kasus: riwayat kasus, catatan penguasaan barang bukti, dan
      barang buktinya. Seluruh isinya adalah dugaan sampai diputus oleh pihak yang berwenang.
      Jangan menyebarkan isinya. Jangan mengubah atau mengemas ulang berkas ini: satu byte yang
      berubah pun akan ketahuan.

        case.json       kasus dan daftar barang bukti
        chain.jsonl     riwayat kasus; setiap langkah memuat nilai hash langkah sebelumnya
        custody.jsonl   siapa menangani barang bukti, kapan, dan mengapa
        items/          barang bukti; record.json memuat asal-usul dan nilai hash SHA-256 setiap bagian
        manifest.json   ukuran dan nilai hash SHA-256 setiap berkas di sini
        stamps/         stempel waktu (RFC 3161) untuk manifest.json, dan sertifikatnya
        seal.jsonl      segel: nilai hash manifest.json dan nilai hash stempel waktu

      Memeriksa keutuhan:  ./ronda verify BERKAS.zip   (tanpa basis data, tanpa jaringan)
      Cocokkan pula nilai hash SHA-256 seluruh berkas dengan yang tertulis di halaman kasus atau
      surat.

      English
      -------
      This file holds the evidence of one case: its history, the record of custody, and the items.
      All of it is suspicion (dugaan) until a competent body decides. Do not spread it. Do not
      change or repack this file: a single changed byte is found.

        case.json       the case and the list of items
        chain.jsonl     the case's history; each step holds the hash of the one before it
        custody.jsonl   who touched an item, when, and why
        items/          the items; record.json says where each came from, with every part's SHA-256
        manifest.json   size and SHA-256 of every file in here
        stamps/         a time stamp (RFC 3161) of manifest.json, and its certificates
        seal.jsonl      the seal: the hashes of manifest.json and of the time stamp

      To check it:  ./ronda verify FILE.zip   (no database, no network)
      Compare the SHA-256 of the whole file with the one on the case's page or in the letter, too.
      The time stamp alone:
        openssl ts -verify -data manifest.json -in stamps/manifest.tsr -CAfile stamps/manifest.pem
      The format is described in docs/evidence-bundle.md of Ronda, so that any program can check it.
      """;

  static final String ANCHOR =
      """
      JANGKAR RONDA / RONDA ANCHOR          ronda-anchor/1

      Nilai hash terakhir semua rantai catatan satu kantor pada satu saat. Simpan berkas ini di
      tempat lain: kelak terlihat apakah catatan dipotong atau ditulis ulang.

      The last hashes of all records of one office at one moment. Keep this file elsewhere: it
      shows later whether a record was cut off or written anew.

        heads.json      setiap rantai: jumlah entri, hash terakhir / each chain: entries, last hash
        heads.sig       tanda tangan Ed25519 atas heads.json / Ed25519 signature over heads.json
        key.pem         kunci publiknya / its public key

      ./ronda verify FILE.zip
      openssl pkeyutl -verify -pubin -inkey key.pem -rawin -in heads.json -sigfile heads.sig
      """;

  private Readme() {}
}
