/*
 * Arguments: a goal. Scrolls to where a click counts, for good, and answers the point, or null.
 */
import reach from '../geometry/reach.js';
import types from '../goals/types.js';

/** @param {GoalQuery} goal @returns {ClickPoint | null} */
export default (goal) => {
  const point = types.ofElements(goal).aim(goal);
  reach.stay();
  return point;
};
