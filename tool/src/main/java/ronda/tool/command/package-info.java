/** The subcommands: what a person may ask for, and what they are told. */
@NullMarked
package ronda.tool.command;

import org.jspecify.annotations.NullMarked;
