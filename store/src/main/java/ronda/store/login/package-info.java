/** What is kept so that people and programs can sign in: hashes, sessions, links, attempts. */
@NullMarked
package ronda.store.login;

import org.jspecify.annotations.NullMarked;
