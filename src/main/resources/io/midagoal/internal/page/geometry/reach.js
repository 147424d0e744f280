/*
 * Whether a visitor's click can land where it counts. Answers come from the browser's own hit test,
 * so that whatever lies above, clips or transforms an element is taken into account without being
 * modelled here.
 */
import boxes from './boxes.js';
import dom from '../dom/dom.js';
import hover from './hover.js';
import points from './points.js';
import scrolling from './scrolling.js';
import targets from './targets.js';

/** More elements of one judgement than this are not searched for gaps, but one for each goal. */
const MOST_GAP_SEARCHES = 20;
let gapSearches = 0;
let goalHasSearched = false;

/** What was hit at each point of each place: goals that share elements ask for the same again. */
let answers = new Map();

/** @param {number} x @param {number} y @returns {Element | null} */
function hitAt(x, y) {
  const where = `${scrolling.place()} at ${x} ${y}`;
  if (!answers.has(where)) {
    answers.set(where, dom.hitAt(x, y));
  }
  return answers.get(where);
}

/**
 * Looks at a page that is changed meanwhile, of which nothing known holds.
 * @template T @param {() => T} look
 */
function lookAnew(look) {
  const before = answers;
  answers = new Map();
  try {
    return look();
  } finally {
    answers = before;
  }
}

/**
 * Whether a click at this point of the viewport has a target that counts.
 * @param {number} x @param {number} y @param {Counts} counts
 */
function countsAt(x, y, counts) {
  const hit = hitAt(x, y);
  return hit !== null && targets.ofClick(hit).some(counts) && !targets.keepsToItself(hit, x, y);
}

/**
 * The first of some points at which a click counts, or null; notes what it hits elsewhere.
 * @param {Iterable<Point>} candidates @param {Counts} counts @param {Set<Element>} hits
 * @returns {Point | null}
 */
function firstOf(candidates, counts, hits) {
  const isTarget = oncePerElement((hit) => targets.ofClick(hit).some(counts));
  for (const {x, y} of candidates) {
    const hit = hitAt(x, y);
    if (hit !== null && isTarget(hit) && !targets.keepsToItself(hit, x, y)) {
      return {x, y};
    }
    if (hit !== null) {
      hits.add(hit);
    }
  }
  return null;
}

/**
 * Many points lie on the same element, and say the same.
 * @param {Counts} ask @returns {Counts}
 */
function oncePerElement(ask) {
  const known = new Map();
  return (element) => {
    if (!known.has(element)) {
      known.set(element, ask(element));
    }
    return known.get(element);
  };
}

/**
 * Tries points all over one element, and on its lines, in the viewport as it stands.
 * @param {Element} element @param {Counts} counts
 */
function hitInPlace(element, counts) {
  return firstOf(points.within(boxes.inView(element)), counts, new Set())
    ?? firstOf(points.onLines(element), counts, new Set())
    ?? firstOf(points.within(boxes.generatedInView(element)), counts, new Set());
}

/**
 * Looks up to the edges of some boxes, and for strips that are left free.
 * @param {Element} element @param {Edges[]} boxesInView @param {Counts} counts
 */
function hitInGapsOf(element, boxesInView, counts) {
  const hits = new Set();
  /** @param {Element} part */
  const inPlace = firstOf(points.upToTheEdges(boxesInView), counts, hits);
  const above = Array.from(hits).filter((hit) => !dom.contains(hit, element));
  return inPlace ?? firstOf(points.beside(boxesInView, above), counts, new Set());
}

/** @param {Element} part @param {Counts} counts */
const hitInOwnGaps = (part, counts) => hitInGapsOf(part, boxes.inView(part), counts);

/**
 * Looks for what is left free, what a clip leaves, and what seems to be clipped and is not.
 * @param {Element} element @param {Counts} counts
 */
function hitInGaps(element, counts) {
  const parts = boxes.inView(element);
  return hitInOwnGaps(element, counts)
    ?? firstOf(points.acrossClip(element, parts), counts, new Set())
    ?? hitInGapsOf(element, boxes.beyond(element, parts), counts);
}

/**
 * Takes each step with each part until one of them can be hit; the point, or null.
 * @template S @param {S[]} steps @param {Element[]} parts
 * @param {(part: Element, step: S) => string} take @param {(part: Element) => Point | null} hitIn
 */
