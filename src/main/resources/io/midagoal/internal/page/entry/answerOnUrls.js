/*
 * Arguments: the worker's scripts, questions, the limit for each task in ms. Promises answers.
 */
import patterns from '../urls/patterns.js';

export default (sources, questions, limitMs) => patterns.answerAll(sources, questions, limitMs);
