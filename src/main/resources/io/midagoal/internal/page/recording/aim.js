/*
 * Finds the point at which a visitor would click, and scrolls there.
 */
import judge from '../goals/judge.js';
import reach from '../geometry/reach.js';

/**
 * Input comes in whole pixels: the one beside the point where the click still counts.
 * @param {Point} point @param {Counts} counts @returns {Point}
 */
function wholePixel({x, y}, counts) {
  /** @type {[number, number][]} */
  const candidates = [[Math.round(x), Math.round(y)], [Math.floor(x), Math.floor(y)],
    [Math.ceil(x), Math.ceil(y)], [Math.floor(x), Math.ceil(y)], [Math.ceil(x), Math.floor(y)]];
  const [left, top] = candidates.find((point) => reach.countsAt(...point, counts)) ?? candidates[0];
  return {x: left, y: top};
}

/**
 * Scrolls to the element; answers where a click on it counts, or null.
 * @param {Element} element @param {Counts} counts @returns {ClickPoint | null}
 */
function at(element, counts) {
  const point = reach.clickPoint(element, counts);
  return point === null ? null : {...wholePixel(point, counts), element: judge.describe(element)};
}

/**
 * Scrolls to the first match of a goal on which a click counts; answers where, or null.
 * @param {GoalQuery} goal @returns {ClickPoint | null}
 */
function atGoal(goal) {
  for (const {element, places} of judge.clickable(goal)) {
    for (const {area, counts} of places) {
      const found = at(area, counts);
      if (found !== null) {
        return {...found, element: judge.describe(element)};
      }
    }
  }
  return null;
}

/**
 * The same, for a click that is to have its consequences: the page stays scrolled.
 * @param {GoalQuery} goal
 */
function forGood(goal) {
  const found = atGoal(goal);
  reach.stay();
  return found;
}

export default {at, atGoal, forGood};
