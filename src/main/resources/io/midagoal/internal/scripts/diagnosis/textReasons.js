/*
 * Why no click on a text counts: the text is written otherwise, not shown, out of reach, or missing.
 */
import describe from '../elements/describe.js';
import dom from '../dom/dom.js';
import nearMisses from './nearMisses.js';
import noMatch from './noMatch.js';
import selectors from './selectors.js';
import texts from '../elements/texts.js';
import unreachable from './unreachable.js';

const MOST_LOOKED_AT = 3000;
/** Longer texts consist of shorter ones, which are searched as well. */
const LONGEST = 1000;
const WITH_TEXT = 'h1, h2, h3, h4, h5, h6, p, li, dt, dd, th, td, b, strong, em, span, div, body';
/** Longer texts are not searched for typing errors. */
const LONGEST_LABEL = 120;

/* ---- the same text, written otherwise ---- */

/** @typedef {(character: string) => string} Fold Maps characters that count as the same to one. */

/**
 * To upper case, which more letters have: \u00DF becomes SS.
 * @type {Fold}
 */
const withoutCase = (character) => character.toUpperCase();

/** @type {Fold} */
const withoutStyle = (character) => withoutCase(character.normalize('NFKC'))
  .replace(/[\u2018\u2019\u201C\u201D`\u00B4"]/g, "'")
  .replace(/\u2026/g, '...').replace(/[\s\u2010-\u2015-]/g, '');

/**
 * A text's folded characters, with the position in the text of each.
 * @param {string} text @param {Fold} fold
 */
function folded(text, fold) {
  /** @type {number[]} */
  const places = [];
  let letters = '';
  let at = 0;
  for (const character of text) {
    const some = fold(character);
    letters += some;
    places.push(...Array(some.length).fill(at));
    at += character.length;
  }
  return {letters, places: [...places, text.length]};
}

/**
 * The part of a text that is the same as `wanted` when folded, or null.
 * @param {string} text @param {string} wanted @param {Fold} fold
 */
function partWith(text, wanted, fold) {
  const {letters, places} = folded(text, fold);
  const start = letters.indexOf(wanted);
  return wanted === '' || start < 0 ? null
    : texts.asRead(text.slice(places[start], places[start + wanted.length]));
}

/** Texts that the page shows, the shortest first. */
function offeredTexts() {
  const offered = dom.all(document, `${texts.CONTROLS}, ${WITH_TEXT}`)
    .slice(0, MOST_LOOKED_AT).map(texts.shownText)
    .filter((text) => text !== '' && text.length <= LONGEST);
  return Array.from(new Set(offered)).sort((a, b) => a.length - b.length);
}

/** @param {GoalQuery} goal @param {string[]} offered @param {Fold} fold */
function sameLetters(goal, offered, fold) {
  const wanted = folded(texts.asRead(goal.value), fold).letters;
  return offered.map((text) => partWith(text, wanted, fold)).filter((part) => part !== null);
}

/* ---- texts that are not shown ---- */

const ATTRIBUTES_WITH_TEXT = ['alt', 'aria-label', 'placeholder', 'title', 'value'];

/** @param {GoalQuery} goal @param {(selector: string) => boolean} selectorWorks */
function inAttribute(goal, selectorWorks) {
  const wanted = texts.asRead(goal.value);
  for (const name of ATTRIBUTES_WITH_TEXT) {
    const element = dom.all(document, `[${name}]`)
      .find((one) => texts.asRead(dom.attribute(one, name) ?? '').includes(wanted));
    if (element !== undefined) {
      return {attribute: name, ...instead(element, selectorWorks)};
    }
  }
  const fields = /** @type {Field[]} */ (dom.all(document, 'input, textarea'));
  const field = fields.find((one) => texts.asRead(one.value).includes(wanted));
  return field === undefined ? null : instead(field, selectorWorks);
}

/**
 * An element, with a selector by which clicks on it would count.
 * @param {Element} element @param {(selector: string) => boolean} selectorWorks
 */
function instead(element, selectorWorks) {
  const selector = selectors.lastingFor(element);
  const works = selector !== null && selectorWorks(selector);
  return {element: describe.element(element), selector: works ? selector : null};
}

/**
 * The innermost elements that contain the text.
 * @param {GoalQuery} goal
 */
function containingUnseen(goal) {
  const wanted = texts.asRead(goal.value);
  /** @param {Element} element */
  const contains = (element) => texts.asRead(dom.textContent(element)).includes(wanted);
  return dom.all(document, 'body *')
    .filter((element) => !['script', 'style', 'noscript', 'template'].includes(dom.localName(element)))
    .filter((element) => contains(element) && !dom.children(element).some(contains));
}

/** Ways in which texts may differ, the most obvious first. */
const DIFFERENCES = [
  {finding: 'text-case', fold: withoutCase}, {finding: 'text-whitespace', fold: withoutStyle},
];

/**
 * The text, written otherwise; or null.
 * @param {GoalQuery} goal @param {string[]} offered @param {Works} works
 * @returns {Diagnosis | null}
 */
function writtenOtherwise(goal, offered, works) {
  for (const {finding, fold} of DIFFERENCES) {
    const found = sameLetters(goal, offered, fold);
    if (found.length > 0) {
      return {finding, data: {found: found[0], suggestion: noMatch.firstThatWorks(goal, found, works)}};
    }
  }
  return null;
}

/**
 * The text where it is not shown, or null.
 * @param {GoalQuery} goal @param {(selector: string) => boolean} selectorWorks
 * @returns {Diagnosis | null}
 */
function notShown(goal, selectorWorks) {
  const data = inAttribute(goal, selectorWorks);
  if (data !== null) {
    return {finding: 'text-not-shown', data};
  }
  const unseen = containingUnseen(goal);
  return unseen.length === 0
    ? null : {...unreachable.nearestReason(unseen), finding: 'text-not-shown-hidden'};
}

/** @param {Document | ShadowRoot} root */
const textOf = (root) =>
  root.textContent ?? /** @type {Document} */ (root).body?.textContent ?? '';

/**
 * The text in a frame or a shadow root, or null.
 * @param {GoalQuery} goal
 */
const outOfReach = (goal) => noMatch.outOfReach(
  (root) => texts.asRead(textOf(root)).includes(texts.asRead(goal.value)));

/** @param {string[]} offered */
const labels = (offered) => offered.filter((text) => text.length <= LONGEST_LABEL);

/**
 * The finding for a missing text, with one that may have been meant.
 * @param {GoalQuery} goal @param {string[]} offered @param {Works} works @returns {Diagnosis}
 */
const missing = (goal, offered, works) => ({
  finding: 'no-match-text',
  data: {
    suggestion: noMatch.firstThatWorks(
      goal, nearMisses.nearest(goal.value, labels(offered)), works),
  },
});

/**
 * Why no click on a text counts. `shown` are the elements that show it; `works` tries another text,
 * `selectorWorks` a selector.
 * @param {GoalQuery} goal
 * @param {{shown: Element[], works: Works, selectorWorks: (selector: string) => boolean}} page
 * @returns {Diagnosis}
 */
function why(goal, {shown, works, selectorWorks}) {
  if (shown.length > 0) {
    return unreachable.nearestReason(shown);
  }
  const offered = offeredTexts();
  return writtenOtherwise(goal, offered, works) ?? notShown(goal, selectorWorks) ?? outOfReach(goal)
    ?? missing(goal, offered, works);
}

export default {containingUnseen, why};
