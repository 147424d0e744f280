/**
 * The JUnit API: the annotations, {@link io.midagoal.MidaGoalExtension} and {@link
 * io.midagoal.GoalCheck}.
 */
@NullMarked
package io.midagoal;

import org.jspecify.annotations.NullMarked;
