/*
 * Answers questions about URLs in a worker: patterns.js asks them.
 */
import otherPages from '../urls/otherPages.js';
import urls from '../urls/urls.js';

/** @type {Record<string, (input: any) => unknown>} */
const TASKS = {
  start: () => true,
  /** @param {UrlQuestion} question */
  judge: (question) => urls.judge(question),
  /** @param {UrlQuestion} question */
  diagnose: (question) => urls.diagnose(question),
  /** @param {{goal: GoalQuery, tried: string[]}} input */
  count: ({goal, tried}) => tried.map((url) => urls.counts(goal, url)),
  /** @param {{goal: GoalQuery} & Arrived} input */
  links: ({goal, url, links}) => otherPages.of(goal, url, links),
};

onmessage = ({data: {task, input}}) => postMessage(TASKS[task](input));
