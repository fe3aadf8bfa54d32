package ronda.server.page;

/**
 * Something that an office still lacks before it can do all its work (yang belum disiapkan).
 *
 * @param order small numbers stand first
 * @param message the key of its words
 * @param path where one sees to it
 */
public record MissingPart(int order, String message, String path) {}
