/*
 * Tries whether a goal would be met with another value.
 */
import reach from '../geometry/reach.js';

/**
 * Whether the browser rejects a selector.
 * @param {unknown} error
 */
const isSyntaxError = (error) => error instanceof DOMException && error.name === 'SyntaxError';

/**
 * Makes a trial of the function that judges goals. A value that the browser rejects fails.
 * @param {(goal: GoalQuery) => GoalFacts} judge @returns {Works}
 */
const withJudge = (judge) => (goal) => {
  reach.nextGoal();
  try {
    return judge(goal).met;
  } catch (error) {
    if (isSyntaxError(error)) {
      return false;
    }
    throw error;
  } finally {
    reach.putBack();
  }
};

export default {isSyntaxError, withJudge};
