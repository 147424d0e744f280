/*
 * Section formSubmit: a submit event counts when its target is a form that matches the selector.
 */
import aim from '../elements/aim.js';
import atClick from '../elements/atClick.js';
import clicks from '../elements/clicks.js';
import dom from '../dom/dom.js';
import formReasons from '../diagnosis/formReasons.js';
import forms from '../elements/forms.js';
import selectors from '../diagnosis/selectors.js';
import trial from '../elements/trial.js';

/** @param {Element} element @returns {element is HTMLFormElement} */
const isForm = (element) => dom.localName(element) === 'form' && dom.isHtml(element);

/** @param {GoalQuery} goal @param {Element} target */
const counts = (goal, target) => isForm(target) && dom.matches(target, goal.value);

/** @param {Element[]} elements @param {GoalQuery} goal */
const formsAmong = (elements, goal) =>
  elements.filter(isForm).filter((form) => dom.matches(form, goal.value));

/** @param {GoalQuery} goal */
const matching = (goal) => dom.all(document, atClick.selector(goal.value));

/** @param {HTMLFormElement[]} found */
const submittable = (found) => clicks.firstTwo(found, forms.canBeSubmitted);

/** @param {GoalQuery} goal */
function judge(goal) {
  const elements = matching(goal);
  const usable = submittable(formsAmong(elements, goal));
  return {
    ...clicks.evidence(elements, usable), notes: selectors.notes(goal.value, usable[0]),
  };
}

const works = trial.withJudge(judge);

/** @param {GoalQuery} goal */
function diagnose(goal) {
  const elements = dom.all(document, goal.value);
  return formReasons.why(goal, elements, formsAmong(elements, goal), works);
}

/**
 * The input that submits the form.
 * @param {GoalQuery} goal
 */
function aimAt(goal) {
  const [form] = submittable(formsAmong(matching(goal), goal));
  return form === undefined ? null : aim.atSubmit(form);
}

/**
 * Whether a click on this target submits a form of the goal.
 * @param {GoalQuery} goal @param {Element} target
 */
const passesOn = (goal, target) => matching(goal).filter(isForm)
  .some((form) => forms.submitControls(form).some((control) => dom.contains(control, target)));

/** @type {ElementType} */
export default {
  event: 'submit',
  aim: aimAt,
  counts,
  diagnose,
  elements: matching,
  hidden: (goal) => matching(goal).flatMap((element) => (isForm(element)
    ? [element, ...forms.submitControls(element)] : [element])),
  judge,
  passesOn,
};
