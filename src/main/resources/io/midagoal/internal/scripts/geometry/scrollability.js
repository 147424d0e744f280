/*
 * What a visitor can scroll: boxes, and the page itself.
 */
import dom from '../dom/dom.js';

/** @typedef {'overflowX' | 'overflowY'} Overflow */

/** @param {Element} element @param {'X' | 'Y'} axis */
function overflowOf(element, axis) {
  return getComputedStyle(element)[/** @type {Overflow} */ ('overflow' + axis)];
}

/** @param {Element} element @param {'X' | 'Y'} axis */
function isByHand(element, axis) {
  const overflow = overflowOf(element, axis);
  return overflow === 'auto' || overflow === 'scroll';
}

/**
 * Whether an element's overflow applies to the viewport: the root's always does, the body's only
 * where the root has none of its own. Otherwise the body is a scrolling box.
 * @param {Element} element
 */
function isViewport(element) {
  if (element !== dom.body()) {
    return element === dom.root();
  }
  const root = getComputedStyle(dom.root());
  return root.overflowX === 'visible' && root.overflowY === 'visible';
}

/**
 * The viewport takes its overflow from the root element or, if that has none, from the body.
 * @param {'X' | 'Y'} axis
 */
function viewportScrolls(axis) {
  const ofRoot = overflowOf(dom.root(), axis);
  const body = dom.body();
  const decisive = ofRoot === 'visible' && body !== null ? overflowOf(body, axis) : ofRoot;
  return decisive !== 'hidden' && decisive !== 'clip';
}

export default {isByHand, isViewport, viewportScrolls};
