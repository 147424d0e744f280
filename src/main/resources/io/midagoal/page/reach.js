/*
 * Whether a visitor's click can land where it counts. Answers come from the browser's own hit test,
 * so that whatever lies above, clips or transforms an element is taken into account without being
 * modelled here.
 */
const reach = (() => {
  /** More parts than this of one element are not looked at. */
  const MOST_PARTS = 60;

  /** More elements of one judgement than this are not searched for gaps, but one for each goal. */
  const MOST_GAP_SEARCHES = 20;
  let gapSearches = 0;

  /** More parts of one element than this are not searched for gaps. */
  const MOST_GAP_PARTS = 10;
  let goalHasSearched = false;

  /** Measured in Chromium, in CSS pixels: time line and buttons. */
  const PLAYER_CONTROLS_HEIGHT = 76;

  /** What was scrolled, and where it was before. */
  const moved = new Map();

  /** What was laid out ahead of its time, and the animation that did it. */
  const laidOut = new Map();

  const NESTED_DOCUMENTS = 'iframe, frame, object, embed';

  /** Controls that swallow clicks; a disabled fieldset only hands its state down to them. */
  const DISABLED_CONTROLS =
    ['button', 'input', 'select', 'textarea', 'optgroup', 'option']
      .map((name) => `${name}:disabled`).join(',');

  /** Inside a label, clicks on these are their own. */
  const INTERACTIVE = 'a[href], button, details, embed, iframe, img[usemap], object[usemap], select,'
    + ' input:not([type="hidden" i]), textarea, audio[controls], video[controls]';

  function pixels(style, name) {
    return parseFloat(style[name]) || 0;
  }

  const IMAGE_TYPE = /^image\/(?!svg)/i;
  const IMAGE_URL = /^data:image\/(?!svg)|\.(?:avif|gif|jpe?g|png|webp)(?:[?#]|$)/i;

  /** What may show a document may show an image as well, and that takes clicks. */
  function showsImage(element) {
    return (dom.matches(element, 'embed') || element.contentWindow === null)
      && (IMAGE_TYPE.test(element.type) || IMAGE_URL.test(element.src ?? element.data));
  }

  /** Whether a point lies in the document that an element shows, and not on its border or padding. */
  function isInNestedDocument(element, x, y) {
    if (!dom.matches(element, NESTED_DOCUMENTS) || showsImage(element)) {
      return false;
    }
    const inner = dom.innerBox(element);
    const scaled = dom.scales(element);
    const style = getComputedStyle(element);
    return x >= inner.left + pixels(style, 'paddingLeft') * scaled.x
      && y >= inner.top + pixels(style, 'paddingTop') * scaled.y
      && x < inner.right - pixels(style, 'paddingRight') * scaled.x
      && y < inner.bottom - pixels(style, 'paddingBottom') * scaled.y;
  }

  /** The browser's own player keeps clicks on its controls, at the lower edge, to itself. */
  function isOnPlayerControls(element, y) {
    return dom.matches(element, 'audio[controls]')
      || (dom.matches(element, 'video[controls]')
        && y > dom.box(element).bottom - PLAYER_CONTROLS_HEIGHT * dom.scales(element).y);
  }

  /** To these, `overflow` does not apply, whatever it says. */
  const NEVER_SCROLL = /^(inline|contents|table|table-(?!cell).*)$/;

  /** Clicks on a scrollbar scroll, and that is all; the corner between two of them takes clicks. */
  function isOnScrollbar(element, x, y) {
    if ((!scrollsByHand(element, 'X') && !scrollsByHand(element, 'Y'))
      || isViewport(element) || NEVER_SCROLL.test(getComputedStyle(element).display)) {
      return false;
    }
    const box = dom.box(element);
    const {x: across, y: down} = dom.scales(element);
    const inner = dom.innerBox(element);
    const style = getComputedStyle(element);
    const isBeside = x < inner.left || x >= inner.right;
    const isBelow = y < inner.top || y >= inner.bottom;
    const isOnBorder = x < box.left + pixels(style, 'borderLeftWidth') * across
      || x >= box.right - pixels(style, 'borderRightWidth') * across
      || y < box.top + pixels(style, 'borderTopWidth') * down
      || y >= box.bottom - pixels(style, 'borderBottomWidth') * down;
    return isBeside !== isBelow && !isOnBorder;
  }

  /** What of a click on `hit` arrives at the document: the targets of its click events. */
  function clickTargets(hit, x, y) {
    if (isInNestedDocument(hit, x, y) || isOnPlayerControls(hit, y) || isOnScrollbar(hit, x, y)) {
      return [];
    }
    const control = labelledControl(hit);
    const targets = dom.closest(hit, DISABLED_CONTROLS) === null ? [hit] : [];
    return control === null ? targets : [...targets, control];
  }

  /**
   * A label passes its click on to its control, unless the click hits a control inside the label or
   * does not arrive at the label.
   */
  function labelledControl(hit) {
    const label = dom.closest(hit, 'label');
    const control = label?.control ?? null;
    if (control === null || dom.matches(control, ':disabled') || !reachesIn(hit, label)) {
      return null;
    }
    const inner = dom.closest(hit, INTERACTIVE);
    return inner !== null && dom.contains(label, inner) ? null : control;
  }

  /**
   * Whether a click arrives at an element around what it hits: a disabled control keeps it inside,
   * and so does a `<details>` in one.
   */
  function reachesIn(hit, around) {
    const disabled = dom.closest(hit, DISABLED_CONTROLS);
    const details = dom.closest(hit, 'details');
    return disabled === null || (dom.contains(disabled, around) && disabled !== around
      && (details === null || !dom.contains(disabled, details)));
  }

  /** The boxes of what stands in an element: text may lie outside of the element's own box. */
  function contentBoxes(element) {
    const contents = dom.range();
    contents.selectNodeContents(element);
    return Array.from(contents.getClientRects());
  }

  /** The boxes of an element; of one that has none of its own, or empty ones, those of its contents. */
  function boxes(element) {
    const own = dom.rects(element);
    return own.some(({width, height}) => width > 0 && height > 0) ? own
      : [...own, ...contentBoxes(element)];
  }

  const hasBoxes = (element) => boxes(element).length > 0;

  function scrollsByHand(element, axis) {
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

  function rememberPage() {
    if (!moved.has(window)) {
      moved.set(window, {left: scrollX, top: scrollY});
    }
  }

  /** How far to scroll so that a stretch lies at the start, in the middle or at the end of another. */
  const ALIGNMENTS = {
    middle: (start, end, from, to) => (start + end) / 2 - (from + to) / 2,
    start: (start, end, from) => start - from,
    end: (start, end, from, to) => end - to,
  };

  /**
   * Scrolls what a visitor could scroll, from the inside out, to bring the element into view.
   * Containers with `overflow: hidden` stay: scripts can scroll them, visitors cannot.
   */
  function bringIntoView(element, alignment) {
    const {middle} = ALIGNMENTS;
    const aligned = ALIGNMENTS[alignment];
    layOut(element);
    for (let a = dom.layoutParent(element); a !== null; a = dom.layoutParent(a)) {
      const across = scrollsByHand(a, 'X');
      const down = scrollsByHand(a, 'Y');
      if ((across || down) && !isViewport(a)) {
        const target = dom.box(element);
        const box = dom.box(a);
        if (!moved.has(a)) {
          moved.set(a, dom.scrollOffset(a));
        }
        const drawn = dom.scales(a);
        dom.scrollBy(a, {
          left: across ? middle(target.left, target.right, box.left, box.right) / drawn.x : 0,
          top: down ? aligned(target.top, target.bottom, box.top, box.bottom) / drawn.y : 0,
          behavior: 'instant',
        });
      }
    }
    rememberPage();
    const target = dom.box(element);
    scrollBy({
      left: viewportScrolls('X') ? middle(target.left, target.right, 0, innerWidth) : 0,
      top: viewportScrolls('Y') ? aligned(target.top, target.bottom, 0, innerHeight) : 0,
      behavior: 'instant',
    });
  }

  /**
   * What has `content-visibility: auto` is laid out a frame after it has come into view, and frames
   * do not come while this script runs. An animation shows it at once, and leaves no trace.
   */
  function layOut(element) {
    for (let a = dom.layoutParent(element); a !== null; a = dom.layoutParent(a)) {
      if (!laidOut.has(a) && getComputedStyle(a).contentVisibility === 'auto') {
        laidOut.set(a, dom.animate(a, shownAtOnce(getComputedStyle(a)), 1e6));
      }
    }
  }

  /** Once laid out, it still clips what lies in it, and is what fixed parts in it are fixed to. */
  function shownAtOnce({overflow, translate}) {
    const twice = (value) => [value, value];
    return {
      contentVisibility: twice('visible'),
      overflow: twice(overflow === 'visible' ? 'clip' : overflow),
      translate: twice(translate === 'none' ? '0px' : translate),
    };
  }

  /** Leaves everything scrolled as it is, for a click that is to come. */
  function stay() {
    moved.clear();
    putBack();
  }

  /** Puts everything that was scrolled or laid out since the last call back to where it was. */
  function putBack() {
    laidOut.forEach((animation) => animation.cancel());
    laidOut.clear();
    hover.forget();
    gapSearches = 0;
    for (const [scroller, offset] of moved) {
      const options = {...offset, behavior: 'instant'};
      if (scroller === window) {
        scrollTo(options);
      } else {
        dom.scrollTo(scroller, options);
      }
    }
    moved.clear();
  }

  /**
   * The boxes through which a click can reach an element: its own, those of its descendants (they
   * may lie outside of it), and its labels.
   */
  function partsOf(element) {
    const all = dom.all(element, '*');
    const rendered = all.filter(hasBoxes);
    const inView = new Set(rendered.filter((part) => partsInView(part).length > 0));
    const inside = [...inView, ...rendered.filter((part) => !inView.has(part))]
      .slice(0, MOST_PARTS);
    // A hidden control takes clicks through its label all the same.
    const labels = [element, ...all].flatMap(dom.labels).slice(0, MOST_PARTS);
    const withContent = labels.flatMap((label) => [label, ...dom.all(label, '*')]);
    return [element, ...inside, ...withContent.slice(0, MOST_PARTS), ...imagesOf(element)];
  }

  /** An area of an image map has no box: its clicks land on the image. */
  function imagesOf(element) {
    const map = dom.closest(element, 'map');
    return map === null ? [] : dom.all(document, `img[usemap="#${CSS.escape(map.name)}"]`);
  }

  /** Whether a click at this point of the viewport has a target that counts. */
  function countsAt(x, y, counts, hit = dom.hitAt(x, y)) {
    return hit !== null && clickTargets(hit, x, y).some(counts);
  }

  /** The first of some points at which a click counts, or null; notes what it hits elsewhere. */
  function firstOf(candidates, counts, hits) {
    for (const {x, y} of candidates) {
      const hit = dom.hitAt(x, y);
      if (countsAt(x, y, counts, hit)) {
        return {x, y};
      }
      if (hit !== null) {
        hits.add(hit);
      }
    }
    return null;
  }

  const partsInView = (element) => points.visibleParts(element, boxes(element), isViewport);

  const holds = (box, other) => other.left >= box.left && other.top >= box.top
    && other.right <= box.right && other.bottom <= box.bottom;

  /** What else of an element may be in view: beyond what seems to clip it, and text beside its box. */
  function partsBeyond(element, parts) {
    return points.inViewport([...dom.rects(element), ...contentBoxes(element)])
      .filter((box) => !parts.some((part) => holds(part, box)));
  }

  /** Tries points all over one element, and on its lines, in the viewport as it stands. */
  function hitInPlace(element, counts) {
    return firstOf(points.within(partsInView(element)), counts, new Set())
      ?? firstOf(points.onLines(element), counts, new Set())
      ?? firstOf(points.within(generatedInView(element)), counts, new Set());
  }

  /** What an element is positioned to: the box within the border of its containing block. */
  function containingBox(element, isFixed) {
    let a = element;
    while (a !== null && !holdsPositioned(getComputedStyle(a), isFixed)) {
      a = dom.layoutParent(a);
    }
    return a === null ? {left: -scrollX, top: -scrollY} : dom.innerBox(a);
  }

  function holdsPositioned({position, transform, filter, contain}, isFixed) {
    return (!isFixed && position !== 'static') || transform !== 'none' || filter !== 'none'
      || /layout|paint|strict|content/.test(contain);
  }

  /**
   * What is generated before and after an element may be laid over something larger: a link over its
   * card. It has no box that can be asked for; the style says where it is.
   */
  function generatedInView(element) {
    const laidOver = ['::before', '::after'].map((name) => getComputedStyle(element, name))
      .filter(({content, position}) => !['none', 'normal'].includes(content)
        && ['absolute', 'fixed'].includes(position));
    return points.inViewport(laidOver.map((style) => {
      const block = containingBox(element, style.position === 'fixed');
      const left = block.left + pixels(style, 'left');
      const top = block.top + pixels(style, 'top');
      return {
        left, top, right: left + pixels(style, 'width'), bottom: top + pixels(style, 'height'),
      };
    }));
  }

  /** Looks up to the edges of some boxes, and for strips that are left free. */
  function hitInGapsOf(element, boxesInView, counts) {
    const hits = new Set();
    const inPlace = firstOf(points.upToTheEdges(boxesInView), counts, hits);
    const above = Array.from(hits).filter((hit) => !dom.contains(hit, element));
    return inPlace ?? firstOf(points.beside(boxesInView, above), counts, new Set());
  }

  /** Looks for what is left free, what a clip leaves, and what seems to be clipped and is not. */
  function hitInGaps(element, counts) {
    const parts = partsInView(element);
    return hitInGapsOf(element, parts, counts)
      ?? firstOf(points.acrossClip(element, parts), counts, new Set())
      ?? hitInGapsOf(element, partsBeyond(element, parts), counts);
  }

  /** Brings parts into view in each position until one of them can be hit; the point, or null. */
  function searched(parts, hitIn) {
    for (const alignment of Object.keys(ALIGNMENTS)) {
      for (const part of parts) {
        bringIntoView(part, alignment);
        const point = hitIn(part);
        if (point !== null) {
          return point;
        }
      }
    }
    return null;
  }

  /** More than any page is high. */
  const TO_THE_END = 1e7;

  /** What is fixed stays where it is while the page moves, and what lies above it may give way. */
  function atPageEnds(parts, hitIn) {
    rememberPage();
    for (const top of [-TO_THE_END, TO_THE_END]) {
      scrollBy({top: viewportScrolls('Y') ? top : 0, behavior: 'instant'});
      for (const part of parts) {
        const point = hitIn(part);
        if (point !== null) {
          return point;
        }
      }
    }
    return null;
  }

  /** What of an element is searched for gaps: itself, and what may leave one where it has none. */
  function gapParts(element) {
    const own = dom.rects(element);
    const isBeyond = (part) => dom.matches(part, NESTED_DOCUMENTS)
      || !boxes(part).every((box) => own.some((rect) => holds(rect, box)));
    return [element, ...dom.all(element, '*').filter(hasBoxes).filter(isBeyond)]
      .slice(0, MOST_GAP_PARTS);
  }

  /**
   * The first visible point of the element at which a click has a target that counts, or null. May
   * scroll; the caller puts the scroll position back.
   */
  function clickPoint(element, counts) {
    const parts = () => partsOf(element).filter(hasBoxes);
    // The middle nearly always does; the edges help where something large is fixed to the other one.
    const inPlace = (part) => hitInPlace(part, counts);
    const inGaps = (part) => hitInGaps(part, counts);
    const point = inPlace(element) ?? searched(parts(), inPlace) ?? atPageEnds(parts(), inPlace);
    const found = point !== null || !maySearchGaps() ? point
      : searched(gapParts(element), inGaps) ?? atPageEnds([element], inGaps);
    return found === null ? null : underPointer(found, element, counts);
  }

  /** The point, or another, at which the click still counts when the pointer is there. */
  function underPointer(point, element, counts) {
    const look = () => ({
      still: countsAt(point.x, point.y, counts) ? point : hitInPlace(element, counts),
    });
    const seen = hover.during(dom.hitAt(point.x, point.y), look);
    return seen === null ? point : seen.still;
  }

  function maySearchGaps() {
    const isFirst = !goalHasSearched;
    goalHasSearched = true;
    gapSearches += 1;
    return isFirst || gapSearches <= MOST_GAP_SEARCHES;
  }

  /** Says that what comes is for another goal. */
  function nextGoal() {
    goalHasSearched = false;
  }

  /** Whether a click on some visible point of the element counts; may scroll. */
  const canBeClicked = (element, counts) => clickPoint(element, counts) !== null;

  /**
   * What the hit test finds in an element's place after a visitor has scrolled to it: the topmost, and
   * whether the element lies beneath. Null where the place cannot be scrolled to.
   */
  function inPlaceOf(element) {
    bringIntoView(element, 'middle');
    const parts = partsInView(element);
    const found = Array.from(points.within(parts), ({x, y}) => dom.allAt(x, y))
      .filter((hits) => hits.length > 0);
    const isOfElement = (hit) => dom.contains(element, hit);
    return found.length === 0 ? null
      : {top: found[0][0], isBeneath: found.some((hits) => hits.some(isOfElement))};
  }

  /** What takes the click in an element's place as soon as a visitor points at it, or null. */
  function coveredByHover(element) {
    bringIntoView(element, 'middle');
    const isOfElement = (target) => dom.contains(element, target);
    const point = hitInPlace(element, isOfElement);
    return point === null ? null : hover.during(dom.hitAt(point.x, point.y), () => {
      const hit = dom.hitAt(point.x, point.y);
      return hit === null || isOfElement(hit) ? null : hit;
    });
  }

  return {
    DISABLED_CONTROLS, canBeClicked, clickPoint, countsAt, coveredByHover, imagesOf, inPlaceOf,
    isViewport, nextGoal, putBack, stay,
  };
})();
