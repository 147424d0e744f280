/*
 * Why a visitor's click on an element does not count: it is hidden, disabled or covered.
 */
import boxes from '../geometry/boxes.js';
import describe from '../elements/describe.js';
import dom from '../dom/dom.js';
import reach from '../geometry/reach.js';
import scrollability from '../geometry/scrollability.js';
import targets from '../geometry/targets.js';
import texts from '../elements/texts.js';

/**
 * @typedef {{finding: string, reason: Reason, underPointer?: string}} Why Why a click does not
 *   count, and what covers the element once the pointer is there.
 */

const MOST_LOOKED_AT = 50;

/** @param {string} finding @param {string} because @param {Data} data @returns {Why} */
const reason = (finding, because, data = {}) => ({finding, reason: {because, ...data}});

/** @param {string} because @param {Data} [data] */
const hidden = (because, data) => reason('hidden', because, data);

/**
 * The tag of the ancestor that is the cause; null where it is the element itself.
 * @param {Element} a @param {Element} element
 */
const ancestor = (a, element) => (a === element ? null : describe.tag(a));

/** @param {Element} element */
function hiddenBecause(element) {
  const select = dom.closest(element, 'option')?.closest('select') ?? null;
  if (select !== null && !select.multiple && select.size <= 1) {
    return hidden('option', {select: describe.tag(select)});
  }
  const ancestors = dom.path(element);
  const details = ancestors.slice(1).find((a) => dom.matches(a, 'details:not([open])')
    && !ancestors.includes(/** @type {Element} */ (dom.first(a, ':scope > summary'))));
  if (details !== undefined) {
    return hidden('in-closed-details', {details: describe.tag(details)});
  }
  const unrendered = ancestors.find((a) => getComputedStyle(a).display === 'none');
  if (unrendered !== undefined) {
    return hidden('not-displayed', {ancestor: ancestor(unrendered, element)});
  }
  // `content-visibility` has no effect on inline elements and tables.
  const skipped = dom.checkVisibility(element) ? undefined
    : ancestors.slice(1).find((a) => getComputedStyle(a).contentVisibility === 'hidden');
  if (skipped !== undefined) {
    return hidden('content-hidden', {ancestor: ancestor(skipped, element)});
  }
  const {display, visibility} = getComputedStyle(element);
  if (display === '') {
    return hidden('no-slot');
  }
  return visibility === 'visible' ? null : hidden('not-visible', {visibility});
}

/**
 * An element without size shows contents that overflow it, unless it clips them.
 * @param {Element} element
 */
function showsNothing(element) {
  const clips = getComputedStyle(element).overflow !== 'visible';
  return !boxes.hasSize(dom.box(element)) && (clips || !boxes.boxesOf(element).some(boxes.hasSize));
}

/** @param {Element} element */
function hasNoSize(element) {
  const {width, height} = dom.box(element);
  return showsNothing(element)
    ? hidden('no-size', {width: Math.round(width), height: Math.round(height)}) : null;
}

/** @param {Element} element */
function refusesClicks(element) {
  const disabled = dom.closest(element, targets.DISABLED_CONTROLS);
  if (disabled !== null) {
    return reason('disabled', 'disabled', {ancestor: ancestor(disabled, element)});
  }
  const inert = dom.closest(element, '[inert]');
  if (inert !== null) {
    return reason('inert', 'inert', {ancestor: ancestor(inert, element)});
  }
  return getComputedStyle(element).pointerEvents === 'none'
    ? reason('no-pointer-events', 'no-pointer-events') : null;
}

/** @param {Element} element */
function clippedOrCovered(element) {
  const cover = reach.coverOf(element);
  if (cover === null) {
    return hidden('out-of-scroll');
  }
  const hit = cover.top;
  if (dom.matches(hit, targets.NESTED_DOCUMENTS) && dom.contains(element, hit)) {
    return reason('only-in-iframe-clicks', 'in-frame', {frame: describe.tag(hit)});
  }
  const clip = dom.path(element).slice(1).find((a) => !scrollability.isViewport(a)
    && getComputedStyle(a).overflow !== 'visible'
    && boxes.boxesOf(element).every((box) => isOutside(box, dom.box(a))));
  if (clip !== undefined) {
    return hidden('clipped-by', {ancestor: describe.tag(clip)});
  }
  const dialog = dom.first(document, 'dialog:modal');
  if (dialog !== null && !dom.contains(dialog, element)) {
    return reason('inert', 'behind-dialog', {dialog: describe.tag(dialog)});
  }
  const above = dom.contains(element, hit) ? reach.coveredByHover(element) : null;
  if (above !== null) {
    const by = describe.element(above);
    return {...reason('covered', 'covered-on-hover', {by}), underPointer: by};
  }
  if (dom.contains(element, hit)) {
    return reason('covered', 'shows-otherwise', {text: texts.shownText(element)});
  }
  return cover.isBeneath
    ? reason('covered', 'covered', {by: describe.element(hit)}) : cutAway(element);
}

