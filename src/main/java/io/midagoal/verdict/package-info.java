/** Expectations and verdicts: the input and output of verification and journeys. */
@NullMarked
package io.midagoal.verdict;

import org.jspecify.annotations.NullMarked;
