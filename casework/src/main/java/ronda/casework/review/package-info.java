/** People judge findings: who holds a job, what was decided, how well reviewers agree. */
@NullMarked
package ronda.casework.review;

import org.jspecify.annotations.NullMarked;
