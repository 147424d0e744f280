/*
 * Finds out why a URL goal does not match, and what would. Runs in a worker (see urlQuestions.js): away
 * from the page, and where an expression that does not end can be stopped. Everything that is
 * suggested counts on every page of the goal and on none that it ignores.
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
 * Whether a goal with this definition would do all that is expected of it.
 * @param {UrlQuestion} question @param {GoalQuery} goal
 */
function works({pages, ignores}, goal) {
  return goal.value !== '' && pages.every(({url}) => counts(goal, url))
    && !ignores.some((url) => counts(goal, asShown(url)));
}

/** @param {GoalQuery} goal */
const isTooGeneral = (goal) => urlTypes.of(goal).isTooGeneral?.(goal.value) ?? false;

/**
 * The first of these values that works, with what was wrong with the other, or null.
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
 * A type that takes the value as it was meant.
 * @param {UrlQuestion} question
 */
function otherType(question) {
  const {goal} = question;
  return Object.keys(urlTypes.ALL).find((type) => type !== goal.type
    && urlTypes.ALL[type].isMeantBy(goal) && works(question, {...goal, type})) ?? null;
}

/**
 * On which pages the goal does not count, and which URLs to ignore it counts all the same.
 * @param {UrlQuestion} question
 */
function judge({goal, pages, ignores}) {
  const type = urlTypes.of(goal);
  try {
    // An invalid expression is one without a page, too.
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
  // Where only the visit went astray, nothing is wrong with the value.
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
