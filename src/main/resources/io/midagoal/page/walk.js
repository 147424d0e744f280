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

  function scrollersAround(element) {
    const all = [window];
    for (let a = dom.layoutParent(element); a !== null; a = dom.layoutParent(a)) {
      if (!scrolling.isViewport(a) && (scrolling.isByHand(a, 'X') || scrolling.isByHand(a, 'Y'))) {
        all.push(a);
      }
    }
    return all;
  }

  /** Scrolls to an element; whether anything moved. Notes where it was before. */
  function goTo(element, before) {
    const offsets = new Map(scrollersAround(element).map((one) => [one, scrolling.offsetOf(one)]));
    scrolling.bringIntoView(element, 'middle');
    reach.stay();
    let hasMoved = false;
    for (const [scroller, {left, top}] of offsets) {
      const now = scrolling.offsetOf(scroller);
      hasMoved ||= now.left !== left || now.top !== top;
      if (!before.has(scroller)) {
        before.set(scroller, {left, top});
      }
    }
    return hasMoved;
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
