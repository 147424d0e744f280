/*
 * Asks about URL goals where a bad regular expression can do no harm: in a worker that is ended when
 * it does not answer in time. Runs on a blank page, so that no page's security policy forbids the
 * worker.
 */
import slowRegexUrls from './slowRegexUrls.js';
import urlTypes from '../goals/urlTypes.js';

/** A worker may be slow to start on a busy machine; that must not be held against an expression. */
const START_MS = 10000;

/**
 * @typedef {{timedOut?: true, data?: any}} Answer What a worker answers to a task, if it does.
 * @typedef {(task: string, input: unknown) => Promise<Answer>} Ask
 * @typedef {{unmet: number | null, ignored: string[], syntaxError?: string, slowOn?: undefined}
 *   } Judgement
 */

/** @param {string} sources */
function workers(sources) {
  const url = URL.createObjectURL(new Blob([sources], {type: 'text/javascript'}));
  return () => new Worker(url);
}

/**
 * @param {Worker} worker @param {string} task @param {unknown} input @param {number} limitMs
 * @returns {Promise<Answer>}
 */
function answerOf(worker, task, input, limitMs) {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve({timedOut: true}), limitMs);
    worker.onmessage = ({data}) => {
      clearTimeout(timer);
      resolve({data});
    };
    worker.postMessage({task, input});
  });
}

/**
 * Answers tasks one after the other; a worker that does not answer is ended and replaced.
 * @param {string} sources @param {number} limitMs
 */
function assistant(sources, limitMs) {
  const start = workers(sources);
  /** @type {Worker | null} */
  let worker = null;
  /** @param {string} task @param {unknown} input */
  async function ask(task, input) {
    if (worker === null) {
      worker = start();
      await answerOf(worker, 'start', null, START_MS);
    }
    const answer = await answerOf(worker, task, input, limitMs);
    if (answer.timedOut) {
      worker.terminate();
      worker = null;
    }
    return answer;
  }
  return {ask, end: () => worker?.terminate()};
}

/**
 * The first URL on which the expression does not end, or null; each may take the whole limit.
 * @param {Ask} ask @param {GoalQuery} goal @param {string[]} tried
 */
async function slowOn(ask, goal, tried) {
  for (const url of tried) {
    if ((await ask('count', {goal, tried: [url]})).timedOut) {
      return url;
    }
  }
  return null;
}

/**
 * The first URL like those of the pages on which the expression does not end, or null.
 * @param {Ask} ask @param {UrlQuestion} question
 */
async function slowNear(ask, {goal, pages}) {
  const tried = pages.slice(0, 1).flatMap(({url}) => slowRegexUrls.like(url));
  return (await ask('count', {goal, tried})).timedOut ? slowOn(ask, goal, tried) : null;
}

/**
 * Other pages to which the first page links and that the expression matches as well.
 * @param {Ask} ask @param {UrlQuestion} question @returns {Promise<OtherPages | null>}
 */
async function otherPagesOf(ask, {goal, pages}) {
  const {url, links} = pages[0] ?? {links: []};
  return links.length === 0 ? null : (await ask('links', {goal, url, links})).data ?? null;
}

/** @param {Ask} ask @param {UrlQuestion} question @param {Judgement} verdict */
async function ofExpression(ask, question, verdict) {
  return {
    slowNear: await slowNear(ask, question),
    otherPages: verdict.unmet === null && verdict.ignored.length === 0
      ? await otherPagesOf(ask, question) : null,
  };
}

/**
 * The judgement, or the URL on which the expression does not end.
 * @param {Ask} ask @param {UrlQuestion} question @returns {Promise<Judgement | {slowOn: string}>}
 */
async function judgementOf(ask, question) {
  const {goal, pages, ignores} = question;
  const judged = await ask('judge', question);
  if (!judged.timedOut) {
    return judged.data;
  }
  const tried = [...pages.map(({url}) => url), ...ignores];
  const slow = await slowOn(ask, goal, tried);
  // On a busy machine a harmless expression may have been late: then it has its second chance.
  return slow === null ? (await ask('judge', question)).data ?? {slowOn: tried[0]} : {slowOn: slow};
}

/** @param {Ask} ask @param {UrlQuestion} question @returns {Promise<UrlAnswer>} */
async function answerTo(ask, question) {
  const {goal} = question;
  const verdict = await judgementOf(ask, question);
  if (verdict.slowOn !== undefined) {
    return verdict;
  }
  if (verdict.syntaxError !== undefined) {
    return verdict;
  }
  const fails = verdict.unmet !== null || verdict.ignored.length > 0;
  return {
    ...verdict,
    diagnosis: fails ? (await ask('diagnose', question)).data ?? null : null,
    ...urlTypes.of(goal).isExpression ? await ofExpression(ask, question, verdict) : {},
  };
}

/**
 * Answers each question about a goal {goal, pages, ignores}, all as one JSON text: in that, halves
 * of characters are escaped, which drivers do not let through otherwise.
 * @param {string} sources @param {UrlQuestion[]} questions @param {number} limitMs
 */
async function answerAll(sources, questions, limitMs) {
  const {ask, end} = assistant(sources, limitMs);
  const answers = [];
  for (const question of questions) {
    answers.push(await answerTo(ask, question));
  }
  end();
  return JSON.stringify(answers);
}

export default {answerAll};
