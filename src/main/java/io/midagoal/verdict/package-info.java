/**
 * What is expected of a goal, and what was found out: the values that go into and come out of
 * verification and journeys.
 */
@NullMarked
package io.midagoal.verdict;

import org.jspecify.annotations.NullMarked;
