package ronda.identify.decide;

import ronda.identify.post.Category;

/**
 * Which signals of a post make a finding (kebijakan), as data.
 *
 * @param name stable, lower-case, with hyphens
 * @param version counts up from 1
 * @param floor a post whose score for the category lies below it is not looked at: keeps the
 *     expensive condition from running on every harmless post
 * @param severity how soon a person should look
 * @param legalBasis a reference into the law table
 * @param shadow on trial: findings are marked and bother nobody
 */
public record Policy(
    String name,
    int version,
    Category category,
    double floor,
    Condition condition,
    Severity severity,
    String legalBasis,
    boolean shadow) {}
