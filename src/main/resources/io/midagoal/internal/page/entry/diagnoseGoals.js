/*
 * Arguments: goals. Answers a diagnosis for each.
 */
import diagnose from '../diagnosis/diagnose.js';

export default (goals) => diagnose.diagnoseAll(goals);
