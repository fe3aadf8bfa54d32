/** Tests of the commands. */
@org.jspecify.annotations.NullMarked
package ronda.server.command;
