/*
 * How a visitor can submit a form: by its submit controls or by Enter, and only if it passes the
 * browser's validation. Measured with real input in Chromium (RealSubmitsTest).
 */
import dom from '../dom/dom.js';
import reach from '../geometry/reach.js';
import texts from './texts.js';

/** A form without a submit control submits on Enter in its only field of these types. */
const TEXT_FIELDS = ['text', 'search', 'tel', 'url', 'email', 'password', 'number'];

/** Enter in one of these presses a submit control of the form. */
const ENTER_PRESSES = [
  ...TEXT_FIELDS, 'date', 'month', 'week', 'time', 'datetime-local', 'checkbox', 'radio', 'range',
];

/**
 * The form's submit controls, including those outside of it with a `form` attribute.
 * @param {HTMLFormElement} form
 */
function submitControls(form) {
  const controls = /** @type {SubmitControl[]} */ (dom.all(document, 'button, input'));
  return controls.filter((control) => control.form === form
    && (control.type === 'submit' || dom.matches(control, 'input[type="image" i]')));
}

/** @param {Element} control */
const isClickable = (control) =>
  !dom.matches(control, ':disabled') && reach.canBeClicked(control);

/* ---- validation ---- */

/** @param {Element} field */
const isInert = (field) => dom.closest(field, '[inert]') !== null;

/**
 * The browser opens no closed `<details>` to focus a field.
 * @param {Element} field
 */
function canTakeFocus(field) {
  return dom.checkVisibility(field, {visibilityProperty: true}) && !isInert(field);
}

/**
 * Radio buttons are validated as a group.
 * @param {Field} field @param {Field[]} fields
 */
function groupOf(field, fields) {
  return field.type === 'radio'
    ? fields.filter((other) => other.type === 'radio' && other.name === field.name) : [field];
}

/** Parts of a drop-down drawn by a library: they can be typed into or focused, and have no name. */
const DRAWN_LIST = 'input:not([name]), [tabindex], [role="combobox"], [role="listbox"],'
  + ' [aria-haspopup="listbox"]';

/** @param {HTMLSelectElement} field */
const chosenText = (field) =>
  texts.asRead(Array.from(field.selectedOptions, (option) => option.label).join(' '));

/**
 * Libraries hide a `<select>` and show a list of their own right behind it, or near it with its text.
 * @param {Field} field @param {Element[]} fields
 */
function hasReplacement(field, fields) {
  if (dom.localName(field) !== 'select') {
    return false;
  }
  const chosen = chosenText(/** @type {HTMLSelectElement} */ (field));
  return dom.children(/** @type {Element} */ (dom.parent(field)))
    .filter((beside) => !fields.includes(beside) && texts.isRendered(beside))
    .some((beside) => (chosen !== '' && texts.shownText(beside).includes(chosen))
      || (beside === field.nextElementSibling && dom.first(beside, DRAWN_LIST) !== null));
}

const USABLE_BY_LABEL = ['checkbox', 'radio', 'file'];

/** @param {Field} field @param {Field[]} fields */
function canBeFilled(field, fields) {
  return groupOf(field, fields).some((one) => canTakeFocus(one)
    || (USABLE_BY_LABEL.includes(one.type) && isClickable(one))) || hasReplacement(field, fields);
}

/**
 * Fields that fail validation and that no visitor can fill in: they stop every submit.
 * @param {HTMLFormElement} form
 */
function unfillable(form) {
  if (dom.attribute(form, 'novalidate') !== null) {
    return [];
  }
  const fields = dom.fields(form);
  return fields.filter((field) => dom.matches(field, ':invalid') && !canBeFilled(field, fields));
}

const NOT_FILLABLE = ['button', 'hidden', 'image', 'output', 'reset', 'submit'];

/**
 * Fields that a visitor can fill in.
 * @param {HTMLFormElement} form
 */
function fillable(form) {
  const fields = dom.fields(form);
  return fields.filter((field) => !NOT_FILLABLE.includes(field.type)
    && !dom.matches(field, ':disabled') && canBeFilled(field, fields));
}

/**
 * Fields that a visitor has to fill in first.
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
 * What Enter in a field presses: in a text field the first control, even if hidden, but nothing if it
 * is disabled; in other fields, the first control that is not disabled.
 * @param {HTMLInputElement} field @param {SubmitControl[]} controls
 */
function pressedByEnter(field, controls) {
  return (isText(field) ? controls.slice(0, 1) : controls)
    .find((control) => !dom.matches(control, ':disabled'));
}

/**
 * Fields in which Enter submits the form, if it passes validation.
 * @param {HTMLFormElement} form @param {SubmitControl[]} controls
 */
function enterFields(form, controls) {
  const inputs = /** @type {HTMLInputElement[]} */ (
    dom.fields(form).filter((field) => dom.localName(field) === 'input'));
  if (controls.length === 0) {
    const fields = inputs.filter(isText);
    return fields.length === 1 && hasNoUnfillable(form) ? fields : [];
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
 * Plain controls whose attribute calls `requestSubmit()`.
 * @param {HTMLFormElement} form
 */
const scriptedControls = (form) => dom.all(form, SCRIPTED);

/** @param {HTMLFormElement} form */
const hasNoUnfillable = (form) => unfillable(form).length === 0;

/**
 * Tells whether validation lets a control submit the form; validates once for all controls.
 * @param {HTMLFormElement} form @returns {(control: SubmitControl) => boolean}
 */
function passing(form) {
  const mayPass = hasNoUnfillable(form);
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
    || (hasNoUnfillable(form) && scriptedControls(form).some(isClickable))
    || enterField(form) !== undefined;
}

export default {
  canBeSubmitted, clickableControl, enterField, fillable, required, submitControls, unfillable,
};
