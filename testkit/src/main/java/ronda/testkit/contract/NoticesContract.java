package ronda.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import ronda.casework.notice.Notice;
import ronda.casework.notice.Notices;
import ronda.casework.office.Office;
import ronda.casework.office.Region;

/** What every {@link Notices} must do, with several offices that share them. */
public abstract class NoticesContract {
  private static final Instant NOW = Instant.parse("2026-11-22T02:00:00Z");

  protected static final Office BOGOR = office("Kota Contoh", "32.71");
  protected static final Office DISTRICT = office("Kabupaten Contoh", "32.01");
  protected static final Office PROVINCE = office("Provinsi Contoh", "32");
  protected static final Office FAR = office("Kota Jauh", "94.71");
  protected static final Office MINISTRY = office("Kementerian Contoh", "");

  /** The offices that take part. */
  protected static final List<Office> OFFICES = List.of(BOGOR, DISTRICT, PROVINCE, FAR, MINISTRY);

  /** Works on the notices as one office sees them, in one change. */
  protected abstract <T> T as(Office office, Function<Notices, T> work);

  @Test
  protected void a_notice_reaches_those_whose_place_it_names() {
    Notice notice = send(BOGOR, "32.01");
    assertThat(whoSees(notice)).containsExactly(BOGOR, DISTRICT, PROVINCE, MINISTRY);
  }

  @Test
  void a_notice_to_a_province_reaches_its_cities() {
    Notice notice = send(FAR, "32");
    assertThat(whoSees(notice)).containsExactly(BOGOR, DISTRICT, PROVINCE, FAR, MINISTRY);
  }

  @Test
  void a_notice_to_all_reaches_all_and_one_to_nobody_here_only_its_sender() {
    assertThat(whoSees(send(BOGOR))).containsExactlyElementsOf(OFFICES);
    assertThat(whoSees(send(BOGOR, "11"))).containsExactly(BOGOR, MINISTRY);
  }

  @Test
  void a_notice_is_unread_until_the_office_has_read_it() {
    Notice notice = send(BOGOR, "32.01");
    assertThat(unread(DISTRICT)).isEqualTo(1);
    assertThat(unread(BOGOR)).isZero();
    assertThat(unread(FAR)).isZero();
    read(DISTRICT, notice, NOW);
    read(DISTRICT, notice, NOW.plusSeconds(9));
    assertThat(unread(DISTRICT)).isZero();
    assertThat(isRead(DISTRICT, notice.id())).isTrue();
    assertThat(isRead(PROVINCE, notice.id())).isFalse();
    List<UUID> asked = List.of(notice.id(), UUID.randomUUID());
    assertThat(readAmong(DISTRICT, asked)).containsExactly(notice.id());
    assertThat(readAmong(PROVINCE, asked)).isEmpty();
    assertThat(readAmong(DISTRICT, List.of())).isEmpty();
  }

  @Test
  void the_sender_learns_which_office_has_read_and_nobody_else_does() {
    Notice notice = send(BOGOR, "32");
    read(DISTRICT, notice, NOW);
    read(PROVINCE, notice, NOW.plusSeconds(5));
    assertThat(receipts(BOGOR, notice.id()))
        .containsExactly(
            new Notices.Receipt(DISTRICT.name(), NOW),
            new Notices.Receipt(PROVINCE.name(), NOW.plusSeconds(5)));
    assertThat(receipts(DISTRICT, notice.id())).isEmpty();
    assertThat(receipts(FAR, notice.id())).isEmpty();
  }

  @Test
  void a_withdrawal_is_seen_by_all_whom_the_notice_reached() {
    Notice notice = send(BOGOR, "32");
    withdraw(BOGOR, notice, "keliru");
    withdraw(BOGOR, notice, "sekali lagi");
    Notice seen = byId(DISTRICT, notice.id()).orElseThrow();
    assertThat(seen).isEqualTo(notice.withdrawn(NOW, "keliru"));
    assertThat(unread(DISTRICT)).isZero();
  }

  @Test
  void nobody_withdraws_anothers_notice() {
    Notice notice = send(BOGOR, "32");
    withdraw(DISTRICT, notice, "bukan milik kami");
    assertThat(byId(BOGOR, notice.id())).contains(notice);
  }

