package ronda.casework.office;

import static ronda.casework.office.Permission.*;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What a person does in an office (peran). One person may have several. */
public enum Role {
  ADMINISTRATOR,
  HEAD,
  REVIEWER,
  CASE_OFFICER,
  EVIDENCE_CUSTODIAN,
  SPOKESPERSON,
  POSKO,
  ANALYST,
  AUDITOR;

  private final String code = name().toLowerCase(Locale.ROOT).replace('_', '-');

  /** The stable code, such as {@code case-officer}. */
  public String code() {
    return code;
  }

  /** The role with this code, if there is one. */
  public static Optional<Role> ofCode(String code) {
    for (Role role : values()) {
      if (role.code.equals(code)) {
        return Optional.of(role);
      }
    }
    return Optional.empty();
  }

  /**
   * What this role may do. The auditor reads everything but what is sealed, and changes nothing;
   * the administrator looks after people and settings and judges no post, so that nobody both sets
   * the rules and applies them unseen.
   */
  public Set<Permission> permissions() {
    return switch (this) {
      case ADMINISTRATOR ->
          EnumSet.of(
              READ_DESK,
              READ_PEOPLE,
              KEEP_PEOPLE,
              KEEP_OFFICE,
              READ_AUDIT,
              READ_POLICIES,
              KEEP_POLICIES,
              READ_AUTHORITY,
              KEEP_AUTHORITY,
              APPROVE_AUTHORITY);
      case HEAD ->
          EnumSet.of(
              READ_DESK,
              READ_CASES,
              READ_WATCHLIST,
              READ_POLICIES,
              KEEP_POLICIES,
              READ_QUALITY,
              READ_AUDIT,
              SEND_NOTICES,
              READ_AUTHORITY,
              APPROVE_AUTHORITY,
              OPEN_EVIDENCE,
              JUDGE_OBJECTIONS,
              KEEP_HOLDS,
              AGREE_TO_DISPOSAL,
              PUBLISH_REPORTS);
      case REVIEWER ->
          EnumSet.of(
              READ_DESK,
              REVIEW,
              BRING_POSTS,
              READ_CASES,
              READ_WATCHLIST,
              READ_POLICIES,
              READ_AUTHORITY,
              JUDGE_OBJECTIONS);
      case CASE_OFFICER ->
          EnumSet.of(
              READ_DESK,
              REVIEW,
              BRING_POSTS,
              READ_CASES,
              KEEP_CASES,
              READ_WATCHLIST,
              KEEP_WATCHLIST,
              READ_POLICIES,
              SEND_NOTICES,
              READ_AUTHORITY,
              KEEP_EVIDENCE,
              REFER,
              JUDGE_OBJECTIONS,
              KEEP_HOLDS);
      case EVIDENCE_CUSTODIAN ->
          EnumSet.of(
              READ_DESK,
              READ_CASES,
              READ_AUTHORITY,
              KEEP_EVIDENCE,
              OPEN_EVIDENCE,
              KEEP_HOLDS,
              AGREE_TO_DISPOSAL);
      case SPOKESPERSON -> EnumSet.of(READ_DESK);
      case POSKO -> EnumSet.of(READ_DESK, BRING_POSTS, READ_CASES, READ_WATCHLIST, SEND_NOTICES);
      case ANALYST ->
          EnumSet.of(
              READ_DESK,
              READ_CASES,
              READ_WATCHLIST,
              READ_POLICIES,
              KEEP_POLICIES,
              READ_QUALITY,
              KEEP_QUALITY,
              READ_AUTHORITY);
      case AUDITOR ->
          EnumSet.of(
              READ_DESK,
              READ_CASES,
              READ_WATCHLIST,
              READ_POLICIES,
              READ_QUALITY,
              READ_AUDIT,
              READ_PEOPLE,
              READ_AUTHORITY,
              READ_EVERYTHING);
    };
  }
}
