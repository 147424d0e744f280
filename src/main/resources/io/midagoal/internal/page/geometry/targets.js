/*
 * Where a click arrives: the targets of the events that the document gets of it. Controls of the
 * browser keep some to themselves, and labels pass theirs on.
 */
import dom from '../dom/dom.js';
import scrollability from './scrollability.js';

/** Measured in Chromium, in CSS pixels: time line and buttons. */
const PLAYER_CONTROLS_HEIGHT = 76;

/** How thick a scrollbar is, in CSS pixels, measured in Chromium. */
const SCROLLBAR = 15;

const NESTED_DOCUMENTS = 'iframe, frame, object, embed';

/** Controls that swallow clicks; a disabled fieldset only hands its state down to them. */
const DISABLED_CONTROLS =
  ['button', 'input', 'select', 'textarea', 'optgroup', 'option']
    .map((name) => `${name}:disabled`).join(',');

/** Inside a label, clicks on these are their own. */
const INTERACTIVE = 'a[href], button, details, embed, iframe, img[usemap], object[usemap], select,'
  + ' input:not([type="hidden" i]), textarea, audio[controls], video[controls]';

const IMAGE_TYPE = /^image\/(?!svg)/i;
const IMAGE_URL = /^data:image\/(?!svg)|\.(?:avif|gif|jpe?g|png|webp)(?:[?#]|$)/i;

/**
 * What may show a document may show an image as well, and that takes clicks.
 * @param {any} element
 */
function showsImage(element) {
  return (dom.matches(element, 'embed') || element.contentWindow === null)
    && (IMAGE_TYPE.test(element.type) || IMAGE_URL.test(element.src ?? element.data));
}

/**
 * Whether a point lies in the document that an element shows, and not on its border or padding.
 * @param {Element} element @param {number} x @param {number} y
 */
function isInNestedDocument(element, x, y) {
  if (!dom.matches(element, NESTED_DOCUMENTS) || showsImage(element)) {
    return false;
  }
  const {left, top, right, bottom} = dom.contentBox(element);
  return x >= left && y >= top && x < right && y < bottom;
}

/**
 * The browser's own player keeps clicks on its controls, at the lower edge, to itself.
 * @param {Element} element @param {number} y
 */
function isOnPlayerControls(element, y) {
  return dom.matches(element, 'audio[controls]')
    || (dom.matches(element, 'video[controls]')
      && y > dom.box(element).bottom - PLAYER_CONTROLS_HEIGHT * dom.scales(element).y);
}

/** To these, `overflow` does not apply, whatever it says. */
const NEVER_SCROLL = /^(inline|contents|table|table-(?!cell).*)$/;

/**
 * Clicks on a scrollbar scroll, and that is all; the corner between two of them takes clicks.
 * @param {Element} element @param {number} x @param {number} y
 */
function isOnScrollbar(element, x, y) {
  if ((!scrollability.isByHand(element, 'X') && !scrollability.isByHand(element, 'Y'))
    || scrollability.isViewport(element) || NEVER_SCROLL.test(getComputedStyle(element).display)) {
    return false;
  }
  const inner = dom.innerBox(element);
  const isBeside = x < inner.left || x >= inner.right;
  const isBelow = y < inner.top || y >= inner.bottom;
  return isBeside !== isBelow && !isOnBorder(element, x, y) && !isInCorner(element, x, y);
}

/**
 * The box of an element within its border.
 * @param {Element} element @returns {Edges}
 */
function paddingBox(element) {
  const box = dom.box(element);
  const {x, y} = dom.scales(element);
  const style = getComputedStyle(element);
  return {
    left: box.left + dom.pixels(style, 'borderLeftWidth') * x,
    right: box.right - dom.pixels(style, 'borderRightWidth') * x,
    top: box.top + dom.pixels(style, 'borderTopWidth') * y,
    bottom: box.bottom - dom.pixels(style, 'borderBottomWidth') * y,
  };
}

/** @param {Element} element @param {number} x @param {number} y */
function isOnBorder(element, x, y) {
  const {left, right, top, bottom} = paddingBox(element);
  return x < left || x >= right || y < top || y >= bottom;
}

/**
 * In a box that has no room for its scrollbars, the sizes that it tells say nothing of them.
 * @param {Element} element @param {number} x @param {number} y
 */
function isInCorner(element, x, y) {
  const {overflowX, overflowY} = getComputedStyle(element);
  const scaled = dom.scales(element);
  const {right, bottom} = paddingBox(element);
  return overflowX === 'scroll' && overflowY === 'scroll'
    && x >= right - SCROLLBAR * scaled.x && y >= bottom - SCROLLBAR * scaled.y;
}

/**
 * Whether a click on `hit` goes to the document in it, or to the browser's own controls.
 * @param {Element} hit @param {number} x @param {number} y
 */
function keepsToItself(hit, x, y) {
  return isInNestedDocument(hit, x, y) || isOnPlayerControls(hit, y) || isOnScrollbar(hit, x, y);
}

/**
 * The targets of the click events that a click on `hit` leads to, if it does not keep it.
 * @param {Element} hit @returns {Element[]}
 */
function ofClick(hit) {
  const control = labelledControl(hit);
  const own = dom.closest(hit, DISABLED_CONTROLS) === null ? [hit] : [];
  return control === null ? own : [...own, control];
}

/**
 * A label passes its click on to its control, unless the click hits a control inside the label or
 * does not arrive at the label.
 * @param {Element} hit
 */
function labelledControl(hit) {
  const label = dom.closest(hit, 'label');
  const control = label?.control ?? null;
  if (label === null || control === null || dom.matches(control, ':disabled')
    || !reachesIn(hit, label)) {
    return null;
  }
  const inner = dom.closest(hit, INTERACTIVE);
  return inner !== null && dom.contains(label, inner) ? null : control;
}

/**
 * Whether a click arrives at an element around what it hits: a disabled control keeps it inside,
 * and so does a `<details>` in one.
 * @param {Element} hit @param {Element} around
 */
function reachesIn(hit, around) {
  const disabled = dom.closest(hit, DISABLED_CONTROLS);
  const details = dom.closest(hit, 'details');
  return disabled === null || (dom.contains(disabled, around) && disabled !== around
    && (details === null || !dom.contains(disabled, details)));
}

export default {DISABLED_CONTROLS, NESTED_DOCUMENTS, keepsToItself, ofClick};
