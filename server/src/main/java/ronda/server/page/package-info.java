/** What all pages have in common: the frame, the languages, what to say when something fails. */
@NullMarked
package ronda.server.page;

import org.jspecify.annotations.NullMarked;
