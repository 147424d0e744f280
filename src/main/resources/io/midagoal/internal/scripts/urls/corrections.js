/*
 * Values that may have been meant instead of one that matches no page. urlDiagnosis.js tries them.
 */
import differences from './differences.js';
import editDistance from '../text/editDistance.js';

/**
 * The path of a URL without what people easily write in another way.
 * @param {string} text
 */
function core(text) {
  return differences.decoded(text).toLowerCase().replace(/^https?:\/\/(www\.)?[^/?#]*/, '')
    .replace(/[?#].*$/s, '').replace(differences.DEFAULT_DOCUMENT, '').replace(/\/$/, '');
}

/**
 * Whether a value may be a typing error for this URL.
 * @param {string} value @param {string} url
 */
function isNear(value, url) {
  const [a, b] = [core(value), core(url)];
  return Math.max(a.length, b.length) <= 300
    && editDistance.between(a, b) <= Math.max(1, Math.floor(0.35 * Math.max(a.length, b.length)));
}

/**
 * Other spellings of the same URL, by browsers and people.
 * @param {string} value @param {string} page
 */
function* respellings(value, page) {
  if (differences.isAbsolute(value)) {
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
  yield value.replace(differences.DEFAULT_DOCUMENT, '/');
  yield value.toLowerCase();
  yield differences.decoded(value);
  yield value.replace(/#.*$/s, '');
  yield value.replace(/[?#].*$/s, '');
}

/**
 * The pages' own URLs, if the value is near.
 * @param {string} value @param {Arrived[]} pages
 */
function* ofPages(value, pages) {
  for (const {url} of pages) {
    if (isNear(value, url)) {
      const {pathname, search, hash} = new URL(url);
      yield* [pathname, pathname + search, pathname + search + hash, url];
    }
  }
}

/**
 * Values that may have been meant by one that is compared literally.
 * @param {GoalQuery} goal @param {Arrived[]} pages @returns {Generator<Correction>}
 */
function* literals({value}, pages) {
  yield ['white-space', value.trim()];
  if (value.includes('\\/') || value.includes('\\.')) {
    yield ['escaped', value.replace(/\\([./?])/g, '$1')];
  }
  for (const other of respellings(value.trim(), pages[0].url)) {
    yield ['spelling', other];
  }
}

/**
 * Longer parts of the pages' URLs.
 * @param {GoalQuery} goal @param {Arrived[]} pages @returns {Generator<Correction>}
 */
function* narrower({value}, pages) {
  for (const {url} of pages) {
    const end = url.indexOf(value) + value.length;
    yield ['narrower', url.slice(0, end)];
    yield ['narrower', url.slice(end - value.length).replace(/^(.[^/?#&]*[/?#&]?).*$/s, '$1')];
    yield ['narrower', url];
  }
}

/**
 * The pages' URLs, unless the value has a star and so is no URL.
 * @param {GoalQuery} goal @param {Arrived[]} pages @returns {Generator<Correction>}
 */
function* pagesFor({value}, pages) {
  if (!value.includes('*')) {
    for (const other of ofPages(value, pages)) {
      yield ['page', other];
    }
  }
}

/** @param {GoalQuery} goal @param {Arrived[]} pages @returns {Generator<Correction>} */
function* plain(goal, pages) {
  yield* literals(goal, pages);
  yield* pagesFor(goal, pages);
}

export default {literals, narrower, pagesFor, plain};
