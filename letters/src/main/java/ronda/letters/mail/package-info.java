/** Hands letters to a mail server or an interface, and reads what comes back. */
@NullMarked
package ronda.letters.mail;

import org.jspecify.annotations.NullMarked;
