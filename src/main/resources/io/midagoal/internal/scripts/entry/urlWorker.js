/*
 * Answers the questions of urlQuestions.js in a worker.
 */
import otherPages from '../urls/otherPages.js';
import urlDiagnosis from '../urls/urlDiagnosis.js';
import urlTypes from '../goals/urlTypes.js';

/** @type {Record<string, (input: any) => unknown>} */
const TASKS = {
  start: () => true,
  judge: (question) => urlDiagnosis.judge(question),
  diagnose: (question) => urlDiagnosis.diagnose(question),
  count: ({goal, tried}) =>
    tried.map((/** @type {string} */ url) => urlDiagnosis.counts(goal, url)),
  links: ({goal, url, links}) => otherPages.countedBy(urlTypes.of(goal), goal, url, links),
};

onmessage = ({data: {task, input}}) => postMessage(TASKS[task](input));
