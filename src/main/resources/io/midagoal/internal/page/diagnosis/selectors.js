/*
 * Selectors: which ones will not last, and which one a person would choose for an element instead.
 */
import dom from '../dom/dom.js';

const NAME = '(?:[\\w-]|[^\\x00-\\x7F]|\\\\.)+';

/* ---- names that tools generate: another build, or another visit, brings others ---- */

const GENERATED = [
  /^css-(?=[a-z0-9]*\d)[a-z0-9]{4,10}(-|$)/, // Emotion
  /^sc-(?=\w*[A-Z\d])[a-zA-Z0-9]{4,8}(-|$)/, // styled-components
  /^jss\d+$/, /^(makeStyles|withStyles)-\w+-\d+$/, // JSS
  /^_(?=[a-zA-Z]*\d)[a-zA-Z0-9]{5,}$/, // CSS modules
  /^svelte-[a-z0-9]{5,}$/, /^ng-tns-c\d+/, /^_ng(content|host)-/, /^data-v-[0-9a-f]{6,}$/,
  /^ember\d+$/, /^ext-gen\d+$/, /^yui_\d/, /^gwt-uid-\d+$/, /^mui-\d+$/,
  /:r[0-9a-z]*:/, /^«r[0-9a-z]*»$/, /^_r_[0-9a-z]+_$/, /^radix-/, /^headlessui-.*\d/, // useId
  /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-/, // UUID
];

/** Page builders generate such names once and store them with the page: they last. */
const STORED = /^(elementor|wp|menu|post|page|product|block|vc|fl|et)[-_]/;

/** People mix letters and digits in sizes (24x24), and in a few words (a11y, b2b). */
const MIXED_BY_PEOPLE = /^\d+x\d+|a11y|i18n|l10n|k8s|b2[bc]/i;

/** As many letters in a row are a word, or nearly. */
const WORD = /[A-Z]?[a-z]{3,}/;

/**
 * Letters and digits in a mix that no person would write: 1k3bXa, bdVaJa, 7f3c9e1.
 * @param {string} word
 */
function isHash(word) {
  if (word.length < 6 || !/[a-z]/i.test(word) || MIXED_BY_PEOPLE.test(word) || WORD.test(word)) {
    return false;
  }
  const pieces = word.match(/[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+/g) ?? [];
  return pieces.length >= 3 && word.length / pieces.length <= 2;
}

/** @param {string} name */
function isGenerated(name) {
  return GENERATED.some((kind) => kind.test(name))
    || (!STORED.test(name) && name.split(/[-_]/).some(isHash));
}

const ATTRIBUTE = /\[\s*([\w-]+)\s*(?:[~|^$*]?=\s*(["']?)([^"'\]]*)\2\s*)?[is]?\s*\]/g;

/**
 * The classes and ids that a selector names.
 * @param {string} selector
 */
function namesIn(selector) {
  /** @type {string[]} */
  const names = [];
  const rest = selector.replace(ATTRIBUTE, (_, attribute, _quote, value) => {
    names.push(...(['class', 'id'].includes(attribute) ? (value ?? '').split(/\s+/) : [attribute]));
    return ' ';
  });
  for (const [, name] of rest.matchAll(new RegExp(`[.#](${NAME})`, 'g'))) {
    names.push(name.replace(/\\(.)/g, '$1'));
  }
  return names;
}

/**
 * Counting children along a path breaks as soon as something is put before one of them.
 * @param {string} selector
 */
function countsChildren(selector) {
  const counted = (selector.match(/:nth-(last-)?(child|of-type)\(/g) ?? []).length;
  const steps = selector.split('>').length - 1;
  return counted >= 2 || (counted === 1 && steps >= 3);
}

/**
 * Why a selector will not last, or null.
 * @param {string} selector @returns {Reason | null}
 */
function fragility(selector) {
  const name = namesIn(selector).find(isGenerated);
  if (name !== undefined) {
    return {because: 'generated-name', name};
  }
  return countsChildren(selector) ? {because: 'counts-children'} : null;
}

/* ---- what lasts ---- */

const LASTING_ATTRIBUTES = [
  'data-testid', 'data-test', 'data-test-id', 'data-cy', 'data-qa', 'name', 'aria-label', 'href',
  'for', 'title', 'alt',
];

/** @param {string} text */
const quoted = (text) => `"${text.replace(/["\\]/g, '\\$&')}"`;

/**
 * Selectors for an element that will last, the best first.
 * @param {Element} element
 */
function* lasting(element) {
  const tag = dom.localName(element);
  const id = dom.id(element);
  if (id !== '' && !isGenerated(id)) {
    yield `#${CSS.escape(id)}`;
  }
  for (const name of LASTING_ATTRIBUTES) {
    const value = dom.attribute(element, name);
    if (value && value !== '#' && value.length <= 80 && !/[\n\r]/.test(value)) {
      yield name.startsWith('data-') ? `[${name}=${quoted(value)}]` : `${tag}[${name}=${quoted(value)}]`;
    }
  }
  for (const name of dom.classes(element).filter((one) => !isGenerated(one))) {
    yield `.${CSS.escape(name)}`;
  }
}

/** @param {string} selector @param {Element} element */
function finds(selector, element) {
  const found = dom.all(document, selector);
  return found.length === 1 && found[0] === element;
}

/**
 * The best selector that finds this element and no other, or null.
 * @param {Element} element
 */
const bestFor = (element) =>
  Array.from(lasting(element)).find((selector) => finds(selector, element)) ?? null;

/**
 * What to note of a selector that will not last, with one that will, for an element that it found.
 * @param {string} selector @param {Element | undefined} element @returns {Diagnosis[]}
 */
function notes(selector, element) {
  const reason = element === undefined ? null : fragility(selector);
  return element === undefined || reason === null
    ? [] : [{finding: 'fragile-selector', data: {reason, suggestion: bestFor(element)}}];
}

export default {bestFor, notes};
