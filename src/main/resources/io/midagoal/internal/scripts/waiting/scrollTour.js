/*
 * Scrolls to elements as a visitor does: many pages show or unlock content only when it comes into
 * view. Scroll positions are restored afterwards; what the page did meanwhile stays.
 */
import boxes from '../geometry/boxes.js';
import dom from '../dom/dom.js';
import reach from '../geometry/reach.js';
import scrolling from '../geometry/scrolling.js';

/** Pages check their scroll position every 50 to 100 ms. */
const STOP_MS = 150;
const MOST_STOPS = 20;

/** A hidden window draws no frames. */
const LONGEST_FRAME_MS = 500;

/** @param {number} ms */
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** A page gets its scroll event with the next frame, which is late on a busy machine. */
async function stop() {
  await Promise.race([new Promise(requestAnimationFrame), pause(LONGEST_FRAME_MS)]);
  await pause(STOP_MS);
}

/**
 * Scrolls to an element, unless it is there already; notes the previous scroll positions.
 * @param {Element} element @param {Map<Scroller, Offset>} before
 */
function scrollTo(element, before) {
  const start = dom.box(element);
  scrolling.bringIntoView(element, 'middle');
  const end = dom.box(element);
  if (start.left === end.left && start.top === end.top) {
    reach.putBack();
    return false;
  }
  reach.keepScrolled().forEach((offset, scroller) =>
    before.set(scroller, before.get(scroller) ?? offset));
  return true;
}

/**
 * Stops at each element until `isEnough` says so; whether anything had to be scrolled.
 * @param {Element[]} elements @param {() => boolean} isEnough
 */
async function visit(elements, isEnough) {
  const before = new Map();
  try {
    for (const element of elements.filter(boxes.hasBoxes).slice(0, MOST_STOPS)) {
      if (scrollTo(element, before)) {
        await stop();
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

export default {visit};
