/*
 * Arguments: the worker's scripts, questions, the limit for each task in ms. Promises answers.
 */
import urlQuestions from '../urls/urlQuestions.js';

export default (sources, questions, limitMs) => urlQuestions.answerAll(sources, questions, limitMs);
