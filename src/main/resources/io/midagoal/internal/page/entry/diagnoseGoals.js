/*
 * Arguments: goals. Answers a diagnosis for each.
 */
import diagnose from '../diagnosis/diagnose.js';

/** @param {GoalQuery[]} goals @returns {Diagnosis[]} */
export default (goals) => diagnose.diagnoseAll(goals);
