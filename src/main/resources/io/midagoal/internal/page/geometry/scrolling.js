/*
 * Scrolls as a visitor could, lays out what comes into view, and puts everything back.
 */
import boxes from './boxes.js';
import dom from '../dom/dom.js';
import scrollability from './scrollability.js';

/**
 * What was scrolled, and where it was before.
 * @type {Map<Scroller, Offset>}
 */
const moved = new Map();

/**
 * What was laid out ahead of its time, and the animation that did it.
 * @type {Map<Element, Animation>}
 */
const laidOut = new Map();

/**
 * How far a box, or the page (as `window`), is scrolled.
 * @param {Scroller} scroller @returns {Offset}
 */
function offsetOf(scroller) {
  return scroller === window ? {left: scrollX, top: scrollY}
    : dom.scrollOffset(/** @type {Element} */ (scroller));
}

/** @param {Scroller} scroller @param {Offset} offset */
function scrollToOffset(scroller, offset) {
  /** @type {ScrollToOptions} */
  const options = {...offset, behavior: 'instant'};
  if (scroller === window) {
    scrollTo(options);
  } else {
    dom.scrollTo(/** @type {Element} */ (scroller), options);
  }
}

/** @param {Scroller} scroller */
function remember(scroller) {
  if (!moved.has(scroller)) {
    moved.set(scroller, offsetOf(scroller));
  }
}

/**
 * How far to scroll so that a stretch lies at the start, in the middle or at the end of another.
 * @type {Record<string, (start: number, end: number, from: number, to: number) => number>}
 */
const ALIGNMENTS = {
  middle: (start, end, from, to) => (start + end) / 2 - (from + to) / 2,
  start: (start, _end, from) => start - from,
  end: (_start, end, _from, to) => end - to,
};

/**
 * Where an element may come to lie, across and down.
 * @type {Record<Position, string[]>}
 */
const POSITIONS = {
  middle: ['middle', 'middle'], start: ['middle', 'start'], end: ['middle', 'end'],
  left: ['start', 'middle'], right: ['end', 'middle'],
};

/**
 * How far to scroll, so that a stretch comes to a position in a box that is scrolled.
 * @param {Edges} target @param {Edges} box @param {Position} position @returns {Offset}
 */
function distance(target, box, position) {
  const [across, down] = POSITIONS[position].map((name) => ALIGNMENTS[name]);
  return {
    left: across(target.left, target.right, box.left, box.right),
    top: down(target.top, target.bottom, box.top, box.bottom),
  };
}

/**
 * What of an element is to come into view: of text that runs over lines, the first may lie far from
 * the last, and what has no box of its own has text. A line break's box is as good as none.
 * @param {Element} element @param {Position} position
 */
function stretchOf(element, position) {
  const all = boxes.boxesOf(element).filter(boxes.hasSize);
  /** @type {Partial<Record<Position, number>>} */
  const places = {start: 0, end: all.length - 1};
  return all[places[position] ?? Math.floor(all.length / 2)] ?? dom.box(element);
}

/**
 * Whether a box is drawn turned, so that what scrolls down in it goes elsewhere on the screen.
 * @param {Element} element
 */
function isTurned(element) {
  for (let /** @type {Element | null} */ a = element; a !== null; a = dom.layoutParent(a)) {
    const {rotate, transform} = getComputedStyle(a);
    // A box that is only askew across is better off with the distances on the screen.
    if (rotate !== 'none' || new DOMMatrix(transform).b !== 0) {
      return true;
    }
  }
  return false;
}

/**
 * Scrolls a turned box along one of its own sides, so that what `stretch` measures comes as near to
 * its middle as that side leads. Where it leads is seen by trying.
 * @param {Element} container @param {keyof Offset} side @param {() => Edges} stretch
 */
function turnedIntoMiddle(container, side, stretch) {
  const start = middleOf(stretch());
  const tried = [1, -1].find((step) => hasScrolled(container, side, step));
  if (tried === undefined) {
    return;
  }
  const now = middleOf(stretch());
  const per = {x: (now.x - start.x) / tried, y: (now.y - start.y) / tried};
  const goal = middleOf(dom.box(container));
  const length = per.x ** 2 + per.y ** 2;
  if (length > 0) {
    const steps = ((goal.x - now.x) * per.x + (goal.y - now.y) * per.y) / length;
    const scrollbar = dom.scrollbars(/** @type {HTMLElement} */ (container))[side];
    dom.scrollBy(container, {[side]: steps + scrollbar / 2, behavior: 'instant'});
  }
}

/** So often a turned box is scrolled along both its sides: at 45 degrees a thousandth is left. */
const ROUNDS = 10;

/**
 * Scrolls one box, along the sides that a visitor can scroll, to what `stretch` measures.
 * @param {Element} container @param {Record<keyof Offset, boolean>} hand @param {Position} position
 * @param {() => Edges} stretch
 */
