/*
 * Whether a visitor's click can land where it counts. Answers come from the browser's own hit test,
 * so that whatever lies above, clips or transforms an element is taken into account without being
 * modelled here.
 */
const reach = (() => {
  /** Where in a rectangle a visitor would try: the centre first. */
  const FRACTIONS = [0.5, 0.25, 0.75, 0.08, 0.92, 0.02, 0.98];

  /** More parts than this of one element are not looked at. */
  const MOST_PARTS = 60;

  /** Measured in Chromium, in CSS pixels, with some reserve. */
  const PLAYER_CONTROLS_HEIGHT = 60;

  /** What was scrolled, and where it was before. */
  const moved = new Map();

  const NESTED_DOCUMENTS = 'iframe, frame, object, embed';

  /** Controls that swallow clicks; a disabled fieldset only hands its state down to them. */
  const DISABLED_CONTROLS =
    ['button', 'input', 'select', 'textarea', 'optgroup', 'option']
      .map((name) => `${name}:disabled`).join(',');

  function pixels(style, name) {
    return parseFloat(style[name]) || 0;
  }

  /** Whether a point lies in the document that an element shows, and not on its border or padding. */
  function isInNestedDocument(element, x, y) {
    if (!element.matches(NESTED_DOCUMENTS)) {
      return false;
    }
    const box = element.getBoundingClientRect();
    const style = getComputedStyle(element);
    return x >= box.left + element.clientLeft + pixels(style, 'paddingLeft')
      && y >= box.top + element.clientTop + pixels(style, 'paddingTop')
      && x < box.left + element.clientLeft + element.clientWidth - pixels(style, 'paddingRight')
      && y < box.top + element.clientTop + element.clientHeight - pixels(style, 'paddingBottom');
  }

  /** The browser's own player keeps clicks on its controls, at the lower edge, to itself. */
  function isOnPlayerControls(element, y) {
    return element.matches('audio[controls]')
      || (element.matches('video[controls]')
        && y > element.getBoundingClientRect().bottom - PLAYER_CONTROLS_HEIGHT);
  }

  /** What of a click on `hit` arrives at the document: the targets of its click events. */
  function clickTargets(hit, x, y) {
    if (isInNestedDocument(hit, x, y) || isOnPlayerControls(hit, y)
      || hit.closest(DISABLED_CONTROLS) !== null) {
      return [];
    }
    const control = labelledControl(hit);
    return control === null ? [hit] : [hit, control];
  }

  /** A label passes its click on to its control, unless the click hits a control inside the label. */
  function labelledControl(hit) {
    const label = hit.closest('label');
    const control = label === null ? null : label.control;
    if (control === null || control.matches(':disabled')) {
      return null;
    }
    const inner = hit.closest('a[href], button, input, select, textarea');
    return inner !== null && label.contains(inner) ? null : control;
  }

  /** The boxes of an element; of one that has none of its own, those of its contents. */
  function boxes(element) {
    if (getComputedStyle(element).display !== 'contents') {
      return element.getClientRects();
    }
    const contents = document.createRange();
    contents.selectNodeContents(element);
    return contents.getClientRects();
  }

  const hasBoxes = (element) => boxes(element).length > 0;

  function visibleParts(element) {
    const parts = [];
    for (const rect of boxes(element)) {
      const left = Math.max(rect.left, 0);
      const top = Math.max(rect.top, 0);
      const right = Math.min(rect.right, innerWidth);
      const bottom = Math.min(rect.bottom, innerHeight);
      if (right > left && bottom > top) {
        parts.push({left, top, right, bottom});
      }
    }
    return parts;
  }

  /** The part of a rectangle that the element's scrolling and clipping ancestors leave. */
  function clipped(part, element) {
    const rest = {...part};
    for (let a = element.parentElement; a !== null && !isViewport(a); a = a.parentElement) {
      if (getComputedStyle(a).overflow !== 'visible') {
        const box = a.getBoundingClientRect();
        rest.left = Math.max(rest.left, box.left);
        rest.top = Math.max(rest.top, box.top);
        rest.right = Math.min(rest.right, box.right);
        rest.bottom = Math.min(rest.bottom, box.bottom);
      }
    }
    return rest.right > rest.left && rest.bottom > rest.top ? rest : part;
  }

  function* points(element) {
    for (const part of visibleParts(element)) {
      const {left, top, right, bottom} = clipped(part, element);
      for (const y of FRACTIONS) {
        for (const x of FRACTIONS) {
          yield {x: left + (right - left) * x, y: top + (bottom - top) * y};
        }
      }
    }
  }

  /** Tries the points of one element in the viewport as it stands. */
  function hitInPlace(element, counts) {
    for (const {x, y} of points(element)) {
      const hit = document.elementFromPoint(x, y);
      if (hit !== null && clickTargets(hit, x, y).some(counts)) {
        return true;
      }
    }
    return false;
  }

  function scrollsByHand(element, axis) {
    const overflow = getComputedStyle(element)['overflow' + axis];
    return overflow === 'auto' || overflow === 'scroll';
  }

  /**
   * Whether an element's overflow is the viewport's: the root's always is, the body's only where the
   * root says nothing of its own. Else the body is a box that scrolls by itself.
   */
  function isViewport(element) {
    if (element !== document.body) {
      return element === document.documentElement;
    }
    const root = getComputedStyle(document.documentElement);
    return root.overflowX === 'visible' && root.overflowY === 'visible';
  }

  /** The viewport takes its overflow from the root element or, if that says nothing, the body. */
  function viewportScrolls(axis) {
    const ofRoot = getComputedStyle(document.documentElement)['overflow' + axis];
    const decisive = ofRoot === 'visible' && document.body !== null
      ? getComputedStyle(document.body)['overflow' + axis] : ofRoot;
    return decisive !== 'hidden' && decisive !== 'clip';
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
    for (let a = element.parentElement; a !== null; a = a.parentElement) {
      const across = scrollsByHand(a, 'X');
      const down = scrollsByHand(a, 'Y');
      if ((across || down) && !isViewport(a)) {
        const target = element.getBoundingClientRect();
        const box = a.getBoundingClientRect();
        if (!moved.has(a)) {
          moved.set(a, {left: a.scrollLeft, top: a.scrollTop});
        }
        a.scrollBy({
          left: across ? middle(target.left, target.right, box.left, box.right) : 0,
          top: down ? aligned(target.top, target.bottom, box.top, box.bottom) : 0,
          behavior: 'instant',
        });
      }
    }
    if (!moved.has(window)) {
      moved.set(window, {left: scrollX, top: scrollY});
    }
    const target = element.getBoundingClientRect();
    scrollBy({
      left: viewportScrolls('X') ? middle(target.left, target.right, 0, innerWidth) : 0,
      top: viewportScrolls('Y') ? aligned(target.top, target.bottom, 0, innerHeight) : 0,
      behavior: 'instant',
    });
  }

  /** Puts everything that was scrolled since the last call back to where it was. */
  function putScrollBack() {
    for (const [scroller, {left, top}] of moved) {
      scroller.scrollTo({left, top, behavior: 'instant'});
    }
    moved.clear();
  }

  /**
   * The boxes through which a click can reach an element: its own, those of its descendants (they
   * may lie outside of it), and its labels.
   */
  function partsOf(element) {
    const all = Array.from(element.querySelectorAll('*'));
    const inside = all.filter(hasBoxes).slice(0, MOST_PARTS);
    // A hidden control takes clicks through its label all the same.
    const controls = [element, ...all].filter((part) => part.labels);
    const labels = controls.slice(0, MOST_PARTS).flatMap((control) => Array.from(control.labels));
    const withContent = labels.flatMap((label) => [label, ...label.querySelectorAll('*')]);
    return [element, ...inside, ...withContent.slice(0, MOST_PARTS), ...imagesOf(element)];
  }

  /** An area of an image map has no box: its clicks land on the image. */
  function imagesOf(element) {
    const map = element.closest('map');
    return map === null ? []
      : Array.from(document.querySelectorAll(`img[usemap="#${CSS.escape(map.name)}"]`));
  }

  /**
   * Whether a click on some visible point of the element has a target that counts. May scroll; the
   * caller puts the scroll position back.
   */
  function canBeClicked(element, counts) {
    if (hitInPlace(element, counts)) {
      return true;
    }
    const parts = partsOf(element).filter(hasBoxes);
    // The middle nearly always does; the edges help where something large is fixed to the other one.
    return Object.keys(ALIGNMENTS).some((alignment) => parts.some((part) => {
      bringIntoView(part, alignment);
      return hitInPlace(part, counts);
    }));
  }

  return {DISABLED_CONTROLS, bringIntoView, canBeClicked, isViewport, points, putScrollBack};
})();
