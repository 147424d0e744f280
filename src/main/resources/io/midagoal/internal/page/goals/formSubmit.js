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

/** Forms of one goal that are tried at the most. */
const MOST_TRIED = 200;

const isForm = (element) => dom.localName(element) === 'form' && dom.isHtml(element);

const counts = (goal, target) => isForm(target) && dom.matches(target, goal.value);

const matching = (goal) => dom.all(document, atClick.selector(goal.value));

/** The first forms that a visitor can submit: two are enough to know that there are several. */
function submittable(found) {
  const all = [];
  for (const form of found.slice(0, MOST_TRIED)) {
    if (all.length < 2 && forms.canBeSubmitted(form)) {
      all.push(form);
    }
  }
  return all;
}

function judge(goal) {
  const elements = matching(goal);
  const usable = submittable(elements.filter((element) => counts(goal, element)));
  return {
    ...clicks.evidence(elements, usable), fragile: selectors.fragile(goal.value, usable[0]),
  };
}

const works = trial.of(judge);

function diagnose(goal) {
  const elements = dom.all(document, goal.value);
  return formReasons.why(goal, elements, elements.filter((one) => counts(goal, one)), works);
}

/** How a visitor submits the form: by a click on a submit control, else by Enter in a field. */
function aimAt(goal) {
  const [form] = submittable(matching(goal).filter((element) => counts(goal, element)));
  return form === undefined ? null : aim.atSubmit(form);
}

/** A click on these goes on to the submit. */
const passesOn = (goal, target) => matching(goal).filter(isForm)
  .some((form) => forms.submitControls(form).some((control) => dom.contains(control, target)));

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
