/*
 * Tries a matched goal with real input, which the guard intercepts. Between the two calls, the driver
 * clicks at the point that `begin` returns, or presses Enter.
 */
import describe from '../elements/describe.js';
import dom from '../dom/dom.js';
import reach from '../geometry/reach.js';
import types from '../goals/types.js';

const guard = window.midagoalGuard;

/** @param {Element} control @returns {Counts} */
const within = (control) => (target) => dom.contains(control, target);

/**
 * Whether a click on this target also clicks a labelled control elsewhere.
 * @param {Element} target
 */
function isPassedOn(target) {
  const label = dom.closest(target, 'label');
  return label !== null && label.control !== null && !within(label.control)(target)
    && dom.closest(target, 'a[href], button, input, select, textarea') === null;
}

/** Returns a function that restores focus and scroll positions. */
function rememberState() {
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
 * Arms the guard, if it is there; returns where to click or press Enter.
 * @param {GoalQuery} goal @returns {Begun}
 */
function begin(goal) {
  if (guard === undefined || !guard.isThere()) {
    return {isGuarded: false};
  }
  const type = types.ofElements(goal);
  guard.putBack = rememberState();
  guard.arm((target) => isPassedOn(target) || (type.passesOn?.(goal, target) ?? false));
  return {isGuarded: true, aim: type.aim(goal)};
}

/** @param {Element[]} elements */
const described = (elements) => describe.first(Array.from(new Set(elements)));

/**
 * Disarms the guard and restores the page; returns what was intercepted.
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