function firstHit(steps, parts, take, hitIn) {
  const places = new Map(parts.map((part) => [part, new Set()]));
  for (const step of steps) {
    for (const part of parts) {
      const place = take(part, step);
      const tried = /** @type {Set<string>} */ (places.get(part));
      // Where there is nothing to scroll, all steps lead to the same.
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

/** Where the page ends, and its corners: the last for pages that scroll both ways. */
const PAGE_ENDS = [
  {top: -1}, {top: 1},
  {left: -1, top: -1}, {left: 1, top: -1}, {left: -1, top: 1}, {left: 1, top: 1},
];

/**
 * What is fixed stays where it is while the page moves, and what lies above it may give way.
 * @param {Element[]} parts @param {(part: Element) => Point | null} hitIn
 */
const atPageEnds = (parts, hitIn) =>
  firstHit(PAGE_ENDS, parts, (_, end) => scrolling.toPageEnd(end), hitIn);

/**
 * The first visible point of the element at which a click has a target that counts, or null. May
 * scroll; the caller puts the scroll position back.
 * @param {Element} element @param {Counts} counts @returns {Point | null}
 */
function clickPoint(element, counts) {
  const parts = () => boxes.partsOf(element).filter(boxes.hasBoxes);
  // The middle nearly always does; the edges help where something large is fixed to the other one.
  const inPlace = (/** @type {Element} */ part) => hitInPlace(part, counts);
  /** @param {Element} part */
  const inGaps = (part) => hitInOwnGaps(part, counts);
  const point = inPlace(element) ?? searched(parts(), inPlace) ?? atPageEnds(parts(), inPlace);
  const found = point !== null || !maySearchGaps() ? point
    : searched([element, ...dom.labels(element)], (part) => hitInGaps(part, counts))
      ?? searched(boxes.gapPartsOf(element), inGaps) ?? atPageEnds([element], inGaps);
  return found === null ? shownByHover(element, counts) : underPointer(found, element, counts);
}

/**
 * Where a click counts on what is there only while the pointer is on what lies around it. Whoever
 * goes straight to that point must find it there: a menu that opens beside takes two steps.
 * @param {Element} element @param {Counts} counts
 */
function shownByHover(element, counts) {
  for (const around of hover.changingAround(element)) {
    /** @param {Element} target */
    const isIn = (target) => dom.contains(around, target);
    scrolling.bringIntoView(around, 'middle');
    const entry = hitInPlace(around, isIn);
    const point = entry && pointUnderHover(entry, () => hitInPlace(element, counts));
    if (point && staysAt(point, counts)) {
      return point;
    }
  }
  return null;
}

/** @template T @param {Point} point @param {() => T} look */
const pointUnderHover = ({x, y}, look) =>
  hover.during(/** @type {Element} */ (hitAt(x, y)), () => lookAnew(look));

/**
 * Whether a click counts for whoever goes straight to a point, with all that this changes.
 * @param {Point} point @param {Counts} counts
 */
function staysAt(point, counts) {
  const isCounted = () => countsAt(point.x, point.y, counts);
  return pointUnderHover(point, isCounted) ?? isCounted();
}

/**
 * The point, or another, at which the click still counts when the pointer is there.
 * @param {Point} point @param {Element} element @param {Counts} counts
 */
function underPointer(point, element, counts) {
  if (staysAt(point, counts)) {
    return point;
  }
  const other = pointUnderHover(point, () => hitInPlace(element, counts));
  return other !== null && staysAt(other, counts) ? other : null;
}

function maySearchGaps() {
  const isFirst = !goalHasSearched;
  goalHasSearched = true;
  gapSearches += 1;
  return isFirst || gapSearches <= MOST_GAP_SEARCHES;
}

/** Puts the page back as it was before the last call. */
function putBack() {
  scrolling.putBack();
  hover.forget();
  answers = new Map();
  gapSearches = 0;
}

/** Keeps the current scroll positions; returns the previous ones. */
function keepScrolled() {
  const before = scrolling.keepScrolled();
  putBack();
  return before;
}

/** Says that what comes is for another goal. */
function nextGoal() {
  goalHasSearched = false;
}

/**
 * Whether a click on some visible point of the element counts; may scroll.
 * @param {Element} element @param {Counts} counts
 */
const canBeClicked = (element, counts) => clickPoint(element, counts) !== null;

/**
 * What the hit test finds in an element's place after a visitor has scrolled to it: the topmost, and
 * whether the element lies beneath. Null where the place cannot be scrolled to.
 * @param {Element} element
 */
function inPlaceOf(element) {
  scrolling.bringIntoView(element, 'middle');
  const parts = boxes.inView(element);
  const found = Array.from(points.within(parts), ({x, y}) => dom.allAt(x, y))
    .filter((hits) => hits.length > 0);
  const hasOwnSize = dom.rects(element).some(boxes.hasSize);
  // What has no size of its own is not among them, but what holds it is.
  /** @param {Element[]} hits */
  const liesIn = (hits) => (hasOwnSize ? hits.some((hit) => dom.contains(element, hit))
    : hits.indexOf(/** @type {Element} */ (dom.layoutParent(element))) > 0);
  return found.length === 0 ? null : {top: found[0][0], isBeneath: found.some(liesIn)};
}

/**
 * What takes the click in an element's place as soon as a visitor points at it, or null.
 * @param {Element} element
 */
function coveredByHover(element) {
  scrolling.bringIntoView(element, 'middle');
  /** @param {Element} target */
  const isOfElement = (target) => dom.contains(element, target);
  const point = hitInPlace(element, isOfElement);
  return point && pointUnderHover(point, () => {
    const hit = hitAt(point.x, point.y);
    return hit === null || isOfElement(hit) ? null : hit;
  });
}

export default {
  canBeClicked, clickPoint, countsAt, coveredByHover, inPlaceOf, keepScrolled, nextGoal, putBack,
};
