package ronda.server.referral;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import ronda.letters.mail.PostOffice;
import ronda.server.Browser;
import ronda.store.postgres.EmbeddedDatabase;

/**
 * A desk with a mail server, a browser in which its officer is signed in, and the ministry among
 * the addressees of its letters: one for all tests of a class.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class WithPostDesk {
  @RegisterExtension final EmbeddedDatabase database = new EmbeddedDatabase();

  final PostOffice post = new PostOffice();

  @SuppressWarnings("NullAway.Init") // Opened before all tests.
  OpenPostDesk desk;

  @SuppressWarnings("NullAway.Init")
  Browser browser;

  String ministry = "";

  @BeforeAll
  void open() {
    desk = new OpenPostDesk(database.source(), post.settings());
    browser = desk.browser(desk.officer);
    desk.letterhead(browser);
    ministry = desk.ministry(browser);
  }

  @AfterAll
  void close() {
    desk.close();
    post.close();
  }
}
