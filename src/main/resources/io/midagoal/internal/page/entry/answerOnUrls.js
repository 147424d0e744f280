/*
 * Arguments: the worker's scripts, questions, the limit for each task in ms. Promises answers.
 */
import urlQuestions from '../urls/urlQuestions.js';

/** @param {string} sources @param {UrlQuestion[]} questions @param {number} limitMs */
export default (sources, questions, limitMs) => urlQuestions.answerAll(sources, questions, limitMs);
