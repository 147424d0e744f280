/*
 * Why no submit counts for a goal: the match is no form, or no visitor can submit it.
 */
import describe from '../elements/describe.js';
import dom from '../dom/dom.js';
import forms from '../elements/forms.js';
import noMatch from './noMatch.js';
import selectors from './selectors.js';
import unreachable from './unreachable.js';

const MOST_NAMED = 3;

const ASSOCIATED = ['button', 'fieldset', 'input', 'object', 'output', 'select', 'textarea'];

/**
 * The form around, inside or associated with an element that is none.
 * @param {Element} element @returns {HTMLFormElement | null}
 */
const formOf = (element) => dom.closest(element, 'form') ?? dom.first(element, 'form')
  ?? (ASSOCIATED.includes(dom.localName(element)) ? /** @type {Field} */ (element).form : null);

/** @param {GoalQuery} goal @param {Element[]} elements @param {Works} works @returns {Diagnosis} */
function notAForm(goal, elements, works) {
  const element = describe.element(elements[0]);
  const form = elements.map(formOf).find((candidate) => candidate !== null) ?? null;
  return form === null ? {finding: 'not-a-form-nowhere', data: {element}} : {
    finding: 'not-a-form',
    data: {
      element,
      form: describe.element(form),
      suggestion: selectors.acceptedFor(form,
        (value) => value.startsWith('form') && works({...goal, value})),
    },
  };
}

/** @param {Element} element */
const isShown = (element) => unreachable.hiddenBecause(element) === null;

/**
 * A button or link that visitors may take for a submit button.
 * @param {HTMLFormElement} form
 */
function plainButton(form) {
  return dom.all(form, 'button, input, a').find((button) => (dom.localName(button) === 'a'
    ? dom.matches(button, '[href]') : /** @type {Field} */ (button).type === 'button')
    && isShown(button));
}

const CALLS_SUBMIT = /\bsubmit\s*\(\s*\)/;

/**
 * A control whose attribute calls `submit()`, which fires no submit event.
 * @param {HTMLFormElement} form
 */
function scriptedControl(form) {
  return dom.all(form, '[onclick], [onchange], [oninput], [onkeyup], [href^="javascript:"]')
    .find((control) => dom.attributeNames(control)
      .some((name) => (name.startsWith('on') || name === 'href')
        && CALLS_SUBMIT.test(dom.attribute(control, name) ?? '')));
}

/** @param {Element | undefined} element */
const described = (element) => (element === undefined ? null : describe.element(element));

/** @param {Element} control */
const isDisabled = (control) => dom.matches(control, ':disabled');

/**
 * The page's scripts may submit the form for a custom element.
 * @param {HTMLFormElement} form
 */
const customElement = (form) =>
  dom.all(form, '*').find((one) => dom.localName(one).includes('-') && isShown(one));

/**
 * Only filling in the form can show whether that enables its submit control, or whether a custom
 * element submits it. Null where neither is possible.
 * @param {HTMLFormElement} form @param {Element[]} controls @returns {Diagnosis | null}
 */
function mayBeEnabled(form, controls) {
  const shown = controls.filter(isShown);
  const isByFields = shown.length > 0 && shown.every(isDisabled)
    && forms.fillable(form).length > 0;
  const custom = controls.length === 0 ? customElement(form) : undefined;
  return forms.unfillable(form).length > 0 || (!isByFields && custom === undefined) ? null : {
    finding: 'submit-disabled',
    data: {
      form: describe.element(form),
      control: described(shown[0]),
      fields: describe.first(forms.fillable(form)),
      customElement: described(custom),
    },
  };
}

/** @param {HTMLFormElement} form @returns {Diagnosis} */
function noSubmit(form) {
  const controls = forms.submitControls(form);
  const hidden = unreachable.hiddenBecause(form) ?? unreachable.hasNoSize(form);
  if (hidden !== null && controls.every((control) => !isShown(control))) {
    return {finding: hidden.finding, data: {element: describe.element(form), reason: hidden.reason}};
  }
  return mayBeEnabled(form, controls) ?? cannotBeSubmitted(form, controls);
}

/** @param {Element[]} elements */
const firstReasons = (elements) => elements.slice(0, MOST_NAMED).map(unreachable.ofEach);

/** @param {HTMLFormElement} form @param {Element[]} controls @returns {Diagnosis} */
function cannotBeSubmitted(form, controls) {
  const unfillable = forms.unfillable(form);
  const element = describe.element(form);
  const scripted = scriptedControl(form);
  return unfillable.length > 0
    ? {finding: 'no-submit-invalid', data: {form: element, unfillable: firstReasons(unfillable)}}
    : {
      finding: 'no-submit',
      data: {
        form: element,
        controls: firstReasons(controls),
        required: describe.first(forms.required(form)),
        scripted: described(scripted),
        plainButton: scripted === undefined ? described(plainButton(form)) : null,
      },
    };
}

/**
 * Why no submit counts. `found` are the `elements` that are forms.
 * @param {GoalQuery} goal @param {Element[]} elements @param {HTMLFormElement[]} found
 * @param {Works} works @returns {Diagnosis}
 */
function why(goal, elements, found, works) {
  if (elements.length === 0) {
    return noMatch.ofSelector(goal, works);
  }
  return found.length === 0 ? notAForm(goal, elements, works) : noSubmit(found[0]);
}

export default {why};
