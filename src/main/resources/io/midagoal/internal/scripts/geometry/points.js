/*
 * The points at which to try a click on an element in view: its centre, then all over it, along the
 * lines of a drawing, and beside what covers it.
 */
import dom from '../dom/dom.js';
import scrollability from './scrollability.js';

/** Positions along a side of a rectangle, the most likely first. */
const FRACTIONS = [0.5, 0.25, 0.75, 0.08, 0.92, 0.02, 0.98];

/** Steps across a clipped shape, and along the outline of a drawing. */
const STEPS = 40;

/** Of no more covering elements than this, the edges are tried. */
const MOST_COVERERS = 8;

/**
 * The parts of some rectangles that are in the viewport.
 * @param {Edges[]} rects @returns {Edges[]}
 */
function inViewport(rects) {
  const screen = dom.viewport();
  return rects.map((rect) => ({
    left: Math.max(rect.left, screen.left), top: Math.max(rect.top, screen.top),
    right: Math.min(rect.right, screen.right), bottom: Math.min(rect.bottom, screen.bottom),
  })).filter((part) => part.right > part.left && part.bottom > part.top);
}

/**
 * An element's rectangles, clipped by the viewport and by its ancestors.
 * @param {Element} element @param {Edges[]} rects
 */
function visibleParts(element, rects) {
  return inViewport(rects).map((part) => clipped(part, element));
}

/**
 * A rectangle clipped by the element's ancestors; unclipped if nothing would be left, since they do
 * not clip what is fixed.
 * @param {Edges} part @param {Element} element
 */
function clipped(part, element) {
  const rest = {...part};
  for (let a = dom.layoutParent(element); a !== null && !scrollability.isViewport(a); a = dom.layoutParent(a)) {
    if (getComputedStyle(a).overflow !== 'visible') {
      const box = dom.innerBox(a);
      rest.left = Math.max(rest.left, box.left);
      rest.top = Math.max(rest.top, box.top);
      rest.right = Math.min(rest.right, box.right);
      rest.bottom = Math.min(rest.bottom, box.bottom);
    }
  }
  return rest.right > rest.left && rest.bottom > rest.top ? rest : part;
}

/** @param {Iterable<number>} xs @param {Iterable<number>} ys @returns {Generator<Point>} */
function* grid(xs, ys) {
  for (const y of ys) {
    for (const x of xs) {
      yield {x, y};
    }
  }
}

/** @param {number} end */
const lastPixel = (end) => Math.ceil(end) - 1;

/**
 * Positions along one side of a rectangle, in whole pixels as the mouse has them.
 * @param {number} start @param {number} end @param {number[]} fractions
 */
function along(start, end, fractions) {
  const first = Math.ceil(start);
  const last = lastPixel(end);
  return new Set(fractions.map(
    (f) => Math.min(Math.max(Math.round(start + (end - start) * f), first), last)));
}

/**
 * The same, with the outermost pixels and the one in which the rectangle begins.
 * @param {number} start @param {number} end
 */
const alongToTheEdges = (start, end) =>
  along(start, end, FRACTIONS).add(Math.floor(start)).add(Math.ceil(start)).add(lastPixel(end));

/** @param {Point} point */
const onPixel = ({x, y}) => ({x: Math.round(x), y: Math.round(y)});

/** @param {Edges[]} parts @param {number[]} fractions */
function* within(parts, fractions = FRACTIONS) {
  for (const {left, top, right, bottom} of parts) {
    yield* grid(along(left, right, fractions), along(top, bottom, fractions));
  }
}

/** @param {Edges[]} parts */
function* upToTheEdges(parts) {
  for (const {left, top, right, bottom} of parts) {
    yield* grid(alongToTheEdges(left, right), alongToTheEdges(top, bottom));
  }
}

/**
 * Points just outside of what covers an element, for strips that are left free.
 * @param {Edges[]} parts @param {Element[]} coverers
 */
function* beside(parts, coverers) {
  const boxes = coverers.slice(0, MOST_COVERERS).map(dom.box);
  for (const {left, top, right, bottom} of parts) {
    const xs = boxes.flatMap((box) => [Math.ceil(box.left) - 1, Math.ceil(box.right)])
      .concat(...along(left, right, [0.5])).filter((x) => x >= left && x < right);
    const ys = boxes.flatMap((box) => [Math.ceil(box.top) - 1, Math.ceil(box.bottom)])
      .concat(...along(top, bottom, [0.5])).filter((y) => y >= top && y < bottom);
    yield* grid(xs, ys);
  }
}

/** @param {Element} element */
function isClippedToShape(element) {
  for (let /** @type {Element | null} */ a = element; a !== null; a = dom.layoutParent(a)) {
    if (getComputedStyle(a).clipPath !== 'none') {
      return true;
    }
  }
  return false;
}

/**
 * A fine grid over a clipped element.
 * @param {Element} element @param {Edges[]} parts
 */
function* acrossClip(element, parts) {
  if (isClippedToShape(element)) {
    yield* within(parts, Array.from({length: STEPS}, (_, i) => (i + 0.5) / STEPS));
  }
}

/**
 * Points on what does not fill its box: a line of a drawing, an area of an image map.
 * @param {Element} element
 */
function* onLines(element) {
  if (element instanceof SVGGeometryElement) {
    yield* onOutline(element);
  }
  if (element instanceof HTMLImageElement && element.useMap !== '') {
    yield* onAreas(element);
  }
}

/** @param {SVGGeometryElement} shape */
function* onOutline(shape) {
  const toScreen = shape.getScreenCTM();
  const length = shape.getTotalLength();
  for (let i = 0; toScreen !== null && i <= STEPS; i += 1) {
    yield onPixel(shape.getPointAtLength((length * i) / STEPS).matrixTransform(toScreen));
  }
}

/**
 * The middle of each area of an image map, measured from the image's content box.
 * @param {HTMLImageElement} image
 */
function* onAreas(image) {
  const {left, top} = dom.contentBox(image);
  const scaled = dom.scales(image);
  const areas = dom.all(document, `map[name="${CSS.escape(image.useMap.slice(1))}"] area`);
  for (const area of /** @type {HTMLAreaElement[]} */ (areas)) {
    const numbers = area.coords.split(',').map(Number);
    const isCircle = numbers.length === 3;
    const xs = isCircle ? [numbers[0]] : numbers.filter((_, i) => i % 2 === 0);
    const ys = isCircle ? [numbers[1]] : numbers.filter((_, i) => i % 2 === 1);
    /** @param {number[]} values */
    const middle = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;
    // An area of the whole image has no coordinates.
    if (xs.concat(ys).some(Number.isNaN) || ys.length === 0) {
      continue;
    }
    yield onPixel({x: left + middle(xs) * scaled.x, y: top + middle(ys) * scaled.y});
  }
}

export default {acrossClip, beside, inViewport, onLines, upToTheEdges, visibleParts, within};
