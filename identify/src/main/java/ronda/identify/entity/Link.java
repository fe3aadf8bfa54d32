package ronda.identify.entity;

/**
 * Where the parts of a link stand in the plain text.
 *
 * @param from where it begins, its scheme included
 * @param host where its host name begins
 * @param registered where the registered domain in the host name begins
 * @param hostTo where the host name ends
 * @param to where the link ends
 */
record Link(int from, int host, int registered, int hostTo, int to) {}
