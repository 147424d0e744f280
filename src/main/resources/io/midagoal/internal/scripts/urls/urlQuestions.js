/*
 * Has URL goals judged in a worker, which is terminated when an expression takes too long. Runs on a
 * blank page, since the security policy of a page could forbid workers.
 */
import slowRegexUrls from './slowRegexUrls.js';
import urlTypes from '../goals/urlTypes.js';

/** A slow start of the worker must not be blamed on the expression. */
const START_MS = 10000;

/**
 * @typedef {{timedOut?: true, data?: any}} Answer
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
 * Gives tasks to a worker one by one; a worker that times out is replaced.
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
 * The first URL on which the expression times out, or null.
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
 * The first URL similar to the first page's on which the expression times out, or null.
 * @param {Ask} ask @param {UrlQuestion} question
 */
async function slowNear(ask, {goal, pages}) {
  const tried = pages.slice(0, 1).flatMap(({url}) => slowRegexUrls.like(url));
  return (await ask('count', {goal, tried})).timedOut ? slowOn(ask, goal, tried) : null;
}

/**
 * The other pages to which the first page links and that the expression also matches.
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
 * The judgement, or the URL on which the expression times out.
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
  // A harmless expression may have been late on a busy machine: it gets a second chance.
  return slow === null ? (await ask('judge', question)).data ?? {slowOn: tried[0]} : {slowOn: slow};
}

/** @param {Ask} ask @param {UrlQuestion} question @returns {Promise<UrlAnswer>} */
async function answerTo(ask, question) {
  const {goal} = question;
  const verdict = await judgementOf(ask, question);
  if (verdict.slowOn !== undefined || verdict.syntaxError !== undefined) {
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
 * Answers all questions, as one JSON text: it escapes lone surrogates, which drivers reject.
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
