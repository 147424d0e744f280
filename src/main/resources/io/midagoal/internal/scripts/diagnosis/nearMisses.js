/*
 * What the author of a value may have meant: similar names and selectors that the page has. They are
 * candidates: the goal type tries them.
 */
import dom from '../dom/dom.js';
import editDistance from '../text/editDistance.js';

const NEAR_NAMES = 3;

/**
 * The names most similar to a name.
 * @param {string} name @param {string[]} names
 */
function nearest(name, names) {
  const others = Array.from(new Set(names)).filter((other) => other !== name);
  const similar = withSimilarLetters(name, others);
  return similar.length > 0 ? similar : sharingAWord(name, others);
}

/** @param {string} name */
const wordsOf = (name) => name.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase()
  .split(/[^a-z0-9]+/).filter((word) => word.length >= 3);

/**
 * The name that shares a word with `name`; none where there are several.
 * @param {string} name @param {string[]} others
 */
function sharingAWord(name, others) {
  const words = wordsOf(name);
  const sharing = others.filter((other) => wordsOf(other).some((word) => words.includes(word)));
  return sharing.length === 1 ? sharing : [];
}

/**
 * The names in which at most two in five letters differ.
 * @param {string} name @param {string[]} others
 */
function withSimilarLetters(name, others) {
  const lower = name.toLowerCase();
  return others
    .filter((other) => Math.abs(other.length - name.length) <= name.length / 2)
    .map((other) => ({other, distance: editDistance.between(lower, other.toLowerCase())}))
    .filter(({other, distance}) => distance <= Math.max(1, Math.max(name.length, other.length) * 0.4))
    .sort((a, b) => a.distance - b.distance)
    .slice(0, NEAR_NAMES)
    .map(({other}) => other);
}

const everything = () => dom.all(document, '*');

/** @type {Record<string, () => string[]>} */
const namesOf = {
  '.': () => everything().flatMap((element) => dom.classes(element)),
  '#': () => everything().map(dom.id).filter((id) => id !== ''),
};

/** @param {string} selector */
function isValid(selector) {
  try {
    dom.first(document, selector);
    return true;
  } catch {
    return false;
  }
}

/** @param {string} text @param {number} start @param {number} length @param {string} replacement */
function replaceAt(text, start, length, replacement) {
  return text.slice(0, start) + replacement + text.slice(start + length);
}

const NAME = '(?:[\\w-]|[^\\x00-\\x7F]|\\\\.)+';

/**
 * The selector with its attribute blocks blanked out, so that names in them are not replaced.
 * @param {string} selector
 */
function withoutAttributes(selector) {
  return selector.replace(/\[[^\]]*\]/g, (block) => ' '.repeat(block.length));
}

/**
 * The selector with one class or id replaced by one that the page has.
 * @param {string} selector
 */
function* respelled(selector) {
  for (const match of withoutAttributes(selector).matchAll(new RegExp(`([.#])(${NAME})`, 'g'))) {
    const [whole, kind, name] = match;
    const other = kind === '.' ? '#' : '.';
    if (namesOf[other]().includes(name)) {
      yield replaceAt(selector, match.index, whole.length, other + CSS.escape(name));
    }
    for (const near of nearest(name, namesOf[kind]())) {
      yield replaceAt(selector, match.index, whole.length, kind + CSS.escape(near));
    }
  }
}

/**
 * The selector with a bare word replaced by a class or id.
 * @param {string} selector
 */
function* prefixed(selector) {
  for (const match of withoutAttributes(selector).matchAll(new RegExp(`(?<![.#:\\w-])${NAME}`, 'g'))) {
    for (const kind of ['.', '#']) {
      if (namesOf[kind]().includes(match[0])) {
        yield replaceAt(selector, match.index, match[0].length, kind + CSS.escape(match[0]));
      }
    }
  }
}

/**
 * The selector with an attribute's value replaced by one that the page has.
 * @param {string} selector
 */
function* otherAttributes(selector) {
  for (const match of selector.matchAll(/\[\s*([\w-]+)\s*[~|^$*]?=\s*(["']?)([^"'\]]*)\2\s*\]/g)) {
    const [whole, name, , value] = match;
    const values = dom.all(document, `[${CSS.escape(name)}]`)
      .map((element) => dom.attribute(element, name) ?? '');
    for (const near of nearest(value, values)) {
      yield replaceAt(selector, match.index, whole.length, `[${name}="${CSS.escape(near)}"]`);
    }
    const attributes = everything().flatMap(dom.attributeNames);
    for (const near of nearest(name, attributes)) {
      yield replaceAt(selector, match.index, whole.length, `[${near}="${CSS.escape(value)}"]`);
    }
  }
}

/**
 * The selector with descendant instead of child combinators, and without its first parts.
 * @param {string} selector
 */
function* loosened(selector) {
  if (selector.includes('>')) {
    yield selector.replace(/\s*>\s*/g, ' ');
  }
  const parts = selector.trim().split(/\s*[\s>+~]\s*(?![^[]*\])/);
  for (let from = 1; from < parts.length; from += 1) {
    yield parts.slice(from).join(' ');
  }
}

/** @param {string} selector */
function* variants(selector) {
  yield* respelled(selector);
  yield* prefixed(selector);
  yield* otherAttributes(selector);
  yield* loosened(selector);
}

/**
 * The longest start of the selector, up to a combinator, that matches.
 * @param {string} selector
 */
function stillMatching(selector) {
  for (const match of Array.from(selector.matchAll(/\s*[\s>+~]\s*/g)).reverse()) {
    const beginning = selector.slice(0, match.index);
    if (isValid(beginning) && dom.first(document, beginning) !== null) {
      return beginning;
    }
  }
  return null;
}

export default {isValid, nearest, stillMatching, variants};
