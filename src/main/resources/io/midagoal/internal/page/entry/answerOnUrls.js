/*
 * Arguments: the worker's scripts, questions, the limit for each task in ms. Promises answers.
 */
import patterns from '../urls/patterns.js';

/**
 * @param {string} sources @param {UrlQuestion[]} questions @param {number} limitMs
 * @returns {Promise<string>}
 */
export default (sources, questions, limitMs) => patterns.answerAll(sources, questions, limitMs);
