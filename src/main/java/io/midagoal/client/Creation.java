package io.midagoal.client;

import io.midagoal.goal.GoalProfile;

/**
 * A created goal, and whether this call certainly created it.
 *
 * @param profile the goal as Mida has it
 * @param certain false if Mida's answer was lost and the goal was found later: another program may
 *     have created it at the same time
 */
public record Creation(GoalProfile profile, boolean certain) {}
