package ronda.identify.entity;

/**
 * Where the parts of a link stand. The host name stands in an array of its own, because a disguised
 * one, such as {@code abc[.]com}, does not stand in the text as it is meant.
 *
 * @param host the bytes that hold the host name: the plain text's, or a few of their own
 * @param hostFrom where in {@code host} the host name begins
 * @param registered where in {@code host} the registered domain begins
 * @param hostTo where in {@code host} the host name ends
 * @param from where the link begins in the plain text, its scheme included
 * @param tailFrom where in the plain text the host ends, and port, path or query begin
 * @param to where the link ends in the plain text
 * @param disguised whether the dots were written so that machines miss them
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, and never kept beyond one look
record Link(
    byte[] host,
    int hostFrom,
    int registered,
    int hostTo,
    int from,
    int tailFrom,
    int to,
    boolean disguised) {}
