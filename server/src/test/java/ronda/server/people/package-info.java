@NullMarked
package ronda.server.people;

import org.jspecify.annotations.NullMarked;
