/*
 * Whether a visitor's click can land where it counts. The browser's own hit test decides, so that
 * whatever covers, clips or transforms an element need not be modelled here.
 */
import boxes from './boxes.js';
import dom from '../dom/dom.js';
import hover from './hover.js';
import points from './points.js';
import scrolling from './scrolling.js';
import targets from './targets.js';

/** One judgement searches no more elements than this for gaps, and one more for each goal. */
const MOST_GAP_SEARCHES = 20;
let gapSearches = 0;
let goalHasSearched = false;

/** A cache of hit tests, by scroll positions and point: goals often share elements. */
let hitCache = new Map();

/** @param {number} x @param {number} y @returns {Element | null} */
function hitAt(x, y) {
  const where = `${scrolling.place()} at ${x} ${y}`;
  if (!hitCache.has(where)) {
    hitCache.set(where, dom.hitAt(x, y));
  }
  return hitCache.get(where);
}

/**
 * Runs `look` with an empty hit-test cache: the page is temporarily modified.
 * @template T @param {() => T} look
 */
function withEmptyCache(look) {
  const before = hitCache;
  hitCache = new Map();
  try {
    return look();
  } finally {
    hitCache = before;
  }
}

/**
 * Whether a click at this point of the viewport has a target that counts.
 * @param {number} x @param {number} y @param {Counts} counts
 */
function countsAt(x, y, counts) {
  const hit = hitAt(x, y);
  return hit !== null && targets.ofClick(hit).some(counts) && !targets.firesNoClick(hit, x, y);
}

/**
 * The first point at which a click counts, or null; notes in `hits` what other points hit.
 * @param {Iterable<Point>} candidates @param {Counts} counts @param {Set<Element>} hits
 * @returns {Point | null}
 */
function firstOf(candidates, counts, hits) {
  const isTarget = oncePerElement((hit) => targets.ofClick(hit).some(counts));
  for (const {x, y} of candidates) {
    const hit = hitAt(x, y);
    if (hit !== null && isTarget(hit) && !targets.firesNoClick(hit, x, y)) {
      return {x, y};
    }
    if (hit !== null) {
      hits.add(hit);
    }
  }
  return null;
}

/**
 * Many points hit the same element.
 * @param {Counts} test @returns {Counts}
 */
function oncePerElement(test) {
  const results = new Map();
  return (element) => {
    if (!results.has(element)) {
      results.set(element, test(element));
    }
    return results.get(element);
  };
}

/**
 * Tries points all over an element and on its lines, without scrolling.
 * @param {Element} element @param {Counts} counts
 */
function hitInPlace(element, counts) {
  return firstOf(points.within(boxes.inView(element)), counts, new Set())
    ?? firstOf(points.onLines(element), counts, new Set())
    ?? firstOf(points.within(boxes.generatedInView(element)), counts, new Set());
}

/**
 * Tries points up to the edges of some boxes, and beside what covers them.
 * @param {Element} element @param {Edges[]} boxesInView @param {Counts} counts
 */
function hitInGapsOf(element, boxesInView, counts) {
  const hits = new Set();
  const inPlace = firstOf(points.upToTheEdges(boxesInView), counts, hits);
  const above = Array.from(hits).filter((hit) => !dom.contains(hit, element));
  return inPlace ?? firstOf(points.beside(boxesInView, above), counts, new Set());
}

/** @param {Element} part @param {Counts} counts */
const hitInOwnGaps = (part, counts) => hitInGapsOf(part, boxes.inView(part), counts);

/**
 * Tries the gaps in what covers an element, what a clip leaves, and where a clip has no effect.
 * @param {Element} element @param {Counts} counts
 */
function hitInGaps(element, counts) {
  const parts = boxes.inView(element);
  return hitInOwnGaps(element, counts)
    ?? firstOf(points.acrossClip(element, parts), counts, new Set())
    ?? hitInGapsOf(element, boxes.beyond(element, parts), counts);
}

/**
 * Takes each step with each part until one can be hit; the point, or null.
 * @template S @param {S[]} steps @param {Element[]} parts
 * @param {(part: Element, step: S) => string} take @param {(part: Element) => Point | null} hitIn
 */
function firstHit(steps, parts, take, hitIn) {
  const places = new Map(parts.map((part) => [part, new Set()]));
  for (const step of steps) {
    for (const part of parts) {
      const place = take(part, step);
      const tried = /** @type {Set<string>} */ (places.get(part));
      // Without anything to scroll, all steps lead to the same place.
      const point = tried.has(place) ? null : hitIn(part);
      tried.add(place);
      if (point !== null) {
        return point;
      }
    }
  }
  return null;
}

/**
 * Brings parts into view in each position.
 * @param {Element[]} parts @param {(part: Element) => Point | null} hitIn
 */
const searched = (parts, hitIn) =>
  firstHit(scrolling.positions, parts, scrolling.bringIntoView, hitIn);

/** The ends of the page, and its corners for pages that scroll both ways. */
const PAGE_ENDS = [
  {top: -1}, {top: 1},
  {left: -1, top: -1}, {left: 1, top: -1}, {left: -1, top: 1}, {left: 1, top: 1},
];

