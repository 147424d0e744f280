/*
 * Goes to elements as a visitor does who scrolls there, and rests: many pages show or unlock what
 * lies further down only when it has come into view. What the page does on the way stays done; the
 * scroll positions are put back.
 */
const walk = (() => {
  /** Pages look at their scroll position every 50 to 100 ms. */
  const REST_MS = 150;
  const MOST_STOPS = 20;

  const rest = () => new Promise((resolve) => setTimeout(resolve, REST_MS));

  /** What may scroll to bring an element into view, and how far it is scrolled. */
  function offsetsAround(element) {
    const offsets = new Map([[window, scrolling.offsetOf(window)]]);
    for (let a = dom.layoutParent(element); a !== null; a = dom.layoutParent(a)) {
      if (!scrolling.isViewport(a) && (scrolling.isByHand(a, 'X') || scrolling.isByHand(a, 'Y'))) {
        offsets.set(a, scrolling.offsetOf(a));
      }
    }
    return offsets;
  }

  /** Scrolls to an element; whether that moved it. Notes how far what moves it was scrolled before. */
  function goTo(element, before) {
    const offsets = offsetsAround(element);
    const start = dom.box(element);
    scrolling.bringIntoView(element, 'middle');
    const end = dom.box(element);
    if (start.left === end.left && start.top === end.top) {
      // It is fixed, or was there already: nobody scrolls for it.
      reach.putBack();
      return false;
    }
    reach.stay();
    offsets.forEach((offset, scroller) => before.set(scroller, before.get(scroller) ?? offset));
    return true;
  }

  /**
   * Stops at each element that has a place on the page, and calls `isEnough` there until it says so;
   * answers whether it had to go anywhere.
   */
  async function to(elements, isEnough) {
    const before = new Map();
    let hasMoved = false;
    try {
      for (const element of elements.filter(boxes.hasBoxes).slice(0, MOST_STOPS)) {
        if (goTo(element, before)) {
          hasMoved = true;
          await rest();
          if (isEnough()) {
            break;
          }
        }
      }
    } finally {
      before.forEach((offset, scroller) => scrolling.scrollToOffset(scroller, offset));
    }
    return hasMoved;
  }

  return {to};
})();
