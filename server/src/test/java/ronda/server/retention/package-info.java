/** Tests of what is forgotten. */
@org.jspecify.annotations.NullMarked
package ronda.server.retention;
