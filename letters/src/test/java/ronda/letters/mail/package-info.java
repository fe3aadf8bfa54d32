@NullMarked
package ronda.letters.mail;

import org.jspecify.annotations.NullMarked;
