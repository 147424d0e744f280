/*
 * Arguments: goals, sites. Answers the facts, or null when the page has not come at all.
 */
import wait from '../waiting/wait.js';

/** @param {GoalQuery[]} goals @param {Sites} sites @returns {PageFacts | null} */
export default (goals, sites) => wait.halfLoaded(goals, sites);
