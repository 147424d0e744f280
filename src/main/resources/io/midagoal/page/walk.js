/*
 * Scrolls down a page as a visitor does, and rests on each screen: many pages show, unlock or fetch
 * what lies further down only when it comes into view. What the page does on the way stays done; the
 * scroll position is put back.
 */
const walk = (() => {
  /** Parts of a screen: how far one step goes, so that none is passed by, and what a box must fill. */
  const STEP = 0.8;
  const LEAST_HEIGHT = 0.5;
  /** Pages look at their scroll position every 50 to 100 ms. */
  const REST_MS = 150;
  /** Taller pages are not walked to their end. */
  const MOST_STEPS = 25;

  const rest = () => new Promise((resolve) => setTimeout(resolve, REST_MS));

  /** What may scroll under a wheel in the middle of the screen, from the inside out. */
  function underWheel() {
    const hit = dom.hitAt(innerWidth / 2, innerHeight / 2);
    const boxes = (hit === null ? [] : dom.path(hit)).filter((a) => !scrolling.isViewport(a)
      && scrolling.isByHand(a, 'Y') && dom.box(a).height >= LEAST_HEIGHT * innerHeight);
    return scrolling.viewportScrolls('Y') ? [...boxes, window] : boxes;
  }

  /** Turns the wheel once; whether anything moved. Notes where it was before. */
  function step(before) {
    for (const scroller of underWheel()) {
      const {left, top} = scrolling.offsetOf(scroller);
      scrolling.scrollToOffset(scroller, {left, top: top + STEP * innerHeight});
      if (scrolling.offsetOf(scroller).top !== top) {
        if (!before.has(scroller)) {
          before.set(scroller, {left, top});
        }
        return true;
      }
    }
    return false;
  }

  /** Calls `isEnough` on each screen after the first, until it says so; answers whether there is one. */
  async function down(isEnough) {
    const before = new Map();
    try {
      for (let i = 0; i < MOST_STEPS && step(before); i += 1) {
        await rest();
        if (isEnough()) {
          break;
        }
      }
    } finally {
      before.forEach((offset, scroller) => scrolling.scrollToOffset(scroller, offset));
    }
    return before.size > 0;
  }

  return {down};
})();
