@NullMarked
package ronda.letters.form;

import org.jspecify.annotations.NullMarked;
