/*
 * Judges all goals of a page. Nothing is clicked, submitted or changed; scroll positions are restored.
 * Returns facts, which Java puts into words.
 */
import arrival from '../urls/arrival.js';
import reach from '../geometry/reach.js';
import texts from '../elements/texts.js';
import trial from '../elements/trial.js';
import types from './types.js';

/** @param {GoalQuery} goal @param {Page} page @returns {GoalFacts} */
function judgeOne(goal, page) {
  reach.nextGoal();
  try {
    return types.of(goal).judge(goal, page);
  } catch (error) {
    if (trial.isSyntaxError(error)) {
      return {met: false, syntaxError: error.message};
    }
    throw error;
  }
}

/** @param {GoalQuery[]} goals @param {Sites} sites */
function judgeAll(goals, sites) {
  const page = {url: arrival.definedUrl(sites), sites, textOf: texts.rememberingTexts()};
  try {
    return goals.map((goal) => judgeOne(goal, page));
  } finally {
    reach.putBack();
  }
}

export default {judgeAll};
