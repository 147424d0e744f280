/*
 * Goes to elements as a visitor does who scrolls there, and rests: many pages show or unlock what
 * lies further down only when it has come into view. What the page does on the way stays done; the
 * scroll positions are put back.
 */
import boxes from '../geometry/boxes.js';
import dom from '../dom/dom.js';
import reach from '../geometry/reach.js';
import scrolling from '../geometry/scrolling.js';

/** Pages look at their scroll position every 50 to 100 ms. */
const REST_MS = 150;
const MOST_STOPS = 20;

/** A window that nobody sees draws no frames. */
const LONGEST_FRAME_MS = 500;

/** @param {number} ms */
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** A page hears of a scroll with the next frame, and that comes late on a busy machine. */
async function rest() {
  await Promise.race([new Promise(requestAnimationFrame), pause(LONGEST_FRAME_MS)]);
  await pause(REST_MS);
}

/**
 * Scrolls to an element; whether that moved it. Notes what was scrolled, and where it was before.
 * @param {Element} element @param {Map<Scroller, Offset>} before
 */
function goTo(element, before) {
  const start = dom.box(element);
  scrolling.bringIntoView(element, 'middle');
  const end = dom.box(element);
  if (start.left === end.left && start.top === end.top) {
    // It is fixed, or was there already: nobody scrolls for it.
    reach.putBack();
    return false;
  }
  reach.stay().forEach((offset, scroller) =>
    before.set(scroller, before.get(scroller) ?? offset));
  return true;
}

/**
 * Stops at each element that has a place on the page, and calls `isEnough` there until it says so;
 * answers whether it had to go anywhere.
 * @param {Element[]} elements @param {() => boolean} isEnough
 */
async function to(elements, isEnough) {
  const before = new Map();
  try {
    for (const element of elements.filter(boxes.hasBoxes).slice(0, MOST_STOPS)) {
      if (goTo(element, before)) {
        await rest();
        if (isEnough()) {
          break;
        }
      }
    }
  } finally {
    before.forEach((offset, scroller) => scrolling.scrollToOffset(scroller, offset));
  }
  return before.size > 0;
}

export default {to};