function bringIntoBox(container, hand, position, stretch) {
  if (isTurned(container)) {
    const sides = /** @type {const} */ (['left', 'top']).filter((side) => hand[side]);
    // Where the sides are not at right angles, what one gains the other loses in part.
    let before = null;
    for (let round = 0; round < ROUNDS && before !== key(offsetOf(container)); round += 1) {
      before = key(offsetOf(container));
      sides.forEach((side) => turnedIntoMiddle(container, side, stretch));
    }
    return;
  }
  const drawn = dom.scales(container);
  const {left, top} = distance(stretch(), dom.box(container), position);
  dom.scrollBy(container, {
    left: hand.left ? left / drawn.x : 0,
    top: hand.top ? top / drawn.y : 0,
    behavior: 'instant',
  });
}

/** @param {Edges} edges @returns {Point} */
const middleOf = ({left, right, top, bottom}) => ({x: (left + right) / 2, y: (top + bottom) / 2});

/** @param {Element} container @param {keyof Offset} side @param {number} step */
function hasScrolled(container, side, step) {
  const before = dom.scrollOffset(container)[side];
  dom.scrollBy(container, {[side]: step, behavior: 'instant'});
  return dom.scrollOffset(container)[side] !== before;
}

/**
 * Scrolls what a visitor could scroll, from the inside out, to bring the element into view.
 * Containers with `overflow: hidden` stay: scripts can scroll them, visitors cannot. Answers where
 * everything is now, as a key.
 * @param {Element} element @param {Position} position
 */
function bringIntoView(element, position) {
  layOut(element);
  for (let a = dom.layoutParent(element); a !== null; a = dom.layoutParent(a)) {
    const hand = {left: scrollability.isByHand(a, 'X'), top: scrollability.isByHand(a, 'Y')};
    if ((hand.left || hand.top) && !scrollability.isViewport(a)) {
      remember(a);
      bringIntoBox(a, hand, position, () => stretchOf(element, position));
    }
  }
  remember(window);
  const {left, top} = distance(stretchOf(element, position), dom.viewport(), position);
  scrollBy({
    left: scrollability.viewportScrolls('X') ? left : 0,
    top: scrollability.viewportScrolls('Y') ? top : 0,
    behavior: 'instant',
  });
  return arrive();
}

/** @param {Offset} offset */
const key = ({left, top}) => `${left} ${top}`;

/** Where everything is now, as a key; empty where nothing was moved. */
let here = '';

function arrive() {
  here = [...Array.from(moved.keys(), offsetOf).map(key), laidOut.size].join();
  return here;
}

const place = () => here;

/**
 * What has `content-visibility: auto` is laid out a frame after it has come into view, and frames
 * do not come while this script runs. An animation shows it at once, and leaves no trace.
 * @param {Element} element
 */
function layOut(element) {
  for (let a = dom.layoutParent(element); a !== null; a = dom.layoutParent(a)) {
    if (!laidOut.has(a) && getComputedStyle(a).contentVisibility === 'auto') {
      laidOut.set(a, dom.animate(a, shownAtOnce(getComputedStyle(a)), 1e6));
    }
  }
}

/**
 * Once laid out, it still clips what lies in it, and is what fixed parts in it are fixed to.
 * @param {CSSStyleDeclaration} style
 */
function shownAtOnce({overflow, translate}) {
  /** @param {string} value */
  const twice = (value) => [value, value];
  return {
    contentVisibility: twice('visible'),
    overflow: twice(overflow === 'visible' ? 'clip' : overflow),
    translate: twice(translate === 'none' ? '0px' : translate),
  };
}

function forget() {
  moved.clear();
  here = '';
}

/** Keeps the current scroll positions; returns the previous ones. */
function keepScrolled() {
  const before = new Map(moved);
  forget();
  return before;
}

/** Puts everything that was scrolled or laid out since the last call back to where it was. */
function putBack() {
  laidOut.forEach((animation) => animation.cancel());
  laidOut.clear();
  moved.forEach((offset, scroller) => scrollToOffset(scroller, offset));
  forget();
}

/** More than any page is high. */
const TO_THE_END = 1e7;

/**
 * Scrolls the page as far as a visitor could: up or left (-1), down or right (1). Answers where
 * everything is now, as a key.
 * @param {Partial<Offset>} end
 */
function toPageEnd({left = 0, top = 0}) {
  remember(window);
  scrollBy({
    left: scrollability.viewportScrolls('X') ? left * TO_THE_END : 0,
    top: scrollability.viewportScrolls('Y') ? top * TO_THE_END : 0,
    behavior: 'instant',
  });
  return arrive();
}

const positions = /** @type {Position[]} */ (Object.keys(POSITIONS));

export default {
  bringIntoView, keepScrolled, place, positions, putBack, scrollToOffset, toPageEnd,
};
