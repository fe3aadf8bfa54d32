package ronda.casework.office;

/** What a login may do at this desk (izin). What the law lets an office do is authority. */
public enum Permission {
  /** See the queue and the jobs of one's own office and region. */
  READ_DESK,
  /** Take a job and judge it. */
  REVIEW,
  /** Upload, paste or send in posts. */
  BRING_POSTS,
  READ_CASES,
  /** Open a case and add to it. */
  KEEP_CASES,
  /** See who may do what by which law. */
  READ_AUTHORITY,
  /** Propose a change of the authority table. */
  KEEP_AUTHORITY,
  /** Approve a change that somebody else proposed. */
  APPROVE_AUTHORITY,
  /** Capture pages, add evidence, make bundles. */
  KEEP_EVIDENCE,
  /** Ask for sealed evidence to be opened, or agree to it as the second person. */
  OPEN_EVIDENCE,
  /** Write referrals, send them, enter what came of them. */
  REFER,
  /** Decide objections to what others judged. */
  JUDGE_OBJECTIONS,
  READ_WATCHLIST,
  /** Enter accounts and ways of working, and change their state. */
  KEEP_WATCHLIST,
  READ_POLICIES,
  /** Change a policy, put it on trial or in force, or take it back. */
  KEEP_POLICIES,
  /** See how well reviewers agree. */
  READ_QUALITY,
  /** Plant golden items and take decisions out as labelled posts. */
  KEEP_QUALITY,
  /** Warn other regions. */
  SEND_NOTICES,
  READ_AUDIT,
  /** Tell the public, in the office's name, what the office did. */
  PUBLISH_REPORTS,
  READ_PEOPLE,
  /** Invite people, give roles, end sessions. */
  KEEP_PEOPLE,
  /** Forbid that a job or case is forgotten, and allow it again. */
  KEEP_HOLDS,
  /** Agree, as the second person, that a case's papers are destroyed. */
  AGREE_TO_DISPOSAL,
  /**
   * The office's own settings, the tokens of its programs, and what those sent that could not be
   * read.
   */
  KEEP_OFFICE,
  /**
   * Look at what else only those are shown who act on it: the office's settings, objections, the
   * police lane, wishes to open evidence, mail that answers no letter, what was brought. Nothing
   * that is sealed, and no secret, stands on those pages.
   */
  READ_EVERYTHING
}
