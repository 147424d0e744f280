/*
 * Finds out why a URL goal does not match, and what would. Runs in a worker (see urlQuestions.js),
 * where an expression that never ends can be stopped. A suggestion matches every page of the goal and
 * none that it ignores.
 */
import urlTypes from '../goals/urlTypes.js';

/**
 * As the browser would show it.
 * @param {string} url
 */
const asShown = (url) => (URL.canParse(url) ? new URL(url).href : url);

/** @param {GoalQuery} goal @param {string} url */
function counts(goal, url) {
  try {
    return urlTypes.of(goal).counts(goal, url);
  } catch {
    return false;
  }
}

/**
 * Whether a goal matches all pages that it should, and none that it should not.
 * @param {UrlQuestion} question @param {GoalQuery} goal
 */
function works({pages, ignores}, goal) {
  return goal.value !== '' && pages.every(({url}) => counts(goal, url))
    && !ignores.some((url) => counts(goal, asShown(url)));
}

/** @param {GoalQuery} goal */
const isTooGeneral = (goal) => urlTypes.of(goal).isTooGeneral?.(goal.value) ?? false;

/**
 * The first candidate that works, with the mistake that it corrects; or null.
 * @param {UrlQuestion} question @param {Iterable<Correction>} candidates
 */
function suggest(question, candidates) {
  const {goal} = question;
  for (const [because, value] of candidates) {
    const changed = {...goal, value};
    const isCorrection = value !== goal.value && (isTooGeneral(goal) || !isTooGeneral(changed));
    if (isCorrection && works(question, changed)) {
      return {because, value};
    }
  }
  return null;
}

/**
 * A type with which the value works, or null.
 * @param {UrlQuestion} question
 */
function otherType(question) {
  const {goal} = question;
  return Object.keys(urlTypes.ALL).find((type) => type !== goal.type
    && urlTypes.ALL[type].isMeantBy(goal) && works(question, {...goal, type})) ?? null;
}

/**
 * The first page that the goal does not match, and the URLs that it matches but should not.
 * @param {UrlQuestion} question
 */
function judge({goal, pages, ignores}) {
  const type = urlTypes.of(goal);
  try {
    // Finds an invalid expression even without a page.
    type.counts(goal, 'about:blank');
    const unmet = pages.findIndex(({url}) => !type.counts(goal, url));
    return {
      unmet: unmet < 0 ? null : unmet,
      ignored: ignores.filter((url) => type.counts(goal, asShown(url))),
    };
  } catch (error) {
    return {unmet: null, ignored: [], syntaxError: error.message};
  }
}

/** @param {UrlQuestion} question @param {Arrived} page @returns {UrlDiagnosis} */
function diagnoseMismatch(question, page) {
  const {goal, pages} = question;
  const type = urlTypes.of(goal);
  const askedCounts = page.asked !== '' && counts(goal, asShown(page.asked));
  // If the URL that was asked for matches, the redirection is at fault, not the value.
  const suggestion = askedCounts ? null : suggest(question, type.corrections(goal, pages));
  return {
    compared: type.compared(goal, page.url),
    difference: type.difference(goal, page.url),
    matchingStart: type.matchingStart?.(goal, page.url) ?? null,
    askedCounts,
    mistake: suggestion?.because ?? type.mistakeIn?.(goal.value) ?? null,
    suggestion: suggestion?.value ?? null,
    otherType: askedCounts ? null : otherType(question),
  };
}

/**
 * Why the goal fails on one of its pages, or matches too much.
 * @param {UrlQuestion} question @returns {UrlDiagnosis}
 */
function diagnose(question) {
  const {goal, pages} = question;
  const {unmet} = judge(question);
  return unmet === null
    ? {suggestion: suggest(question, urlTypes.of(goal).narrower(goal, pages))?.value ?? null}
    : diagnoseMismatch(question, pages[unmet]);
}

export default {counts, diagnose, judge};
