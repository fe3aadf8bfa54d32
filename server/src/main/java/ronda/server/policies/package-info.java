/** The pages on which an office keeps its policies: write, try, put on trial, put in force. */
@NullMarked
package ronda.server.policies;

import org.jspecify.annotations.NullMarked;
