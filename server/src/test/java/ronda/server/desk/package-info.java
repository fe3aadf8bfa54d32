/** Tests of the desk's doors. */
@org.jspecify.annotations.NullMarked
package ronda.server.desk;
