/*
 * Tries a goal that matches with real input, which the guard catches. Between the two calls here the
 * driver clicks at the point that the first one answers, or presses Enter. What the click or submit
 * counts for is decided by the rules.
 */
import aim from './aim.js';
import dom from '../dom/dom.js';
import forms from '../goals/forms.js';
import judge from '../goals/judge.js';
import reach from '../geometry/reach.js';
import rules from '../goals/rules.js';

const MOST_DESCRIBED = 3;

/** Undefined where it does not run ahead of the page: then no probe begins. */
const guard = /** @type {Guard} */ (window.midagoalGuard);

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
  const focused = /** @type {HTMLElement | null} */ (document.activeElement);
  return () => {
    if (document.activeElement !== focused) {
      /** @type {HTMLElement | null} */ (document.activeElement)?.blur();
      focused?.focus({preventScroll: true});
    }
    reach.putBack();
  };
}

/**
 * Where to click so that the goal counts.
 * @param {GoalQuery} goal
 */
function aimAtClick(goal) {
  guard.arm(isPassedOn);
  return aim.atGoal(goal);
}

/**
 * How a visitor submits the form: by a click on a submit control, else by Enter in a field.
 * @param {GoalQuery} goal @returns {Target | null}
 */
function aimAtSubmit(goal) {
  const [form] = judge.submittable(goal);
  if (form === undefined) {
    return null;
  }
  const controls = forms.submitControls(form);
  guard.arm((target) => isPassedOn(target) || controls.some((control) => within(control)(target)));
  const control = forms.clickableControl(form);
  if (control !== undefined) {
    return aim.at(control, within(control));
  }
  const field = /** @type {HTMLElement | undefined} */ (forms.enterField(form));
  field?.focus({preventScroll: true});
  return field === undefined ? null
    : {x: 0, y: 0, element: judge.describe(field), isEnter: true};
}

/**
 * Arms the guard; answers where to click or press Enter, or that input would not be caught.
 * @param {GoalQuery} goal @returns {Begun}
 */
function begin(goal) {
  if (guard === undefined || !guard.isThere()) {
    return {isGuarded: false};
  }
  guard.putBack = remember();
  return {isGuarded: true, aim: goal.type === 'formSubmit' ? aimAtSubmit(goal) : aimAtClick(goal)};
}

/** @param {Element[]} elements */
const described = (elements) =>
  Array.from(new Set(elements)).slice(0, MOST_DESCRIBED).map(judge.describe);

/**
 * Takes what was caught, and puts the page back.
 * @param {GoalQuery} goal @returns {Caught}
 */
function end(goal) {
  /** @type {() => void} */ (guard.putBack)();
  const {clicks, submits, invalid} = guard.disarm();
  const counting = goal.type === 'formSubmit'
    ? submits.filter((form) => rules.submitCounts(goal.value, form))
    : clicks.filter((target) => rules.clickCounts(goal, target));
  return {
    counts: counting.length > 0,
    clicked: described(clicks),
    submitted: described(submits),
    asked: Array.from(new Set(invalid))
      .map((field) => ({element: judge.tag(field), says: field.validationMessage})),
  };
}

export default {begin, end};
