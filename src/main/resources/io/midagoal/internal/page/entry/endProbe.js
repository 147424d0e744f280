/*
 * Arguments: a goal. Answers what the guard caught.
 */
import probe from '../recording/probe.js';

/** @param {GoalQuery} goal @returns {Caught} */
export default (goal) => probe.end(goal);
