/*
 * Finds out why goals failed that are judged by elements, and what would work. (For URL goals,
 * urlDiagnosis.js does.)
 */
import openers from './openers.js';
import reach from '../geometry/reach.js';
import types from '../goals/types.js';

/** Findings about elements that visitors may be able to reveal. */
const HIDDEN =
  ['hidden', 'no-submit', 'no-submit-invalid', 'text-not-shown', 'text-not-shown-hidden'];

/**
 * Adds the control that may reveal what is hidden.
 * @param {GoalQuery} goal @param {Diagnosis} diagnosis @returns {Diagnosis}
 */
function withOpener(goal, {finding, data}) {
  const opener = HIDDEN.includes(finding)
    ? openers.selectorFor(types.ofElements(goal).hidden(goal)) : null;
  return {finding, data: {...data, opener}};
}

/** @param {GoalQuery[]} goals */
function diagnoseAll(goals) {
  try {
    return goals.map((goal) => withOpener(goal, types.ofElements(goal).diagnose(goal)));
  } finally {
    reach.putBack();
  }
}

export default {diagnoseAll};
