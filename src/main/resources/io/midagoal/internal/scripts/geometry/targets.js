/*
 * The targets of the click events that a click causes. The browser's own controls fire none, and labels
 * fire a second one.
 */
import dom from '../dom/dom.js';
import scrollability from './scrollability.js';

/** The timeline and buttons of a player, in CSS pixels, measured in Chromium. */
const PLAYER_CONTROLS_HEIGHT = 76;

/** The width of a scrollbar in CSS pixels, measured in Chromium. */
const SCROLLBAR = 15;

const NESTED_DOCUMENTS = 'iframe, frame, object, embed';

/** Controls that fire no click events; a disabled fieldset only disables the controls in it. */
const DISABLED_CONTROLS =
  ['button', 'input', 'select', 'textarea', 'optgroup', 'option']
    .map((name) => `${name}:disabled`).join(',');

/** Inside a label, clicks on these do not go to its control. */
const INTERACTIVE = 'a[href], button, details, embed, iframe, img[usemap], object[usemap], select,'
  + ' input:not([type="hidden" i]), textarea, audio[controls], video[controls]';

const IMAGE_TYPE = /^image\/(?!svg)/i;
const IMAGE_URL = /^data:image\/(?!svg)|\.(?:avif|gif|jpe?g|png|webp)(?:[?#]|$)/i;

/**
 * An `<embed>` or `<object>` may show an image, and then clicks count.
 * @param {any} element
 */
function showsImage(element) {
  return (dom.matches(element, 'embed') || element.contentWindow === null)
    && (IMAGE_TYPE.test(element.type) || IMAGE_URL.test(element.src ?? element.data));
}

/**
 * Whether a point is in the document that an element embeds, not on its border or padding.
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
 * The controls of the browser's player, at its lower edge, fire no click events.
 * @param {Element} element @param {number} y
 */
function isOnPlayerControls(element, y) {
  return dom.matches(element, 'audio[controls]')
    || (dom.matches(element, 'video[controls]')
      && y > dom.box(element).bottom - PLAYER_CONTROLS_HEIGHT * dom.scales(element).y);
}

/** To these display types, `overflow` does not apply. */
const NEVER_SCROLL = /^(inline|contents|table|table-(?!cell).*)$/;

/**
 * Scrollbars fire no click events; the corner between two of them does.
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
 * In a box too small for its scrollbars, its sizes do not show them.
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
 * Whether a click on `hit` fires no event here: it goes to an embedded document or browser control.
 * @param {Element} hit @param {number} x @param {number} y
 */
function firesNoClick(hit, x, y) {
  return isInNestedDocument(hit, x, y) || isOnPlayerControls(hit, y) || isOnScrollbar(hit, x, y);
}

/**
 * The targets of the click events that a click on `hit` fires, if it fires any.
 * @param {Element} hit @returns {Element[]}
 */
function ofClick(hit) {
  const control = labelledControl(hit);
  const own = dom.closest(hit, DISABLED_CONTROLS) === null ? [hit] : [];
  return control === null ? own : [...own, control];
}

/**
 * A label passes a click on to its control, unless the click is on a control inside the label or does
 * not bubble to the label.
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
 * Whether a click on `hit` bubbles to an ancestor: a disabled control stops it, and so does a
 * `<details>` inside one.
 * @param {Element} hit @param {Element} around
 */
function reachesIn(hit, around) {
  const disabled = dom.closest(hit, DISABLED_CONTROLS);
  const details = dom.closest(hit, 'details');
  return disabled === null || (dom.contains(disabled, around) && disabled !== around
    && (details === null || !dom.contains(disabled, details)));
}

export default {DISABLED_CONTROLS, NESTED_DOCUMENTS, firesNoClick, ofClick};
