/** Tests of what the public is told. */
@org.jspecify.annotations.NullMarked
package ronda.server.transparency;
