/**
 * Definitions of goals on real pages that others wrote, their truth as found out with a real mouse
 * and keyboard, and the test that holds the verdicts against it.
 *
 * <p>Only the tests and {@link io.midagoal.corpus.Judgements} know the library: the pages, the
 * definitions and the oracle that finds the truth must not share a line with what they judge.
 */
@NullMarked
package io.midagoal.corpus;

import org.jspecify.annotations.NullMarked;
