/** What is forgotten and when, what must not be, and the hourly round that forgets. */
@NullMarked
package ronda.server.retention;

import org.jspecify.annotations.NullMarked;
