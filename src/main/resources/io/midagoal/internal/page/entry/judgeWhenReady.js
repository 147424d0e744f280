/*
 * Arguments: goals, sites, the cap in milliseconds, how many pages were opened so far (0 for a
 * page that was not). Promises the facts.
 */
import wait from '../waiting/wait.js';

/**
 * @param {GoalQuery[]} goals @param {Sites} sites @param {number} capMs @param {number} opened
 * @returns {Promise<PageFacts>}
 */
export default (goals, sites, capMs, opened) => wait.untilJudged(goals, sites, capMs, opened);
