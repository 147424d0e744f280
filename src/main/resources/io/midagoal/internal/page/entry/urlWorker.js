/*
 * Answers questions about URLs in a worker: patterns.js asks them.
 */
import otherPages from '../urls/otherPages.js';
import urls from '../urls/urls.js';

const TASKS = {
  start: () => true,
  judge: (question) => urls.judge(question),
  diagnose: (question) => urls.diagnose(question),
  count: ({goal, tried}) => tried.map((url) => urls.counts(goal, url)),
  links: ({goal, url, links}) => otherPages.of(goal, url, links),
};

onmessage = ({data: {task, input}}) => postMessage(TASKS[task](input));
