/*
 * Section pageviewWildcard: a page converts when its whole URL matches the value, in which * stands for
 * anything. A value that starts with a / is compared with path and query.
 */
import corrections from '../urls/corrections.js';
import differences from '../urls/differences.js';
import paths from '../urls/paths.js';

/**
 * Matches each part between the fixed start and end at its first position. A later position leaves no
 * more room for the rest, so that no backtracking is needed.
 * @param {string} pattern @param {string} text
 */
function matches(pattern, text) {
  const parts = pattern.split('*');
  if (parts.length === 1) {
    return pattern === text;
  }
  const first = parts[0];
  const last = parts[parts.length - 1];
  const end = text.length - last.length;
  if (!text.startsWith(first) || !text.endsWith(last) || end < first.length) {
    return false;
  }
  let from = first.length;
  for (const part of parts.slice(1, -1)) {
    const at = text.indexOf(part, from);
    if (at < 0 || at + part.length > end) {
      return false;
    }
    from = at + part.length;
  }
  return true;
}

/** @param {GoalQuery} goal @param {string} url */
const compared = (goal, url) => (goal.value.startsWith('/') ? paths.withQuery(url) : url);

/**
 * How far a wildcard matches: where it stops in pattern and text, and which part is missing there.
 * @param {string} pattern @param {string} text
 */
function progress(pattern, text) {
  const parts = pattern.split('*');
  const first = differences.commonLength(parts[0], text);
  if (first < parts[0].length) {
    return {at: first, patternAt: first, missing: parts[0]};
  }
  let at = first;
  let patternAt = first;
  for (const part of parts.slice(1)) {
    const next = text.indexOf(part, at);
    if (next < 0) {
      return {at, patternAt: patternAt + 1, missing: part};
    }
    at = next + part.length;
    patternAt += 1 + part.length;
  }
  return {at, patternAt: pattern.length, missing: ''};
}

/**
 * The first difference between value and URL, and its position in both.
 * @param {GoalQuery} goal @param {string} url @returns {Difference}
 */
function difference(goal, url) {
  const text = compared(goal, url);
  const {at, patternAt, missing} = progress(goal.value, text);
  const lines = {value: goal.value, valueAt: patternAt, page: text, pageAt: at};
  const start = goal.value.replace(/\*.*$/s, '');
  if (missing === start && start !== '' && (differences.isAbsolute(start) || start.startsWith('/'))) {
    return {...differences.kindOfStart(start, url, goal.value.includes('*')), ...lines};
  }
  return missing === ''
    ? {kind: 'end', expected: '', found: text.slice(at), ...lines}
    : {kind: 'pattern', expected: missing, found: text.slice(at), ...lines};
}

/** @param {GoalQuery} goal @returns {Generator<Correction>} */
function* starred({value}) {
  for (const other of [value.replace(/\/\*$/, '*'), `${value}*`, `*${value}`, `*${value}*`]) {
    yield ['star', other];
  }
}

/** @param {GoalQuery} goal @param {Arrived[]} pages @returns {Generator<Correction>} */
function* corrected(goal, pages) {
  yield* corrections.literals(goal, pages);
  yield* starred(goal);
  yield* corrections.pagesFor(goal, pages);
}

/** @param {GoalQuery} goal @returns {Generator<Correction>} */
function* narrower({value}) {
  yield ['narrower', value.replace(/\*$/, '')];
  yield ['narrower', value.replace(/^\*/, '')];
}

/** @type {UrlType} */
export default {
  compared,
  corrections: corrected,
  counts: (goal, url) => matches(goal.value, compared(goal, url)),
  difference,
  isMeantBy: ({value}) => value.includes('*'),
  isOfAKind: paths.haveOneFolder,
  narrower,
};
