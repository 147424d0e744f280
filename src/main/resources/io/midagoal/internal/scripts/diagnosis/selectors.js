/*
 * Selectors: which ones will not last, and which ones find an element instead.
 */
import dom from '../dom/dom.js';

const NAME = '(?:[\\w-]|[^\\x00-\\x7F]|\\\\.)+';

/* ---- names that tools generate: they change with the next build or visit ---- */

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

/** Page builders generate these names once and store them with the page, so that they last. */
const STORED = /^(elementor|wp|menu|post|page|product|block|vc|fl|et)[-_]/;

/** People mix letters and digits in sizes (24x24), and in a few words (a11y, b2b). */
const MIXED_BY_PEOPLE = /^\d+x\d+|a11y|i18n|l10n|k8s|b2[bc]/i;

/** This many letters in a row are probably a word. */
const WORD = /[A-Z]?[a-z]{3,}/;

/**
 * Letters and digits mixed as no person would: 1k3bXa, bdVaJa, 7f3c9e1.
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
 * Counting children along a path breaks as soon as one is inserted.
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

/* ---- selectors for an element ---- */

const TEST_ATTRIBUTES = ['data-testid', 'data-test', 'data-test-id', 'data-cy', 'data-qa'];

/** Attributes that name another element, by an id that a tool may have generated. */
const REFERENCES =
  ['aria-controls', 'data-bs-target', 'data-target', 'popovertarget', 'commandfor', 'for'];

const ATTRIBUTES = [
  ...TEST_ATTRIBUTES, 'name', ...REFERENCES, 'action', 'aria-label', 'href', 'title', 'alt',
];

/** @param {string} attribute @param {string} value */
function isLasting(attribute, value) {
  const isName = ['id', 'class', ...REFERENCES].includes(attribute);
  return value !== '#' && value.length <= 80 && !(isName && isGenerated(value.replace(/^#/, '')));
}

/** @param {string} text @param {string} quote */
const quoted = (text, quote) =>
  quote + text.replaceAll('\\', '\\\\').replaceAll(quote, `\\${quote}`) + quote;

/**
 * Selectors for an element by what is written in its tag, the best first.
 * @param {Element} element @param {string} quote
 * @param {(attribute: string, value: string) => boolean} isWanted
 */
function* byAttributes(element, quote, isWanted) {
  const tag = dom.localName(element);
  const id = dom.id(element);
  if (id !== '' && isWanted('id', id)) {
    yield* [`#${CSS.escape(id)}`, `${tag}#${CSS.escape(id)}`];
  }
  for (const name of ATTRIBUTES) {
    const value = dom.attribute(element, name) ?? '';
    if (value !== '' && !/[\n\r\f]/.test(value) && isWanted(name, value)) {
      const own = `[${name}=${quoted(value, quote)}]`;
      yield* TEST_ATTRIBUTES.includes(name) ? [own, tag + own] : [tag + own];
    }
  }
  for (const name of dom.classes(element).filter((one) => isWanted('class', one))) {
    yield* [`.${CSS.escape(name)}`, `${tag}.${CSS.escape(name)}`];
  }
}

/**
 * The same, and then for want of better ones those that will not last.
 * @param {Element} element @param {string} quote
 */
function* byTag(element, quote) {
  const tag = dom.localName(element);
  yield* byAttributes(element, quote, isLasting);
  const type = dom.attribute(element, 'type') ?? '';
  yield* /^\w+$/.test(type) ? [`${tag}[type=${quoted(type, quote)}]`] : [];
  yield* dom.attribute(element, 'aria-expanded') === null ? [] : [`${tag}[aria-expanded]`];
  yield tag;
  yield* byAttributes(element, quote, (name, value) => !isLasting(name, value));
}

/**
 * The first selector that finds this element and no other, and is accepted; or null.
 * @param {Element} element @param {Iterable<string>} candidates
 * @param {(selector: string) => boolean} [isAccepted]
 */
function firstFinding(element, candidates, isAccepted = () => true) {
  for (const selector of candidates) {
    const found = dom.all(document, selector);
    if (found.length === 1 && found[0] === element && isAccepted(selector)) {
      return selector;
    }
  }
  return null;
}

/**
 * The best selector that will last, or null.
 * @param {Element} element
 */
const lastingFor = (element) => firstFinding(element, byAttributes(element, '"', isLasting));

/**
 * The best selector that is accepted, or null.
 * @param {Element} element @param {(selector: string) => boolean} isAccepted
 */
const acceptedFor = (element, isAccepted) =>
  firstFinding(element, byTag(element, '"'), isAccepted);

/** @param {Element} element */
function nthOfType(element) {
  const tag = dom.localName(element);
  const parent = dom.parent(element);
  const siblings = parent === null ? [element]
    : dom.children(parent).filter((sibling) => dom.localName(sibling) === tag);
  return `${tag}:nth-of-type(${siblings.indexOf(element) + 1})`;
}

/** @param {Element} element */
const ownSelectors = (element) => [...byTag(element, "'"), nthOfType(element)];

/** @param {Element} element */
function* withAncestors(element) {
  const own = ownSelectors(element);
  yield* own;
  for (const ancestor of dom.path(element).slice(1)) {
    for (const around of ownSelectors(ancestor)) {
      yield* own.map((selector) => `${around} ${selector}`);
    }
  }
}

/**
 * The best selector to be written into a Java string, by the element's ancestors if need be; or null.
 * @param {Element} element
 */
const anyFor = (element) => firstFinding(element, withAncestors(element));

/**
 * What to note of a selector that will not last, with one that will, for an element that it found.
 * @param {string} selector @param {Element | undefined} element @returns {Diagnosis[]}
 */
function notes(selector, element) {
  const reason = element === undefined ? null : fragility(selector);
  return element === undefined || reason === null
    ? [] : [{finding: 'fragile-selector', data: {reason, suggestion: lastingFor(element)}}];
}

export default {acceptedFor, anyFor, lastingFor, notes};
