/*
 * Section pageviewRegex: a page converts when its URL matches the regular expression. One that begins
 * with a / or ^/ is compared with path and query.
 */
import paths from '../urls/paths.js';

/** @param {GoalQuery} goal @param {string} url */
const compared = (goal, url) =>
  (/^(\/|\^\/|\^\\\/)/.test(goal.value) ? paths.withQuery(url) : url);

/**
 * Throws a SyntaxError for an invalid expression.
 * @param {GoalQuery} goal @param {string} url
 */
const counts = (goal, url) => new RegExp(goal.value).test(compared(goal, url));

/** @param {GoalQuery} goal @param {string} url */
function matches(goal, url) {
  try {
    return counts(goal, url);
  } catch {
    return false;
  }
}

/**
 * The longest start of an expression that matches.
 * @param {GoalQuery} goal @param {string} url
 */
function matchingStart(goal, url) {
  for (let length = goal.value.length - 1; length > 0; length--) {
    const value = goal.value.slice(0, length);
    const shorter = {...goal, value};
    const samePart = compared(shorter, url) === compared(goal, url);
    if (samePart && !/[\\^|(]$/.test(value) && matches(shorter, url)) {
      return value;
    }
  }
  return null;
}

/**
 * The expression inside a JavaScript literal such as /x/i, or null.
 * @param {string} value
 */
function insideOfLiteral(value) {
  const [, inner, flags] = /^\/(.+)\/([dgimsuvy]*)$/s.exec(value) ?? [];
  return inner !== undefined && (flags !== '' || /^\^|\$$|\\\//.test(inner)) ? inner : null;
}

/**
 * An obvious mistake in an expression, even if no correction is known.
 * @param {string} value
 */
function mistakeIn(value) {
  if (insideOfLiteral(value) !== null) {
    return 'literal';
  }
  return /^\^\((\?:)?\\?\//.test(value) ? 'from-path' : null;
}

/**
 * Expressions that may have been meant.
 * @param {GoalQuery} goal @returns {Generator<Correction>}
 */
function* corrections({value}) {
  yield ['white-space', value.trim()];
  yield ['double-escaped', value.replaceAll('\\\\', '\\')];
  const inner = insideOfLiteral(value);
  if (inner !== null) {
    yield ['literal', inner];
    yield ['literal', inner.replace(/^\^/, '^/')];
  }
  if (value.startsWith('^') && !/^\^https?:/i.test(value)) {
    yield ['from-path', `^/${value.slice(1)}`];
    yield ['from-path', `^https?://[^/]+${value.slice(1)}`];
  }
  yield ['question-mark', value.replace(/([\w./&=-])\?(?=[\w.%-]+=)/g, '$1\\?')];
  yield ['spelling', value.replace(/^\^?https?:/i, '^https?:')];
  yield ['spelling', value.replace(/:\/\/(www(\\?)\.)?/, '://(www\\.)?')];
  yield ['spelling', value.replace(/\/\$$/, '/?$')];
  yield ['spelling', value.replace(/\$$/, '/?$')];
  yield ['spelling', value.replace(/\/?\$$/, '/?([?#].*)?$')];
  yield ['spelling', value.replace(/^\^/, '')];
  if (!/\\[A-Z]/.test(value)) {
    yield ['spelling', value.toLowerCase()];
  }
}

/** @param {GoalQuery} goal @returns {Generator<Correction>} */
function* narrower({value}) {
  const end = value.endsWith('$') ? value : `${value}$`;
  for (const other of [`^${value}`, end, `^${end}`, `${value}([/?#]|$)`]) {
    yield ['narrower', other];
  }
}

/** @type {UrlType} */
export default {
  compared,
  corrections,
  counts,
  difference: () => null,
  isExpression: true,
  isMeantBy: ({value}) => /[\\^$()[\]]|\.[*+]/.test(value),
  isOfAKind: paths.haveOneFolder,
  matchingStart,
  mistakeIn,
  narrower,
};
