/*
 * Where a value and a URL begin to differ, and what kind of difference that is.
 */
/** @type {[part: string, of: (url: URL) => string][]} */
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
 * Differences that people overlook in a part of a URL, the most specific first.
 * @type {[kind: string, only: string | null, reduce: (text: string) => string][]}
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
 * What the browser changes in a value before it shows it.
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
 * Compares part by part. If the URL may go on behind the value, the value's last part is a prefix.
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
 * Where in the URL most of the value matches, ignoring case.
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
 * Where a literal value and the URL differ. With `mayGoOn`, the URL may be longer.
 * @param {string} value @param {string} url @param {boolean} mayGoOn @returns {Difference}
 */
function ofLiteral(value, url, mayGoOn) {
  const place = !mayGoOn || isAbsolute(value) ? 0 : bestPlace(value, url);
  const common = commonLength(value, url.slice(place));
  return {
    ...literalDifference(value, url, mayGoOn),
    value, valueAt: common, page: url, pageAt: place + common,
  };
}

/**
 * The kind of difference at the literal start of a value.
 * @param {string} start @param {string} url @param {boolean} mayGoOn
 */
function kindOfStart(start, url, mayGoOn) {
  return start.trim() !== start
    ? {kind: 'white-space', expected: start, found: url}
    : differenceInParts(start, url, mayGoOn);
}

export default {DEFAULT_DOCUMENT, commonLength, decoded, isAbsolute, kindOfStart, ofLiteral};
