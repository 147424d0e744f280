/*
 * Whether a visitor can make a click that counts. What counts is the goal type's: it says which
 * elements `matching(goal, textOf)` finds, on which `areas(element)` a click for one of them may land,
 * and by `counting(goal, textOf)` for which targets a click counts.
 */
import describe from './describe.js';
import dom from '../dom/dom.js';
import reach from '../geometry/reach.js';
import texts from './texts.js';

/** Elements of one goal that are tried at the most. */
const MOST_TRIED = 200;

/**
 * Matches that do not lie inside another match: a click on the inner one is one on the outer.
 * @param {Element[]} elements
 */
function apart(elements) {
  const all = new Set(elements);
  return elements.filter((element) => !dom.path(element).slice(1).some((a) => all.has(a)));
}

/** @param {Element} element */
const isInView = (element) => dom.rects(element)
  .some((box) => reach.countsAt((box.left + box.right) / 2, (box.top + box.bottom) / 2,
    (target) => dom.contains(element, target)));

/**
 * Hundreds of hidden twins must not keep the one that is shown from being tried.
 * @param {Element[]} elements
 */
function likelyFirst(elements) {
  if (elements.length <= MOST_TRIED) {
    return elements;
  }
  const likely = [isInView, texts.isRendered, () => true];
  return Array.from(new Set(likely.flatMap((is) => elements.filter(is))));
}

/**
 * The matches that are tried, in their order, with the places where a click on each may count.
 * @param {ClickingType} type @param {GoalQuery} goal @param {TextOf} [textOf]
 * @param {Element[]} elements @returns {Clickable[]}
 */
function clickable(type, goal, textOf, elements = type.matching(goal, textOf)) {
  const counts = type.counting(goal, textOf);
  // A click that counts for what lies above is none on this one.
  const place = (/** @type {Element} */ area) => ({
    area, counts: (/** @type {Element} */ target) => dom.contains(area, target) && counts(target),
  });
  return likelyFirst(apart(elements)).slice(0, MOST_TRIED)
    .map((element) => ({element, places: type.areas(element).map(place)}));
}

/**
 * The first matches that a visitor can click: two are enough to know that there are several.
 * @param {ClickingType} type @param {GoalQuery} goal @param {TextOf | undefined} textOf
 * @param {Element[]} elements
 */
function reachableOf(type, goal, textOf, elements) {
  /** @type {Element[]} */
  const reachable = [];
  for (const {element, places} of clickable(type, goal, textOf, elements)) {
    if (reachable.length < 2
      && places.some(({area, counts}) => reach.canBeClicked(area, counts))) {
      reachable.push(element);
    }
  }
  return reachable;
}

/** Less than this cannot be told from nothing. */
const LEAST_OPACITY = 0.05;

/** Native controls are often laid, transparent, over or under what is drawn in their place. */
const DRAWN_BY_OTHERS = 'input[type="checkbox"], input[type="radio"], input[type="file"],'
  + ' input[type="range"], input[type="color"], select';

/**
 * Whether nobody sees it, though it takes clicks: by its own opacity and its ancestors'.
 * Mida's anti-flicker style makes nothing invisible for good.
 * @param {Element} element
 */
function isTransparent(element) {
  if (dom.matches(element, DRAWN_BY_OTHERS) || dom.first(document, 'style#abhide') !== null) {
    return false;
  }
  let opacity = 1;
  for (const a of dom.path(element)) {
    opacity *= Number(getComputedStyle(a).opacity);
  }
  return opacity < LEAST_OPACITY;
}

/**
 * What was found, those that a visitor can use first.
 * @param {Element[]} elements @param {Element[]} reachable
 * @param {(elements: Element[]) => string[]} describedAs
 */
function evidence(elements, reachable, describedAs = describe.first) {
  const first = [...reachable, ...elements.filter((element) => !reachable.includes(element))];
  return {
    met: reachable.length > 0,
    count: elements.length,
    reachable: reachable.length,
    described: describedAs(first),
  };
}

/** @param {Element[]} reachable @param {(elements: Element[]) => string[]} describedAs */
const notes = (reachable, describedAs) => (reachable.length > 0 && reachable.every(isTransparent)
  ? [{finding: 'transparent', data: {first: describedAs(reachable)[0]}}] : []);

/**
 * Judges a goal; answers the facts, and the elements that a visitor can click.
 * @param {ClickingType} type @param {GoalQuery} goal @param {TextOf} [textOf]
 * @param {(elements: Element[]) => string[]} [describedAs]
 */
function judge(type, goal, textOf, describedAs = describe.first) {
  const elements = type.matching(goal, textOf);
  const reachable = reachableOf(type, goal, textOf, elements);
  return {
    facts: {
      ...evidence(elements, reachable, describedAs),
      notes: notes(reachable, describedAs),
    },
    reachable,
  };
}

export default {clickable, evidence, judge};
