@NullMarked
package ronda.store.login;

import org.jspecify.annotations.NullMarked;
