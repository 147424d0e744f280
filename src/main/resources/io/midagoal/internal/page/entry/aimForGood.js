/*
 * Arguments: a goal. Scrolls to where a click counts and answers the point, or null.
 */
import aim from '../recording/aim.js';

/** @param {GoalQuery} goal @returns {ClickPoint | null} */
export default (goal) => aim.forGood(goal);
