package ronda.server.sample;

import java.util.Optional;
import org.springframework.stereotype.Component;
import ronda.casework.cases.CaseFile;
import ronda.casework.objection.PublicCode;
import ronda.casework.office.Office;
import ronda.server.desk.Desks;
import ronda.server.objection.CaseCodes;
import ronda.server.objection.Hearing;
import ronda.store.sql.SqlCases;

/** One made-up person objects to one of the week's cases. */
@Component
final class SampleObjection implements SamplePart {
  private final Desks desks;
  private final CaseCodes codes;
  private final Hearing hearing;

  SampleObjection(Desks desks, CaseCodes codes, Hearing hearing) {
    this.desks = desks;
    this.codes = codes;
    this.hearing = hearing;
  }

  @Override
  public int order() {
    return 90;
  }

  @Override
  public void enter(Office office) {
    Optional<PublicCode> code =
        desks.change(
            office.id(),
            (desk, jdbc) ->
                new SqlCases(jdbc)
                    .latest(Optional.of(CaseFile.Status.OPEN), 0, 1).stream()
                        .findFirst()
                        .map(file -> codes.of(office.id(), file.id(), jdbc)));
    code.ifPresent(
        known ->
            hearing.raise(
                known,
                "Akun saya pernah dibajak bulan lalu. Unggahan itu bukan saya yang membuat,"
                    + " dan sekarang sudah saya hapus.",
                "orang.contoh@contoh.invalid"));
  }
}
