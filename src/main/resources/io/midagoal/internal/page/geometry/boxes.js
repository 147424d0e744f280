/*
 * The boxes through which a click can reach an element.
 */
import dom from '../dom/dom.js';
import points from './points.js';
import targets from './targets.js';

/** More parts than this of one element are not looked at. */
const MOST_PARTS = 60;

/** More parts of one element than this are not searched for gaps. */
const MOST_GAP_PARTS = 10;

/**
 * The boxes of what stands in an element: text may lie outside of the element's own box.
 * @param {Element} element
 */
function contentBoxes(element) {
  const contents = dom.range();
  contents.selectNodeContents(element);
  return Array.from(contents.getClientRects());
}

/** @param {DOMRect} box */
const hasSize = ({width, height}) => width > 0 && height > 0;

/**
 * The boxes of an element; of one that has none of its own, or empty ones, those of its contents.
 * @param {Element} element
 */
function boxesOf(element) {
  const own = dom.rects(element);
  return own.some(hasSize) ? own
    : [...own, ...contentBoxes(element)];
}

/** @param {Element} element */
const hasBoxes = (element) => boxesOf(element).length > 0;

/** @param {Element} element */
const inView = (element) => points.visibleParts(element, boxesOf(element));

/**
 * The boxes through which a click can reach an element: its own, those of its descendants (they
 * may lie outside of it), and its labels.
 * @param {Element} element @returns {Element[]}
 */
function partsOf(element) {
  const all = dom.all(element, '*');
  const rendered = all.filter(hasBoxes);
  const seen = new Set(rendered.filter((part) => points.inViewport(boxesOf(part)).length > 0));
  const inside = [...seen, ...rendered.filter((part) => !seen.has(part))]
    .slice(0, MOST_PARTS);
  // A hidden control takes clicks through its label all the same.
  const labels = [element, ...all].flatMap(dom.labels).slice(0, MOST_PARTS);
  const withContent = labels.flatMap((label) => [label, ...dom.all(label, '*')]);
  return [element, ...inside, ...withContent.slice(0, MOST_PARTS), ...imagesOf(element)];
}

/**
 * An area of an image map has no box: its clicks land on the image.
 * @param {Element} element
 */
function imagesOf(element) {
  const map = dom.closest(element, 'map');
  return map === null ? [] : dom.all(document, `img[usemap="#${CSS.escape(map.name)}"]`);
}

/** @param {Edges} box @param {Edges} other */
const holds = (box, other) => other.left >= box.left && other.top >= box.top
  && other.right <= box.right && other.bottom <= box.bottom;

/**
 * What else of an element may be in view: beyond what seems to clip it, and text beside its box.
 * @param {Element} element @param {Edges[]} known
 */
function beyond(element, known) {
  return points.inViewport([...dom.rects(element), ...contentBoxes(element)])
    .filter((box) => !known.some((part) => holds(part, box)));
}

/**
 * What an element is positioned to: the box within the border of its containing block.
 * @param {Element} element @param {boolean} isFixed @returns {Offset}
 */
function containingBox(element, isFixed) {
  /** @type {Element | null} */
  let a = element;
  while (a !== null && !holdsPositioned(getComputedStyle(a), isFixed)) {
    a = dom.layoutParent(a);
  }
  if (a !== null) {
    return dom.innerBox(a);
  }
  return isFixed ? {left: 0, top: 0} : {left: -scrollX, top: -scrollY};
}

/** @param {CSSStyleDeclaration} style @param {boolean} isFixed */
function holdsPositioned({position, transform, filter, contain}, isFixed) {
  return (!isFixed && position !== 'static') || transform !== 'none' || filter !== 'none'
    || /layout|paint|strict|content/.test(contain);
}

/**
 * What is generated before and after an element may be laid over something larger: a link over its
 * card. It has no box that can be asked for; the style says where it is.
 * @param {Element} element
 */
function laidOverInView(element) {
  const laidOver = ['::before', '::after'].map((name) => getComputedStyle(element, name))
    .filter(({content, position}) => !['none', 'normal'].includes(content)
      && ['absolute', 'fixed'].includes(position));
  return points.inViewport(laidOver.map((style) => {
    const block = containingBox(element, style.position === 'fixed');
    const left = block.left + dom.pixels(style, 'left');
    const top = block.top + dom.pixels(style, 'top');
    return {
      left, top, right: left + dom.pixels(style, 'width'), bottom: top + dom.pixels(style, 'height'),
    };
  }));
}

/** How far beside a list item its marker stands, in letters: a dot alone leaves half of it free. */
const MARKER = 1.4;

/**
 * The place of a list item's marker: clicks on it are the item's, also where that has no width.
 * @param {Element} element
 */
function markerInView(element) {
  const style = getComputedStyle(element);
  if (style.display !== 'list-item') {
    return [];
  }
  const size = dom.pixels(style, 'fontSize');
  const {left, right} = dom.box(element);
  const {top} = dom.contentBox(element);
  return points.inViewport([style.direction === 'rtl'
    ? {left: right, right: right + MARKER * size, top, bottom: top + size}
    : {left: left - MARKER * size, right: left, top, bottom: top + size}]);
}

/**
 * What an open `<details>` holds lies in a box of the browser's own, which may run out below.
 * @param {Element} element
 */
function detailsContentInView(element) {
  if (!dom.matches(element, 'details[open]')) {
    return [];
  }
  const {left, right} = dom.contentBox(element);
  const held = contentBoxes(element);
  const top = Math.min(...held.map((box) => box.top));
  const bottom = Math.max(...held.map((box) => box.bottom));
  return points.inViewport([{left, top, right, bottom}]);
}

/**
 * A box of no height that holds text takes the clicks on one row of pixels all the same.
 * @param {Element} element
 */
function flatRowInView(element) {
  const {left, right, top, height} = dom.box(element);
  return height > 0 ? [] : points.inViewport([{left, right, top, bottom: top + 1}]);
}

/**
 * What the browser draws for an element that is not in its boxes.
 * @param {Element} element
 */
const generatedInView = (element) => [
  ...laidOverInView(element), ...markerInView(element),
  ...detailsContentInView(element), ...flatRowInView(element),
];

/**
 * What in an element may leave a gap where the element itself has none.
 * @param {Element} element
 */
function gapPartsOf(element) {
  const own = dom.rects(element);
  /** @param {Element} part */
  const isBeyond = (part) => dom.matches(part, targets.NESTED_DOCUMENTS)
    || !boxesOf(part).every((box) => own.some((rect) => holds(rect, box)));
  return dom.all(element, '*').filter(hasBoxes).filter(isBeyond).slice(0, MOST_GAP_PARTS);
}

export default {
  beyond, boxesOf, gapPartsOf, generatedInView, hasBoxes, hasSize, imagesOf, inView, partsOf,
};
