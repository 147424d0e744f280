/*
 * What a visitor can scroll: boxes, and the page itself.
 */
import dom from '../dom/dom.js';

function isByHand(element, axis) {
  const overflow = getComputedStyle(element)['overflow' + axis];
  return overflow === 'auto' || overflow === 'scroll';
}

/**
 * Whether an element's overflow is the viewport's: the root's always is, the body's only where the
 * root says nothing of its own. Else the body is a box that scrolls by itself.
 */
function isViewport(element) {
  if (element !== dom.body()) {
    return element === dom.root();
  }
  const root = getComputedStyle(dom.root());
  return root.overflowX === 'visible' && root.overflowY === 'visible';
}

/** The viewport takes its overflow from the root element or, if that says nothing, the body. */
function viewportScrolls(axis) {
  const ofRoot = getComputedStyle(dom.root())['overflow' + axis];
  const body = dom.body();
  const decisive = ofRoot === 'visible' && body !== null
    ? getComputedStyle(body)['overflow' + axis] : ofRoot;
  return decisive !== 'hidden' && decisive !== 'clip';
}

export default {isByHand, isViewport, viewportScrolls};
