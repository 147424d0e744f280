/*
 * Arguments: a goal. Arms the guard and answers where to give input.
 */
import probe from '../recording/probe.js';

/** @param {GoalQuery} goal @returns {Begun} */
export default (goal) => probe.begin(goal);
