package io.midagoal.client;

import io.midagoal.goal.GoalProfile;

/**
 * A goal that was created, and whether it is certain who did it.
 *
 * @param profile the goal as Mida holds it
 * @param certain false when Mida's answer was lost and the goal was then found: another program may
 *     have created it at the same moment
 */
public record Creation(GoalProfile profile, boolean certain) {}