/**
 * Why the hit test does not find an element in its place.
 * @param {Element} element
 */
function cutAway(element) {
  const cut = dom.path(element).find((a) => {
    const {clip, clipPath} = getComputedStyle(a);
    return clip !== 'auto' || clipPath !== 'none';
  });
  if (cut === undefined) {
    return hidden('nothing-there');
  }
  const property = getComputedStyle(cut).clipPath === 'none' ? 'clip' : 'clip-path';
  return hidden('clipped-away', {property, around: ancestor(cut, element)});
}

/** @param {Edges} box @param {Edges} container */
function isOutside(box, container) {
  return box.right <= container.left || box.left >= container.right
    || box.bottom <= container.top || box.top >= container.bottom;
}

/**
 * Why a click on this element does not count.
 * @param {Element} element
 */
function whyUnreachable(element) {
  return dom.localName(element) === 'area' ? whyOfArea(element) : whyOf(element);
}

/**
 * An area of an image map has no box: its image has.
 * @param {Element} area
 */
function whyOfArea(area) {
  const [image] = boxes.imagesOf(area);
  if (image === undefined) {
    return hidden('no-map-image');
  }
  const map = /** @type {Element} */ (dom.closest(area, 'map'));
  /** @param {Element} target */
  const isOfImage = (target) => target === image || dom.contains(map, target);
  if (reach.canBeClicked(image, isOfImage)) {
    return hidden('not-in-image', {image: describe.tag(image)});
  }
  const why = whyOf(image);
  return reason(why.finding, 'image', {image: describe.tag(image), reason: why.reason});
}

/** @param {Element} element */
function whyOf(element) {
  const why = whyOfItself(element);
  return why.finding === 'hidden' ? ofLabels(element) ?? why : why;
}

/** @param {Element} element */
function whyOfItself(element) {
  return hiddenBecause(element) ?? hasNoSize(element) ?? refusesClicks(element)
    ?? clippedOrCovered(element);
}

/**
 * Many controls are hidden on purpose, since their label gets the clicks: why that is unreachable.
 * @param {Element} control @returns {Why | null}
 */
function ofLabels(control) {
  const labels = dom.matches(control, ':disabled') ? [] : dom.labels(control);
  const stopped = labels
    .filter((label) => !reach.canBeClicked(label))
    .map((label) => ({label, why: whyOfItself(label)}))
    .find(({why}) => why.finding !== 'hidden');
  if (stopped === undefined) {
    return null;
  }
  const {label, why} = stopped;
  return {
    ...why, reason: {because: 'label', label: describe.element(label), reason: why.reason},
  };
}

/** The element that is nearest to being reachable is reported. */
const NEAREST_FIRST =
  ['covered', 'disabled', 'no-pointer-events', 'inert', 'only-in-iframe-clicks', 'hidden'];

/** @param {Why} why */
const rankOf = ({finding}) => NEAREST_FIRST.indexOf(finding);

/** @param {Element[]} elements @returns {Diagnosis} */
function nearestReason(elements) {
  const [first] = elements.slice(0, MOST_LOOKED_AT)
    .map((element) => ({element, ...whyUnreachable(element)}))
    .sort((a, b) => rankOf(a) - rankOf(b));
  const {finding, element, ...data} = first;
  return {finding, data: {element: describe.element(element), ...data}};
}

/**
 * The reason of one element among several.
 * @param {Element} element @returns {Reason}
 */
const ofEach = (element) =>
  ({because: 'element', element: describe.element(element), reason: whyUnreachable(element).reason});

export default {hasNoSize, hiddenBecause, nearestReason, ofEach};
