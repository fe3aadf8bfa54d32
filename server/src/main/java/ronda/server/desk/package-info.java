/** The desk's doors: posts come in, jobs are judged, cases are kept. */
@NullMarked
package ronda.server.desk;

import org.jspecify.annotations.NullMarked;
