/** Tests of who may enter, and how often. */
@org.jspecify.annotations.NullMarked
package ronda.server.door;
