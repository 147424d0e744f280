/*
 * Finds out why a URL goal does not match, and what would. Runs in a worker (see patterns.js): away
 * from the page, and where an expression that does not end can be stopped. Everything that is
 * suggested counts on every page of the goal and on none that it ignores.
 */
import urlRules from '../goals/urlRules.js';

/**
 * As the browser would show it.
 * @param {string} url
 */
const asShown = (url) => (URL.canParse(url) ? new URL(url).href : url);

/** @param {GoalQuery} goal @param {string} url */
function counts(goal, url) {
  try {
    return urlRules.urlCounts(goal, url);
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

/* ---- the first difference ---- */

/** @type {[string, (url: URL) => string][]} */
const PARTS = [
  ['scheme', (url) => url.protocol], ['host', (url) => url.hostname], ['port', (url) => url.port],
  ['path', (url) => url.pathname], ['query', (url) => url.search], ['fragment', (url) => url.hash],
];

const DEFAULT_DOCUMENT = /\/(index|default|home)\.(html?|php|aspx?|jsp)$/i;

/** @param {string} text */
function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** @param {string} query */
const sortedQuery = (query) => query.replace(/^\?/, '').split('&').sort().join('&');

/**
 * Ways in which two parts of a URL may mean the same to a person, most telling first.
 * @type {[string, string | null, (text: string) => string][]}
 */
const SAME_BUT_FOR = [
  ['www', 'host', (text) => text.replace(/^www\./, '')],
  ['slash', 'path', (text) => text.replace(/\/$/, '')],
  ['default-document', 'path', (text) => text.replace(DEFAULT_DOCUMENT, '/').replace(/\/$/, '')],
  ['query-order', 'query', sortedQuery],
  ['case', null, (text) => text.toLowerCase()],
  ['encoding', null, decoded],
];

/** @param {string} part @param {string} a @param {string} b */
function kindOf(part, a, b) {
  const same = SAME_BUT_FOR.find(
    ([, only, reduce]) => (only === null || only === part) && reduce(a) === reduce(b));
  return same === undefined ? part : same[0];
}

/**
 * What the browser would have changed in a value before showing it.
 * @param {string} value
 */
function kindOfSpelling(value) {
  const authority = /^https?:\/\/([^/?#]*)/i.exec(value)?.[1] ?? '';
  if (/[^\x00-\x7F]/.test(authority)) {
    return 'international-host';
  }
  if (authority.includes('@')) {
    return 'user';
  }
  if (/:(80|443)?$/.test(authority)) {
    return 'default-port';
  }
  if (authority !== authority.toLowerCase() || /^https?:/i.exec(value)?.[0] !== /^https?:/.exec(value)?.[0]) {
    return 'case';
  }
  return value.slice(value.indexOf('//') + 2) === authority ? 'slash' : 'encoding';
}

/**
 * Compares part by part; the last part of a value that may go on is compared as far as it goes.
 * @param {string} value @param {string} url @param {boolean} mayGoOn
 */
function differenceInParts(value, url, mayGoOn) {
  const [a, b] = [new URL(value, url), new URL(url)];
  const last = PARTS.findLast(([, of]) => of(a) !== '')?.[0];
  for (const [part, of] of PARTS) {
    const [expected, found] = [of(a), of(b)];
    if (expected !== found && !(mayGoOn && part === last && found.startsWith(expected))) {
      return {kind: kindOf(part, expected, found), expected, found};
    }
    if (mayGoOn && part === last) {
      break;
    }
  }
  return {kind: kindOfSpelling(value), expected: value, found: url};
}

/** @param {string} a @param {string} b */
function commonLength(a, b) {
  let length = 0;
  while (length < a.length && length < b.length && a[length] === b[length]) {
    length++;
  }
  return length;
}

/**
 * Where in the URL the value was meant to stand: there most of it fits, letter case aside.
 * @param {string} value @param {string} url
 */
function bestPlace(value, url) {
  const [lowValue, lowUrl] = [value.toLowerCase(), url.toLowerCase()];
  let best = {at: 0, length: -1};
  for (let at = 0; at < url.length; at++) {
    const length = commonLength(lowValue, lowUrl.slice(at));
    if (length > best.length) {
      best = {at, length};
    }
  }
  return best.at;
}

/** @param {string} value */
const isAbsolute = (value) => /^https?:\/\//i.test(value) && URL.canParse(value);

/** @param {string} value @param {string} url @param {boolean} mayGoOn */
function literalDifference(value, url, mayGoOn) {
  if (value.trim() !== value) {
    return {kind: 'white-space', expected: value, found: url};
  }
  if (isAbsolute(value)) {
    return differenceInParts(value, url, mayGoOn);
  }
  if (!mayGoOn) {
    return {kind: 'relative', expected: value, found: url};
  }
  const same = SAME_BUT_FOR.slice(-2).find(([, , reduce]) => reduce(url).includes(reduce(value)));
  if (same !== undefined) {
    return {kind: same[0], expected: value, found: url};
  }
  const isSlashTooMany = value.endsWith('/') && url.includes(value.slice(0, -1));
  return isSlashTooMany
    ? {kind: 'slash', expected: value, found: url}
    : {kind: 'text', expected: value, found: url};
}

/**
 * How far a wildcard gets: where in the text, and which literal part is missing there.
 * @param {string} pattern @param {string} text
 */
function wildcardProgress(pattern, text) {
  const parts = pattern.split('*');
  const first = commonLength(parts[0], text);
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

/** @param {GoalQuery} goal @param {string} url */
function wildcardDifference(goal, url) {
  const text = urlRules.comparedPart(goal, url);
  const {at, patternAt, missing} = wildcardProgress(goal.value, text);
  const lines = {value: goal.value, valueAt: patternAt, page: text, pageAt: at};
  const start = goal.value.replace(/\*.*$/s, '');
  if (missing === start && start !== '' && (isAbsolute(start) || start.startsWith('/'))) {
    return {...literalPattern(start, url, goal), ...lines};
  }
  return missing === ''
    ? {kind: 'end', expected: '', found: text.slice(at), ...lines}
    : {kind: 'pattern', expected: missing, found: text.slice(at), ...lines};
}

/** @param {string} start @param {string} url @param {GoalQuery} goal */
function literalPattern(start, url, goal) {
  return start.trim() !== start
    ? {kind: 'white-space', expected: start, found: url}
    : differenceInParts(start, url, goal.value.includes('*'));
}

/**
 * The first difference between value and URL, and where to point at it.
 * @param {GoalQuery} goal @param {string} url @returns {Difference}
 */
function difference(goal, url) {
  if (goal.type === 'pageviewWildcard') {
    return wildcardDifference(goal, url);
  }
  const isExact = goal.type === 'pageviewExact';
  const place = isExact || isAbsolute(goal.value) ? 0 : bestPlace(goal.value, url);
  const common = commonLength(goal.value, url.slice(place));
  return {
    ...literalDifference(goal.value, url, !isExact),
    value: goal.value, valueAt: common, page: url, pageAt: place + common,
  };
}

/**
 * The longest beginning of an expression that still matches.
 * @param {GoalQuery} goal @param {string} url
 */
function matchingStart(goal, url) {
  for (let length = goal.value.length - 1; length > 0; length--) {
    const value = goal.value.slice(0, length);
    const samePart = urlRules.comparedPart({...goal, value}, url) === urlRules.comparedPart(goal, url);
    if (samePart && !/[\\^|(]$/.test(value) && counts({...goal, value}, url)) {
      return value;
    }
  }
  return null;
}

/* ---- values that would work ---- */

/** @typedef {[because: string, value: string]} Candidate */

/** @param {string} a @param {string} b */
function distance(a, b) {
  let row = Array.from({length: b.length + 1}, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      next.push(Math.min(next[j - 1] + 1, row[j] + 1, row[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1)));
    }
    row = next;
  }
  return row[b.length];
}

/**
 * What a person means by a URL, without what is easily written otherwise.
 * @param {string} text
 */
function gist(text) {
  return decoded(text).toLowerCase().replace(/^https?:\/\/(www\.)?[^/?#]*/, '')
    .replace(/[?#].*$/s, '').replace(DEFAULT_DOCUMENT, '').replace(/\/$/, '');
}

/**
 * Whether a value may be a slip of the pen for this URL: a far one is no correction.
 * @param {string} value @param {string} url
 */
function isNear(value, url) {
  const [a, b] = [gist(value), gist(url)];
  return Math.max(a.length, b.length) <= 300
    && distance(a, b) <= Math.max(1, Math.floor(0.35 * Math.max(a.length, b.length)));
}

/** @param {string} value @param {string} page */
function* respellings(value, page) {
  if (isAbsolute(value)) {
    const url = new URL(value);
    url.username = '';
    url.password = '';
    yield url.href;
    yield url.href.replace(/\/$/, '');
    yield value.replace(/^(https?):/i, (_, scheme) => (scheme === 'http' ? 'https:' : 'http:'));
    yield value.replace(/:\/\/(www\.)?/i, (_, www) => (www ? '://' : '://www.'));
    yield value.replace(/^https?:\/\/[^/?#*]+/i, new URL(page).origin);
  } else if (value.startsWith('/') && URL.canParse(value, 'https://host')) {
    yield new URL(value, 'https://host').href.slice('https://host'.length);
  }
  yield value.replace(/\/(?=$|[?#])/, '');
  yield value.replace(/(?=$|[?#])/, '/');
  yield value.replace(DEFAULT_DOCUMENT, '/');
  yield value.toLowerCase();
  yield decoded(value);
  yield value.replace(/#.*$/s, '');
  yield value.replace(/[?#].*$/s, '');
}

/** @param {string} value @param {Arrived[]} pages */
function* ofPages(value, pages) {
  for (const {url} of pages) {
    if (isNear(value, url)) {
      const {pathname, search, hash} = new URL(url);
      yield* [pathname, pathname + search, pathname + search + hash, url];
    }
  }
}

/** @param {UrlQuestion} question @returns {Generator<Candidate>} */
function* literals({goal: {type, value}, pages}) {
  yield ['white-space', value.trim()];
  if (value.includes('\\/') || value.includes('\\.')) {
    yield ['escaped', value.replace(/\\([./?])/g, '$1')];
  }
  for (const other of respellings(value.trim(), pages[0].url)) {
    yield ['spelling', other];
  }
  if (type === 'pageviewWildcard') {
    for (const other of [value.replace(/\/\*$/, '*'), `${value}*`, `*${value}`, `*${value}*`]) {
      yield ['star', other];
    }
  }
  if (!value.includes('*')) {
    for (const other of ofPages(value, pages)) {
      yield ['page', other];
    }
  }
}

/**
 * The expression inside of one that is written as in a script, /x/i, or null.
 * @param {string} value
 */
function insideOfLiteral(value) {
  const [, inner, flags] = /^\/(.+)\/([dgimsuvy]*)$/s.exec(value) ?? [];
  return inner !== undefined && (flags !== '' || /^\^|\$$|\\\//.test(inner)) ? inner : null;
}

/**
 * What is plainly wrong with an expression, whether or not a better one is known.
 * @param {string} value
 */
function mistakeIn(value) {
  if (insideOfLiteral(value) !== null) {
    return 'literal';
  }
  return /^\^\((\?:)?\\?\//.test(value) ? 'from-path' : null;
}

/** @param {UrlQuestion} question @returns {Generator<Candidate>} */
function* expressions({goal: {value}}) {
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

/**
 * Values that say more of the page's URL than a value that matches too much.
 * @param {UrlQuestion} question @returns {Generator<Candidate>}
 */
function* narrower({goal: {type, value}, pages}) {
  if (type === 'pageviewRegex') {
    const end = value.endsWith('$') ? value : `${value}$`;
    for (const other of [`^${value}`, end, `^${end}`, `${value}([/?#]|$)`]) {
      yield ['narrower', other];
    }
  } else if (type === 'pageviewWildcard') {
    yield ['narrower', value.replace(/\*$/, '')];
    yield ['narrower', value.replace(/^\*/, '')];
  } else {
    for (const {url} of pages) {
      const end = url.indexOf(value) + value.length;
      yield ['narrower', url.slice(0, end)];
      yield ['narrower', url.slice(end - value.length).replace(/^(.[^/?#&]*[/?#&]?).*$/s, '$1')];
      yield ['narrower', url];
    }
  }
}

/**
 * A value so general that it counts every page is no correction.
 * @param {GoalQuery} goal
 */
const isTooGeneral = ({type, value}) =>
  type === 'pageview' && (value.length < 2 || /^https?:\/\/[^/?#]*\/?$/.test(value));

/** @param {UrlQuestion} question @param {Iterable<Candidate>} candidates */
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
  const types = [];
  if (goal.value.includes('*')) {
    types.push('pageviewWildcard');
  }
  if (/[\\^$()[\]]|\.[*+]/.test(goal.value)) {
    types.push('pageviewRegex');
  }
  if (goal.type === 'pageviewExact' || goal.type === 'pageviewWildcard') {
    types.push('pageview');
  }
  return types.find((type) => type !== goal.type && !isTooGeneral({...goal, type})
    && works(question, {...goal, type})) ?? null;
}

/* ---- answers ---- */

/**
 * On which pages the goal does not count, and which URLs to ignore it counts all the same.
 * @param {UrlQuestion} question
 */
function judge({goal, pages, ignores}) {
  try {
    if (goal.type === 'pageviewRegex') {
      new RegExp(goal.value);
    }
    const unmet = pages.findIndex(({url}) => !urlRules.urlCounts(goal, url));
    return {
      unmet: unmet < 0 ? null : unmet,
      ignored: ignores.filter((url) => urlRules.urlCounts(goal, asShown(url))),
    };
  } catch (error) {
    return {unmet: null, ignored: [], syntaxError: error.message};
  }
}

/** @param {UrlQuestion} question @param {Arrived} page @returns {UrlDiagnosis} */
function diagnoseMismatch(question, page) {
  const {goal} = question;
  const isRegex = goal.type === 'pageviewRegex';
  const askedCounts = page.asked !== '' && counts(goal, asShown(page.asked));
  // Where only the visit went astray, nothing is wrong with the value.
  const suggestion = askedCounts
    ? null : suggest(question, isRegex ? expressions(question) : literals(question));
  return {
    compared: urlRules.comparedPart(goal, page.url),
    difference: isRegex ? null : difference(goal, page.url),
    matchingStart: isRegex ? matchingStart(goal, page.url) : null,
    askedCounts,
    mistake: suggestion?.because ?? (isRegex ? mistakeIn(goal.value) : null),
    suggestion: suggestion?.value ?? null,
    otherType: askedCounts ? null : otherType(question),
  };
}

/**
 * Why the goal fails on one of its pages, or matches too much.
 * @param {UrlQuestion} question @returns {UrlDiagnosis}
 */
function diagnose(question) {
  const {unmet} = judge(question);
  return unmet === null
    ? {suggestion: suggest(question, narrower(question))?.value ?? null}
    : diagnoseMismatch(question, question.pages[unmet]);
}

export default {asShown, counts, diagnose, judge};
