/*
 * Scrolls as a visitor could, renders what comes into view, and restores everything.
 */
import boxes from './boxes.js';
import dom from '../dom/dom.js';
import scrollability from './scrollability.js';

/**
 * What was scrolled, with its previous offset.
 * @type {Map<Scroller, Offset>}
 */
const moved = new Map();

/**
 * Elements forced to render despite `content-visibility: auto`, with the animation that does it.
 * @type {Map<Element, Animation>}
 */
const forced = new Map();

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
 * How far to scroll to align a segment with the start, middle or end of another.
 * @type {Record<string, (start: number, end: number, from: number, to: number) => number>}
 */
const ALIGNMENTS = {
  middle: (start, end, from, to) => (start + end) / 2 - (from + to) / 2,
  start: (start, _end, from) => start - from,
  end: (_start, end, _from, to) => end - to,
};

/**
 * Alignments across and down.
 * @type {Record<Position, string[]>}
 */
const POSITIONS = {
  middle: ['middle', 'middle'], start: ['middle', 'start'], end: ['middle', 'end'],
  left: ['start', 'middle'], right: ['end', 'middle'],
};

/**
 * How far to scroll a box so that `target` comes to a position in it.
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
 * The box to bring into view: the first, middle or last one of text on several lines. Boxes without
 * size, such as a line break's, do not count.
 * @param {Element} element @param {Position} position
 */
function boxToShow(element, position) {
  const all = boxes.boxesOf(element).filter(boxes.hasSize);
  /** @type {Partial<Record<Position, number>>} */
  const places = {start: 0, end: all.length - 1};
  return all[places[position] ?? Math.floor(all.length / 2)] ?? dom.box(element);
}

/**
 * Whether a box is drawn rotated, so that its contents do not scroll straight down on the screen.
 * @param {Element} element
 */
function isRotated(element) {
  for (let /** @type {Element | null} */ a = element; a !== null; a = dom.layoutParent(a)) {
    const {rotate, transform} = getComputedStyle(a);
    // With a horizontal skew, distances on the screen are good enough.
    if (rotate !== 'none' || new DOMMatrix(transform).b !== 0) {
      return true;
    }
  }
  return false;
}

/**
 * Scrolls a rotated container along one axis until the target is as central as possible. A trial step
 * shows in which direction that axis leads.
 * @param {Element} container @param {keyof Offset} side @param {() => Edges} target
 */
function centreAlongAxis(container, side, target) {
  const start = middleOf(target());
  const tried = [1, -1].find((step) => hasScrolled(container, side, step));
  if (tried === undefined) {
    return;
  }
  const now = middleOf(target());
  const per = {x: (now.x - start.x) / tried, y: (now.y - start.y) / tried};
  const goal = middleOf(dom.box(container));
  const length = per.x ** 2 + per.y ** 2;
  if (length > 0) {
    const steps = ((goal.x - now.x) * per.x + (goal.y - now.y) * per.y) / length;
    const scrollbar = dom.scrollbars(/** @type {HTMLElement} */ (container))[side];
    dom.scrollBy(container, {[side]: steps + scrollbar / 2, behavior: 'instant'});
  }
}

/** How often a rotated box is scrolled along both axes: at 45 degrees, a thousandth is left. */
const ROUNDS = 10;

/**
 * Scrolls one box to the target, along the axes that a visitor can scroll.
 * @param {Element} container @param {Record<keyof Offset, boolean>} hand @param {Position} position
 * @param {() => Edges} target
 */
function bringIntoBox(container, hand, position, target) {
  if (isRotated(container)) {
    const sides = /** @type {const} */ (['left', 'top']).filter((side) => hand[side]);
    // Where a skew has bent the axes, scrolling along one moves the target along the other.
    let before = null;
    for (let round = 0; round < ROUNDS && before !== key(offsetOf(container)); round += 1) {
      before = key(offsetOf(container));
      sides.forEach((side) => centreAlongAxis(container, side, target));
    }
    return;
  }
  const drawn = dom.scales(container);
  const {left, top} = distance(target(), dom.box(container), position);
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
 * Scrolls what a visitor could scroll, from the inside out, to bring an element into view; not
 * containers with `overflow: hidden`, which only scripts can scroll. Returns a key of the positions.
 * @param {Element} element @param {Position} position
 */
function bringIntoView(element, position) {
  forceRendering(element);
  for (let a = dom.layoutParent(element); a !== null; a = dom.layoutParent(a)) {
    const hand = {left: scrollability.isByHand(a, 'X'), top: scrollability.isByHand(a, 'Y')};
    if ((hand.left || hand.top) && !scrollability.isViewport(a)) {
      remember(a);
      bringIntoBox(a, hand, position, () => boxToShow(element, position));
    }
  }
  return scrollPage(distance(boxToShow(element, position), dom.viewport(), position));
}

/** @param {Offset} by */
function scrollPage({left, top}) {
  remember(window);
  scrollBy({
    left: scrollability.viewportScrolls('X') ? left : 0,
    top: scrollability.viewportScrolls('Y') ? top : 0,
    behavior: 'instant',
  });
  here = [...Array.from(moved.keys(), offsetOf).map(key), forced.size].join();
  return here;
}

/** @param {Offset} offset */
const key = ({left, top}) => `${left} ${top}`;

/** A key of all scroll positions; empty where nothing was scrolled. */
let here = '';

const place = () => here;

/**
 * Elements with `content-visibility: auto` render a frame after they come into view, and there are no
 * frames while this script runs. An animation makes them render at once, and leaves no trace.
 * @param {Element} element
 */
function forceRendering(element) {
  for (let a = dom.layoutParent(element); a !== null; a = dom.layoutParent(a)) {
    if (!forced.has(a) && getComputedStyle(a).contentVisibility === 'auto') {
      forced.set(a, dom.animate(a, renderedKeyframes(getComputedStyle(a)), 1e6));
    }
  }
}

/**
 * Once rendered, they would still clip their contents and be the containing block of fixed ones.
 * @param {CSSStyleDeclaration} style
 */
function renderedKeyframes({overflow, translate}) {
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

/** Undoes all scrolling and forced rendering since the last call. */
function putBack() {
  forced.forEach((animation) => animation.cancel());
  forced.clear();
  moved.forEach((offset, scroller) => scrollToOffset(scroller, offset));
  forget();
}

/** Larger than any page. */
const TO_THE_END = 1e7;

/**
 * Scrolls the page to an end: up or left (-1), down or right (1). Returns a key of the positions.
 * @param {Partial<Offset>} end
 */
function toPageEnd({left = 0, top = 0}) {
  return scrollPage({left: left * TO_THE_END, top: top * TO_THE_END});
}

const positions = /** @type {Position[]} */ (Object.keys(POSITIONS));

export default {
  bringIntoView, keepScrolled, place, positions, putBack, scrollToOffset, toPageEnd,
};