/**
 * What is fixed stays in place while the page scrolls, and what covers it may scroll away.
 * @param {Element[]} parts @param {(part: Element) => Point | null} hitIn
 */
const atPageEnds = (parts, hitIn) =>
  firstHit(PAGE_ENDS, parts, (_, end) => scrolling.toPageEnd(end), hitIn);

/**
 * The first visible point of an element at which a click counts, or null. May scroll; the caller
 * restores the scroll positions.
 * @param {Element} element @param {Counts} counts @returns {Point | null}
 */
function clickPoint(element, counts) {
  const parts = () => boxes.partsOf(element).filter(boxes.hasBoxes);
  const inPlace = (/** @type {Element} */ part) => hitInPlace(part, counts);
  /** @param {Element} part */
  const inGaps = (part) => hitInOwnGaps(part, counts);
  const point = inPlace(element) ?? searched(parts(), inPlace) ?? atPageEnds(parts(), inPlace);
  const found = point !== null || !mayTryGaps() ? point
    : searched([element, ...dom.labels(element)], (part) => hitInGaps(part, counts))
      ?? searched(boxes.gapPartsOf(element), inGaps) ?? atPageEnds([element], inGaps);
  return found === null ? shownByHover(element, counts) : underPointer(found, element, counts);
}

/**
 * A point that is clickable only while the pointer is over an ancestor. The pointer goes straight to
 * it: a menu that opens elsewhere would take two moves.
 * @param {Element} element @param {Counts} counts
 */
function shownByHover(element, counts) {
  for (const around of hover.changingAround(element)) {
    /** @param {Element} target */
    const isIn = (target) => dom.contains(around, target);
    scrolling.bringIntoView(around, 'middle');
    const entry = hitInPlace(around, isIn);
    const point = entry && whileHovering(entry, () => hitInPlace(element, counts));
    if (point && countsUnderPointer(point, counts)) {
      return point;
    }
  }
  return null;
}

/** @template T @param {Point} point @param {() => T} look */
const whileHovering = ({x, y}, look) =>
  hover.during(/** @type {Element} */ (hitAt(x, y)), () => withEmptyCache(look));

/**
 * Whether a click still counts with what changes once the pointer is at the point.
 * @param {Point} point @param {Counts} counts
 */
function countsUnderPointer(point, counts) {
  const isCounted = () => countsAt(point.x, point.y, counts);
  return whileHovering(point, isCounted) ?? isCounted();
}

/**
 * The point, or another, at which a click still counts once the pointer is there.
 * @param {Point} point @param {Element} element @param {Counts} counts
 */
function underPointer(point, element, counts) {
  if (countsUnderPointer(point, counts)) {
    return point;
  }
  const other = whileHovering(point, () => hitInPlace(element, counts));
  return other !== null && countsUnderPointer(other, counts) ? other : null;
}

function mayTryGaps() {
  const isFirst = !goalHasSearched;
  goalHasSearched = true;
  gapSearches += 1;
  return isFirst || gapSearches <= MOST_GAP_SEARCHES;
}

/** Restores the page as it was before the last call. */
function putBack() {
  scrolling.putBack();
  hover.forget();
  hitCache = new Map();
  gapSearches = 0;
}

/** Keeps the current scroll positions; returns the previous ones. */
function keepScrolled() {
  const before = scrolling.keepScrolled();
  putBack();
  return before;
}

/** To be called before each goal. */
function nextGoal() {
  goalHasSearched = false;
}

/**
 * Whether a click on any visible point of an element counts, by default if its target is in the
 * element; may scroll.
 * @param {Element} element @param {Counts} counts
 */
const canBeClicked = (element, counts = (target) => dom.contains(element, target)) =>
  clickPoint(element, counts) !== null;

/**
 * What covers an element once it is scrolled into view (`top`), and whether the element is beneath
 * that. Null where it cannot be scrolled into view.
 * @param {Element} element
 */
function coverOf(element) {
  scrolling.bringIntoView(element, 'middle');
  const parts = boxes.inView(element);
  const found = Array.from(points.within(parts), ({x, y}) => dom.allAt(x, y))
    .filter((hits) => hits.length > 0);
  const hasOwnSize = dom.rects(element).some(boxes.hasSize);
  // Hit tests do not return an element without size, but its parent.
  /** @param {Element[]} hits */
  const liesIn = (hits) => (hasOwnSize ? hits.some((hit) => dom.contains(element, hit))
    : hits.indexOf(/** @type {Element} */ (dom.layoutParent(element))) > 0);
  return found.length === 0 ? null : {top: found[0][0], isBeneath: found.some(liesIn)};
}

/**
 * What covers an element as soon as the pointer is over it, or null.
 * @param {Element} element
 */
function coveredByHover(element) {
  scrolling.bringIntoView(element, 'middle');
  /** @param {Element} target */
  const isOfElement = (target) => dom.contains(element, target);
  const point = hitInPlace(element, isOfElement);
  return point && whileHovering(point, () => {
    const hit = hitAt(point.x, point.y);
    return hit === null || isOfElement(hit) ? null : hit;
  });
}

export default {
  canBeClicked, clickPoint, countsAt, coveredByHover, coverOf, keepScrolled, nextGoal, putBack,
};
