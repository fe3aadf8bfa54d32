package ronda.server.referral;

/** What somebody is told who did something with a referral or one of its letters. */
enum Told {
  QUEUED("referral.queued", true),
  QUEUED_ANEW("referral.queued-anew", true),
  HANDED("referral.handed", true),
  CHASED("referral.chased", true),
  CHASE_WRITTEN("referral.chase-written", true),
  REPLY_ENTERED("referral.reply-entered", true),
  CONCLUDED("referral.concluded", true),
  DISCARDED("referral.discarded", true),
  CONFIRMED("referral.confirmed", true),
  DROPPED("referral.dropped", true),
  ARRIVED("referral.arrived", true),
  NO_ANSWER_YET("referral.no-answer-yet", true),

  NOT_AGAIN("referral.not-again", false),
  NOT_AN_ANSWER("referral.not-an-answer", false),
  NOT_BLANK("referral.not-blank", false),
  NOT_CONFIRMED("referral.not-confirmed", false),
  NOT_DISCARDED("referral.not-discarded", false),
  NOT_DUE("referral.not-due", false),
  NOT_ENDPOINT("referral.not-endpoint", false),
  NOT_KEY("referral.not-key", false),
  NOT_MAIL("referral.not-mail", false),
  NOT_OPEN("referral.not-open", false),
  NOT_OPEN_SENDING("referral.not-open-sending", false),
  NOT_SAME("referral.not-same", false),
  NOT_SENT("referral.not-sent", false),
  NOT_STILL("referral.not-still", false),
  NOT_SUPERIOR("referral.not-superior", false),
  NOT_THERE("referral.not-there", false);

  private final String key;
  private final boolean done;

  Told(String key, boolean done) {
    this.key = key;
    this.done = done;
  }

  /** The key of its words. */
  String key() {
    return key;
  }

  /** Whether it was done; if not, nothing was changed. */
  boolean isDone() {
    return done;
  }
}
