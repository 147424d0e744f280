/*
 * Whether a visitor can make a click that counts. The goal type decides what counts: `matching(goal,
 * textOf)` are its elements, `areas(element)` is where a click on one may land, and `counting(goal,
 * textOf)` tells for which targets a click counts.
 */
import describe from './describe.js';
import dom from '../dom/dom.js';
import reach from '../geometry/reach.js';
import texts from './texts.js';

/** Of one goal, no more elements than this are tried. */
const MOST_TRIED = 200;

/**
 * The first two that visitors can use: enough to know that there are several.
 * @template T @param {T[]} candidates @param {(candidate: T) => boolean} isUsable
 */
function firstTwo(candidates, isUsable) {
  /** @type {T[]} */
  const usable = [];
  for (const candidate of candidates.slice(0, MOST_TRIED)) {
    if (usable.length < 2 && isUsable(candidate)) {
      usable.push(candidate);
    }
  }
  return usable;
}

/**
 * Matches that are not inside another match: a click on an inner one counts for the outer one.
 * @param {Element[]} elements
 */
function outermost(elements) {
  const all = new Set(elements);
  return elements.filter((element) => !dom.path(element).slice(1).some((a) => all.has(a)));
}

/** @param {Element} element */
const isInView = (element) => dom.rects(element)
  .some((box) => reach.countsAt((box.left + box.right) / 2, (box.top + box.bottom) / 2,
    (target) => dom.contains(element, target)));

/**
 * Makes sure that the one that is shown is tried, though hundreds of hidden ones precede it.
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
 * The matches to try, in document order, with the places where a click on each may count.
 * @param {ClickingType} type @param {GoalQuery} goal @param {TextOf} [textOf]
 * @param {Element[]} elements @returns {Clickable[]}
 */
function clickable(type, goal, textOf, elements = type.matching(goal, textOf)) {
  const counts = type.counting(goal, textOf);
  // A click that counts for a covering element is no click on this one.
  const place = (/** @type {Element} */ area) => ({
    area, counts: (/** @type {Element} */ target) => dom.contains(area, target) && counts(target),
  });
  return likelyFirst(outermost(elements)).slice(0, MOST_TRIED)
    .map((element) => ({element, places: type.areas(element).map(place)}));
}

/** @param {Clickable} one */
const canBeClicked = ({places}) =>
  places.some(({area, counts}) => reach.canBeClicked(area, counts));

/** Less than this is invisible. */
const LEAST_OPACITY = 0.05;

/** Native controls that are often transparent, with a drawing in their place. */
const OFTEN_TRANSPARENT = 'input[type="checkbox"], input[type="radio"], input[type="file"],'
  + ' input[type="range"], input[type="color"], select';

/**
 * Whether a clickable element is invisible by its own opacity and its ancestors'. Mida's anti-flicker
 * style does not count, since it is removed.
 * @param {Element} element
 */
function isTransparent(element) {
  if (dom.matches(element, OFTEN_TRANSPARENT) || dom.first(document, 'style#abhide') !== null) {
    return false;
  }
  let opacity = 1;
  for (const a of dom.path(element)) {
    opacity *= Number(getComputedStyle(a).opacity);
  }
  return opacity < LEAST_OPACITY;
}

/**
 * The facts of the elements found; those that a visitor can use are described first.
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
 * Judges a goal; returns the facts, and the elements that a visitor can click.
 * @param {ClickingType} type @param {GoalQuery} goal @param {TextOf} [textOf]
 * @param {(elements: Element[]) => string[]} [describedAs]
 */
function judge(type, goal, textOf, describedAs = describe.first) {
  const elements = type.matching(goal, textOf);
  const reachable = firstTwo(clickable(type, goal, textOf, elements), canBeClicked)
    .map(({element}) => element);
  return {
    facts: {
      ...evidence(elements, reachable, describedAs),
      notes: notes(reachable, describedAs),
    },
    reachable,
  };
}

export default {clickable, evidence, firstTwo, judge};
