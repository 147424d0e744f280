/*
 * Tries a goal that matches with real input, which the guard catches. Between the two calls here the
 * driver clicks at the point that the first one answers, or presses Enter. What the click or submit
 * counts for is decided by the rules.
 */
import describe from '../elements/describe.js';
import dom from '../dom/dom.js';
import reach from '../geometry/reach.js';
import types from '../goals/types.js';

const guard = window.midagoalGuard;

/** @param {Element} control @returns {Counts} */
const within = (control) => (target) => dom.contains(control, target);

/**
 * Whether the browser passes a click on a label on to a control elsewhere.
 * @param {Element} target
 */
function isPassedOn(target) {
  const label = dom.closest(target, 'label');
  return label !== null && label.control !== null && !within(label.control)(target)
    && dom.closest(target, 'a[href], button, input, select, textarea') === null;
}

/** Remembers what the probe changes beside the scroll position: what has the focus. */
function remember() {
  const focused = () => /** @type {HTMLElement | null} */ (document.activeElement);
  const before = focused();
  return () => {
    if (focused() !== before) {
      focused()?.blur();
      before?.focus({preventScroll: true});
    }
    reach.putBack();
  };
}

/**
 * Arms the guard; answers where to click or press Enter, or that input would not be caught.
 * @param {GoalQuery} goal @returns {Begun}
 */
function begin(goal) {
  if (guard === undefined || !guard.isThere()) {
    return {isGuarded: false};
  }
  const type = types.ofElements(goal);
  guard.putBack = remember();
  guard.arm((target) => isPassedOn(target) || (type.passesOn?.(goal, target) ?? false));
  return {isGuarded: true, aim: type.aim(goal)};
}

/** @param {Element[]} elements */
const described = (elements) => describe.first(Array.from(new Set(elements)));

/**
 * Takes what was caught, and puts the page back.
 * @param {GoalQuery} goal @returns {Caught}
 */
function end(goal) {
  const {putBack, disarm} = /** @type {Required<Guard>} */ (guard);
  putBack();
  const {clicks, submits, invalid} = disarm();
  const type = types.ofElements(goal);
  const caught = {click: clicks, submit: submits}[type.event];
  return {
    counts: caught.some((target) => type.counts(goal, target)),
    clicked: described(clicks),
    submitted: described(submits),
    asked: Array.from(new Set(invalid))
      .map((field) => ({element: describe.tag(field), says: field.validationMessage})),
  };
}

export default {begin, end};
