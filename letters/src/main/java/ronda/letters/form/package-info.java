/** Writes what each recipient asks for, on paper and as data (formulir rujukan). */
@NullMarked
package ronda.letters.form;

import org.jspecify.annotations.NullMarked;
