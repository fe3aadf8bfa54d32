/** A record to which one may only add: whoever changes a word of it is found out. */
@NullMarked
package ronda.casework.chain;

import org.jspecify.annotations.NullMarked;
