/*
 * Why a goal that counts clicks on a text does not: the text is there in other letters, unseen, out
 * of reach, or not at all.
 */
import dom from '../dom/dom.js';
import judge from '../goals/judge.js';
import missing from './missing.js';
import nearby from './nearby.js';
import rules from '../goals/rules.js';
import selectors from '../goals/selectors.js';
import unreachable from './unreachable.js';

const MOST_LOOKED_AT = 3000;
/** Longer texts hold shorter ones, which are looked at as well. */
const LONGEST = 1000;
const WITH_TEXT = 'h1, h2, h3, h4, h5, h6, p, li, dt, dd, th, td, b, strong, em, span, div, body';
/** Longer texts are no candidates for a typing error. */
const LONGEST_LABEL = 120;

/* ---- the same letters, written otherwise ---- */

/** Upper case is what more letters have: \u00DF becomes SS. */
const withoutCase = (character) => character.toUpperCase();

const withoutStyle = (character) => withoutCase(character.normalize('NFKC'))
  .replace(/[\u2018\u2019\u201C\u201D`\u00B4"]/g, "'")
  .replace(/\u2026/g, '...').replace(/[\s\u2010-\u2015-]/g, '');

/** A text's characters folded one by one, with the place in the text from which each came. */
function folded(text, fold) {
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

/** The part of a text that has the wanted letters, as it stands there, or null. */
function partWith(text, wanted, fold) {
  const {letters, places} = folded(text, fold);
  const start = letters.indexOf(wanted);
  return wanted === '' || start < 0 ? null
    : rules.asRead(text.slice(places[start], places[start + wanted.length]));
}

/** Texts of what is there to be clicked, as shown, the shortest first. */
function offeredTexts() {
  const texts = dom.all(document, `${rules.CONTROLS}, ${WITH_TEXT}`)
    .slice(0, MOST_LOOKED_AT).map(rules.shownText)
    .filter((text) => text !== '' && text.length <= LONGEST);
  return Array.from(new Set(texts)).sort((a, b) => a.length - b.length);
}

function sameLetters(goal, texts, fold) {
  const wanted = folded(rules.asRead(goal.value), fold).letters;
  return texts.map((text) => partWith(text, wanted, fold)).filter((part) => part !== null);
}

/* ---- texts that nobody sees ---- */

const ATTRIBUTES_WITH_TEXT = ['alt', 'aria-label', 'placeholder', 'title', 'value'];

function inAttribute(goal) {
  const wanted = rules.asRead(goal.value);
  for (const name of ATTRIBUTES_WITH_TEXT) {
    const element = dom.all(document, `[${name}]`)
      .find((one) => rules.asRead(dom.attribute(one, name)).includes(wanted));
    if (element !== undefined) {
      return {where: `the attribute ${name}`, ...instead(element)};
    }
  }
  const field = dom.all(document, 'input, textarea')
    .find((one) => rules.asRead(one.value).includes(wanted));
  return field === undefined ? null : {where: 'the contents', ...instead(field)};
}

/** The element, and a selector by which clicks on it would count. */
function instead(element) {
  const selector = selectors.bestFor(element);
  const works = selector !== null && missing.works({type: 'clickOnElement', value: selector});
  return {element: judge.describe(element), selector: works ? selector : null};
}

/** The innermost elements that hold the text without showing it. */
function holdingUnseen(goal) {
  const wanted = rules.asRead(goal.value);
  const holds = (element) => rules.asRead(dom.textContent(element)).includes(wanted);
  return dom.all(document, 'body *')
    .filter((element) => !['script', 'style', 'noscript', 'template'].includes(dom.localName(element)))
    .filter((element) => holds(element) && !dom.children(element).some(holds));
}

function of(goal) {
  const shown = judge.matching(goal);
  if (shown.length > 0) {
    return unreachable.nearestReason(shown);
  }
  const offered = offeredTexts();
  for (const [code, fold] of [['text-case', withoutCase], ['text-whitespace', withoutStyle]]) {
    const texts = sameLetters(goal, offered, fold);
    if (texts.length > 0) {
      return {code, found: texts[0], suggestion: firstText(goal, texts)};
    }
  }
  const attribute = inAttribute(goal);
  if (attribute !== null) {
    return {code: 'text-not-shown', ...attribute};
  }
  const unseen = holdingUnseen(goal);
  if (unseen.length > 0) {
    return {...unreachable.nearestReason(unseen), code: 'text-not-shown'};
  }
  const elsewhere = missing.outOfReach((root) => rules.asRead(root.textContent ?? root.body?.textContent ?? '')
    .includes(rules.asRead(goal.value)));
  return elsewhere
    ?? {code: 'no-match', suggestion: firstText(goal, nearby.nearest(goal.value, labels(offered)))};
}

const labels = (texts) => texts.filter((text) => text.length <= LONGEST_LABEL);

function firstText(goal, texts) {
  return texts.find((value) => missing.works({...goal, value})) ?? null;
}

export default {holdingUnseen, of};
