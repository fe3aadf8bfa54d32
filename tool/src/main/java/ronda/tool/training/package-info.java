/**
 * Where training posts come from: a recipe names public data sets, grammars of made-up posts and
 * the ways both are varied.
 */
@NullMarked
package ronda.tool.training;

import org.jspecify.annotations.NullMarked;
