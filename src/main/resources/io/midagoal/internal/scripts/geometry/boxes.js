/*
 * The boxes through which a click can reach an element.
 */
import dom from '../dom/dom.js';
import points from './points.js';
import targets from './targets.js';

/** Of one element, no more parts than this are tried. */
const MOST_PARTS = 60;

/** Of one element, no more parts than this are searched for gaps. */
const MOST_GAP_PARTS = 10;

/**
 * The boxes of an element's contents: text may overflow the element's own box.
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
 * The boxes of an element; if it has none, or empty ones only, those of its contents as well.
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
 * What a click can hit for an element: itself, its descendants (which may overflow it), its labels,
 * and the image of an area.
 * @param {Element} element @returns {Element[]}
 */
function partsOf(element) {
  const all = dom.all(element, '*');
  const rendered = all.filter(hasBoxes);
  const seen = new Set(rendered.filter((part) => points.inViewport(boxesOf(part)).length > 0));
  const inside = [...seen, ...rendered.filter((part) => !seen.has(part))]
    .slice(0, MOST_PARTS);
  // A hidden control gets clicks through its label.
  const labels = [element, ...all].flatMap(dom.labels).slice(0, MOST_PARTS);
  const withContent = labels.flatMap((label) => [label, ...dom.all(label, '*')]);
  return [element, ...inside, ...withContent.slice(0, MOST_PARTS), ...imagesOf(element)];
}

/**
 * An area of an image map has no box: clicks land on the image.
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
 * Parts in view beyond the `known` ones: where a clip has no effect, and overflowing text.
 * @param {Element} element @param {Edges[]} known
 */
function beyond(element, known) {
  return points.inViewport([...dom.rects(element), ...contentBoxes(element)])
    .filter((box) => !known.some((part) => holds(part, box)));
}

/**
 * The padding box of an element's containing block.
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
 * A pseudo-element may cover something larger: a link's `::after` its card. Scripts get no box of it,
 * so this reads its style.
 * @param {Element} element
 */
function pseudoElementsInView(element) {
  const positioned = ['::before', '::after'].map((name) => getComputedStyle(element, name))
    .filter(({content, position}) => !['none', 'normal'].includes(content)
      && ['absolute', 'fixed'].includes(position));
  return points.inViewport(positioned.map((style) => {
    const block = containingBox(element, style.position === 'fixed');
    const left = block.left + dom.pixels(style, 'left');
    const top = block.top + dom.pixels(style, 'top');
    return {
      left, top, right: left + dom.pixels(style, 'width'), bottom: top + dom.pixels(style, 'height'),
    };
  }));
}

/** How far a list marker reaches beside its item, in em. */
const MARKER = 1.4;

/**
 * The place of a list item's marker: clicks on it go to the item, even to one without width.
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
 * The contents of an open `<details>` are in a box of the browser's own, which may overflow it.
 * @param {Element} element
 */
function detailsContentInView(element) {
  if (!dom.matches(element, 'details[open]')) {
    return [];
  }
  const {left, right} = dom.contentBox(element);
  const contents = contentBoxes(element);
  const top = Math.min(...contents.map((box) => box.top));
  const bottom = Math.max(...contents.map((box) => box.bottom));
  return points.inViewport([{left, top, right, bottom}]);
}

/**
 * A box without height that contains text still gets the clicks on one row of pixels.
 * @param {Element} element
 */
function flatRowInView(element) {
  const {left, right, top, height} = dom.box(element);
  return height > 0 ? [] : points.inViewport([{left, right, top, bottom: top + 1}]);
}

/**
 * What the browser draws for an element outside of its boxes.
 * @param {Element} element
 */
const generatedInView = (element) => [
  ...pseudoElementsInView(element), ...markerInView(element),
  ...detailsContentInView(element), ...flatRowInView(element),
];

/**
 * The descendants that may have a clickable gap where the element itself has none.
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
