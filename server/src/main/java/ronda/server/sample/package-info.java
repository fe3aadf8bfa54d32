/** A made-up office with made-up people, so that one sees at once how it feels. */
@NullMarked
package ronda.server.sample;

import org.jspecify.annotations.NullMarked;
