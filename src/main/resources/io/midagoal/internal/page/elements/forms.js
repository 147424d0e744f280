/*
 * How a visitor can submit a form: by its submit controls or by Enter, and only when the browser's
 * own checks let it pass. Measured with real input in Chromium; RealSubmitsTest holds it.
 */
import dom from '../dom/dom.js';
import reach from '../geometry/reach.js';
import texts from './texts.js';

/** A form without a submit control submits on Enter in one of these, if it has no second. */
const TEXT_FIELDS = ['text', 'search', 'tel', 'url', 'email', 'password', 'number'];

/** Enter in one of these presses a submit control of the form. */
const ENTER_PRESSES = [
  ...TEXT_FIELDS, 'date', 'month', 'week', 'time', 'datetime-local', 'checkbox', 'radio', 'range',
];

/**
 * The form's submit controls, those outside the form that name it with `form=` included.
 * @param {HTMLFormElement} form
 */
function submitControls(form) {
  const controls = /** @type {SubmitControl[]} */ (dom.all(document, 'button, input'));
  return controls.filter((control) => control.form === form
    && (control.type === 'submit' || dom.matches(control, 'input[type="image" i]')));
}

/** @param {Element} control */
function isClickable(control) {
  return !dom.matches(control, ':disabled')
    && reach.canBeClicked(control, (target) => dom.contains(control, target));
}

/* ---- the browser's checks ---- */

/** @param {Element} field */
const isInert = (field) => dom.closest(field, '[inert]') !== null;

/**
 * Rendered, visible and not in a closed `<details>`: the browser does not open one for a field.
 * @param {Element} field
 */
function canTakeFocus(field) {
  return dom.checkVisibility(field, {visibilityProperty: true}) && !isInert(field);
}

/**
 * Radio buttons are checked as a group: any of them will do.
 * @param {Field} field @param {Field[]} fields
 */
function groupOf(field, fields) {
  return field.type === 'radio'
    ? fields.filter((other) => other.type === 'radio' && other.name === field.name) : [field];
}

/** What a list has that a library draws: something to type into or to move in, and no field's name. */
const DRAWN_LIST = 'input:not([name]), [tabindex], [role="combobox"], [role="listbox"],'
  + ' [aria-haspopup="listbox"]';

/** @param {HTMLSelectElement} field */
const chosenText = (field) =>
  texts.asRead(Array.from(field.selectedOptions, (option) => option.label).join(' '));

/**
 * Libraries hide a drop-down and show a list of their own behind it, or beside it with its text.
 * @param {Field} field @param {Element[]} fields
 */
function hasStandIn(field, fields) {
  if (dom.localName(field) !== 'select') {
    return false;
  }
  const chosen = chosenText(/** @type {HTMLSelectElement} */ (field));
  return dom.children(/** @type {Element} */ (dom.parent(field)))
    .filter((beside) => !fields.includes(beside) && texts.isRendered(beside))
    .some((beside) => (chosen !== '' && texts.shownText(beside).includes(chosen))
      || (beside === field.nextElementSibling && dom.first(beside, DRAWN_LIST) !== null));
}

const WORKED_BY_LABEL = ['checkbox', 'radio', 'file'];

/** @param {Field} field @param {Field[]} fields */
function canBeFilled(field, fields) {
  return groupOf(field, fields).some((one) => canTakeFocus(one)
    || (WORKED_BY_LABEL.includes(one.type) && isClickable(one))) || hasStandIn(field, fields);
}

/**
 * Fields that stop every submit: what they hold is not valid, and no visitor can change it.
 * @param {HTMLFormElement} form
 */
function unfillable(form) {
  if (dom.attribute(form, 'novalidate') !== null) {
    return [];
  }
  const fields = dom.fields(form);
  return fields.filter((field) => dom.matches(field, ':invalid') && !canBeFilled(field, fields));
}

const NOT_FILLED_IN = ['button', 'hidden', 'image', 'output', 'reset', 'submit'];

/**
 * Fields that a visitor can fill in.
 * @param {HTMLFormElement} form
 */
function fillable(form) {
  const fields = dom.fields(form);
  return fields.filter((field) => !NOT_FILLED_IN.includes(field.type)
    && !dom.matches(field, ':disabled') && canBeFilled(field, fields));
}

/**
 * Fields that a visitor has to fill first.
 * @param {HTMLFormElement} form
 */
function required(form) {
  return dom.fields(form).filter((field) => dom.matches(field, ':invalid'));
}

/* ---- the ways to submit ---- */

const SCRIPTED = ['onclick', 'onchange', 'oninput', 'href']
  .map((name) => `[${name}*="requestSubmit("]`).join(', ');

/** @param {SubmitControl} control */
const skipsChecks = (control) => control.formNoValidate;

/** @param {HTMLInputElement} field */
const isText = ({type}) => TEXT_FIELDS.includes(type);

/**
 * What Enter in a field presses: the first control, hidden or not, and nothing where that is
 * disabled; in a field that takes no text, the first that is not disabled.
 * @param {HTMLInputElement} field @param {SubmitControl[]} controls
 */
function pressedByEnter(field, controls) {
  return (isText(field) ? controls.slice(0, 1) : controls)
    .find((control) => !dom.matches(control, ':disabled'));
}

/**
 * Fields in which Enter submits the form, as far as its checks let it pass.
 * @param {HTMLFormElement} form @param {SubmitControl[]} controls
 */
function enterFields(form, controls) {
  const inputs = /** @type {HTMLInputElement[]} */ (
    dom.fields(form).filter((field) => dom.localName(field) === 'input'));
  if (controls.length === 0) {
    const fields = inputs.filter(isText);
    return fields.length === 1 && isFree(form) ? fields : [];
  }
  const passes = passing(form);
  return inputs.filter(({type}) => ENTER_PRESSES.includes(type)).filter((field) => {
    const control = pressedByEnter(field, controls);
    return control !== undefined && passes(control);
  });
}

/** @param {Element} field */
const submitsOnEnter = (field) => canTakeFocus(field) && isClickable(field);

/**
 * Plain controls whose own attribute has a script submit the form as a visitor would.
 * @param {HTMLFormElement} form
 */
const scriptedControls = (form) => dom.all(form, SCRIPTED);

/** @param {HTMLFormElement} form */
const isFree = (form) => unfillable(form).length === 0;

/**
 * Whether the browser's checks let a control submit the form: they are the same for all of them.
 * @param {HTMLFormElement} form @returns {(control: SubmitControl) => boolean}
 */
function passing(form) {
  const mayPass = isFree(form);
  return (control) => mayPass || skipsChecks(control);
}

/**
 * The first submit control that a visitor can click, or undefined.
 * @param {HTMLFormElement} form
 */
function clickableControl(form) {
  const passes = passing(form);
  return submitControls(form).find((control) => passes(control) && isClickable(control));
}

/**
 * The first field in which a visitor's Enter submits the form, or undefined.
 * @param {HTMLFormElement} form
 */
const enterField = (form) => enterFields(form, submitControls(form)).find(submitsOnEnter);

/** @param {HTMLFormElement} form */
function canBeSubmitted(form) {
  return clickableControl(form) !== undefined
    || (isFree(form) && scriptedControls(form).some(isClickable))
    || enterField(form) !== undefined;
}

export default {
  canBeSubmitted, clickableControl, enterField, fillable, required, submitControls, unfillable,
};
