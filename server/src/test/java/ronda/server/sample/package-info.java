/** Tests of what a first look shows. */
@org.jspecify.annotations.NullMarked
package ronda.server.sample;