  @Test
  void the_same_notice_is_kept_once_and_the_latest_stands_first() {
    Notice early = notice(BOGOR, NOW.minusSeconds(60), List.of());
    Notice late = notice(BOGOR, NOW, List.of());
    assertThat(send(BOGOR, early)).isTrue();
    assertThat(send(BOGOR, late)).isTrue();
    assertThat(send(BOGOR, late)).isFalse();
    assertThat(list(FAR, 0, 10)).containsExactly(late, early);
    assertThat(list(FAR, 1, 10)).containsExactly(early);
    assertThat(count(FAR)).isEqualTo(2);
  }

  @Test
  void a_notice_that_was_withdrawn_elsewhere_comes_in_withdrawn() {
    Notice withdrawn = notice(BOGOR, NOW, List.of()).withdrawn(NOW, "keliru");
    as(BOGOR, notices -> notices.send(withdrawn));
    assertThat(byId(FAR, withdrawn.id())).contains(withdrawn);
  }

  @Test
  void two_offices_bring_in_the_same_file_and_each_decides_for_itself() {
    UUID file = UUID.randomUUID();
    Notice city = ofFile(BOGOR, file);
    Notice district = ofFile(DISTRICT, file);
    assertThat(send(BOGOR, city)).isTrue();
    assertThat(send(DISTRICT, district)).isTrue();
    assertThat(send(DISTRICT, ofFile(DISTRICT, file))).as("the same file again").isFalse();

    withdraw(DISTRICT, district, "keliru");

    assertThat(kept(DISTRICT, file)).contains(district.withdrawn(NOW, "keliru"));
    assertThat(kept(BOGOR, file)).contains(city);
    assertThat(kept(FAR, file)).isEmpty();
    assertThat(district.number()).isEqualTo(file);
  }

  private static Notice ofFile(Office bringing, UUID file) {
    return new Notice(
        UUID.randomUUID(),
        new Notice.Sender(bringing.id(), "Kantor Lain", new Region("11"), Optional.of(file)),
        NOW,
        new Notice.Text("Judul", "", "tanda", "saran"),
        List.of(new Region("11")),
        Optional.empty());
  }

  private Optional<Notice> kept(Office office, UUID file) {
    return as(office, notices -> notices.ofFile(file));
  }

  private Optional<Notice> byId(Office office, UUID id) {
    return as(office, notices -> notices.byId(id));
  }

  private long unread(Office office) {
    return as(office, Notices::unread);
  }

  private Set<UUID> readAmong(Office office, List<UUID> ids) {
    return as(office, notices -> notices.readAmong(ids));
  }

  private boolean isRead(Office office, UUID id) {
    return as(office, notices -> notices.isRead(id));
  }

  private List<Notices.Receipt> receipts(Office office, UUID id) {
    return as(office, notices -> notices.receipts(id));
  }

  private boolean send(Office office, Notice notice) {
    return as(office, notices -> notices.send(notice));
  }

  private List<Notice> list(Office office, int from, int limit) {
    return as(office, notices -> notices.list(from, limit));
  }

  private long count(Office office) {
    return as(office, Notices::count);
  }

  private List<Office> whoSees(Notice notice) {
    return OFFICES.stream().filter(office -> byId(office, notice.id()).isPresent()).toList();
  }

  private Notice send(Office sender, String... regions) {
    Notice notice = notice(sender, NOW, Stream.of(regions).map(Region::new).toList());
    assertThat(send(sender, notice)).isTrue();
    return notice;
  }

  private static Notice notice(Office sender, Instant at, List<Region> audience) {
    return new Notice(
        UUID.randomUUID(),
        new Notice.Sender(sender.id(), sender.name(), sender.region()),
        at,
        new Notice.Text("Judul \"uji\"", "Modus", "tanda satu\ntanda dua 💥", "saran"),
        audience,
        Optional.empty());
  }

  private void read(Office office, Notice notice, Instant at) {
    as(
        office,
        notices -> {
          notices.read(notice.id(), at);
          return true;
        });
  }

  private void withdraw(Office office, Notice notice, String reason) {
    as(
        office,
        notices -> {
          notices.withdraw(notice.id(), new Notice.Withdrawal(NOW, reason));
          return true;
        });
  }

  private static Office office(String name, String region) {
    return new Office(
        UUID.randomUUID(), name, Office.Kind.COMMUNICATIONS_OFFICE, new Region(region));
  }
}
