@NullMarked
package ronda.store.sql;

import org.jspecify.annotations.NullMarked;
