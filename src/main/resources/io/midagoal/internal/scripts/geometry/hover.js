/*
 * How a page changes under the pointer: a style sheet may cover or move an element as soon as a visitor
 * points at it. To see that, `:hover` in the page's own rules is replaced for a moment by a selector of
 * what would be under the pointer: so layers, containers and the order of rules have their effect.
 */
import dom from '../dom/dom.js';
import styleRules from '../dom/styleRules.js';

/** Properties that decide where a click lands. */
const DECISIVE = [
  'bottom', 'clip-path', 'content-visibility', 'display', 'height', 'left', 'max-height',
  'max-width', 'min-height', 'min-width', 'pointer-events', 'position', 'right', 'rotate', 'scale',
  'top', 'transform', 'translate', 'visibility', 'width', 'z-index',
];
const MOST_RULES = 500;

/**
 * @typedef {{rule: CSSStyleRule, hovered: string[]}} Known A rule, and selectors of what it waits for.
 */

/** Visitors pause before they click: transitions have ended by then. */
const AT_ONCE = '*, ::before, ::after { transition: none !important }';

/** Adds the specificity that `:hover` has. */
const ONE_CLASS = ':nth-child(n)';

/** @param {CSSStyleDeclaration} style */
const isDecisive = (style) => DECISIVE.some((name) => style.getPropertyValue(name) !== '');

/**
 * The selector, without `:hover`, of the element that must, or must not, be hovered.
 * @param {string} selector
 */
function hoveredPart(selector) {
  const [upToIt] = /** @type {RegExpMatchArray} */ (selector.replaceAll(':not(:hover)', ':hover')
    .match(/^.*?:hover(?:\([^)]*\)|[^\s>+~])*/s));
  return upToIt.replace(/::?(?:before|after)|::[\w-]+/g, '')
    .replace(/(^|[\s>+~]):hover/g, '$1*').replaceAll(':hover', '');
}

/**
 * The page's hover rules, cached for one judgement.
 * @type {Known[] | null}
 */
let known = null;

function knownRules() {
  known ??= readRules();
  return known;
}

function readRules() {
  /** @type {Known[]} */
  const found = [];
  for (const {rule, parts} of styleRules.containing(':hover')) {
    if (isDecisive(rule.style) && found.length < MOST_RULES) {
      found.push({rule, hovered: parts.map(hoveredPart)});
    }
  }
  return found;
}

/** @param {Element} element @param {string} selector */
function matches(element, selector) {
  try {
    return dom.matches(element, selector);
  } catch (error) {
    if (error.name === 'SyntaxError') {
      return false;
    }
    throw error;
  }
}

/** @param {Element} element */
const childNumber = (element) =>
  dom.children(/** @type {Element} */ (dom.parent(element))).indexOf(element) + 1;

/**
 * A selector for exactly these elements: one and its ancestors.
 * @param {Element[]} chain
 */
function selectorOf(chain) {
  let path = ':root';
  const all = [path];
  for (const element of chain.slice(0, -1).reverse()) {
    path += ` > :nth-child(${childNumber(element)})`;
    all.push(path);
  }
  return `:where(${all.join(', ')})${ONE_CLASS}`;
}

/** @param {Known} known @param {Element} element */
const isHovered = ({hovered}, element) => hovered.some((part) => matches(element, part));

/**
 * What `look` returns as if the pointer were over `hit`; null where that changes nothing.
 * @template T @param {Element} hit @param {() => T} look @returns {T | null}
 */
function during(hit, look) {
  const chain = dom.path(hit);
  const relevant = knownRules().filter((one) => chain.some((a) => isHovered(one, a)));
  return relevant.length === 0 ? null
    : withPointer(selectorOf(chain), new Set(relevant.flatMap(({rule}) => nestedIn(rule))), look);
}

/**
 * The ancestors of an element that change under the pointer, from the inside out.
 * @param {Element} element
 */
function changingAround(element) {
  return dom.path(element).slice(1).filter((a) => knownRules().some((one) => isHovered(one, a)));
}

/**
 * A rule and its parent rules: any of them may contain `:hover`.
 * @param {CSSRule & {selectorText?: string}} rule @returns {CSSStyleRule[]}
 */
function nestedIn(rule) {
  const around = rule.parentRule === null ? [] : nestedIn(rule.parentRule);
  return rule.selectorText === undefined
    ? around : [/** @type {CSSStyleRule} */ (rule), ...around];
}

/**
 * @template T @param {string} hovered @param {Iterable<CSSStyleRule>} rules @param {() => T} look
 */
function withPointer(hovered, rules, look) {
  const atOnce = new CSSStyleSheet();
  atOnce.replaceSync(AT_ONCE);
  const sheets = [...document.adoptedStyleSheets];
  const selectors = new Map(Array.from(rules, (rule) => [rule, rule.selectorText]));
  document.adoptedStyleSheets = [...sheets, atOnce];
  selectors.forEach((text, rule) => {
    rule.selectorText = text.replaceAll(':hover', hovered);
  });
  try {
    return look();
  } finally {
    selectors.forEach((text, rule) => {
      rule.selectorText = text;
    });
    // Recomputes styles before the sheet is removed, so that the way back is no transition either.
    dom.box(dom.root());
    document.adoptedStyleSheets = sheets;
  }
}

function forget() {
  known = null;
}

export default {changingAround, during, forget};
