/*
 * Finds out, for goals of elements that failed, why they did and what would have worked (of URLs,
 * urlDiagnosis.js does). Everything that is suggested has been tried on this page.
 */
import openers from './openers.js';
import reach from '../geometry/reach.js';
import types from '../goals/types.js';

/** Findings of which an element may only have to be brought out. */
const HIDDEN =
  ['hidden', 'no-submit', 'no-submit-invalid', 'text-not-shown', 'text-not-shown-hidden'];

/**
 * What a visitor may have to open first is named beside what is hidden.
 * @param {GoalQuery} goal @param {Diagnosis} diagnosis @returns {Diagnosis}
 */
function withOpener(goal, {finding, data}) {
  const opener = HIDDEN.includes(finding) ? openers.selectorFor(types.ofElements(goal).hidden(goal)) : null;
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
