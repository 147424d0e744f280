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

/** The form's submit controls, those outside the form that name it with `form=` included. */
function submitControls(form) {
  return dom.all(document, 'button, input').filter((control) => control.form === form
    && (control.type === 'submit' || dom.matches(control, 'input[type="image" i]')));
}

function isClickable(control) {
  return !dom.matches(control, ':disabled')
    && reach.canBeClicked(control, (target) => dom.contains(control, target));
}

/* ---- the browser's checks ---- */

const isInert = (field) => dom.closest(field, '[inert]') !== null;

/** Rendered, visible and not in a closed `<details>`: the browser does not open one for a field. */
function canTakeFocus(field) {
  return dom.checkVisibility(field, {visibilityProperty: true}) && !isInert(field);
}

/** Radio buttons are checked as a group: any of them will do. */
function groupOf(field, fields) {
  return field.type === 'radio'
    ? fields.filter((other) => other.type === 'radio' && other.name === field.name) : [field];
}

/** What a list has that a library draws: something to type into or to move in, and no field's name. */
const DRAWN_LIST = 'input:not([name]), [tabindex], [role="combobox"], [role="listbox"],'
  + ' [aria-haspopup="listbox"]';

const chosenText = (field) =>
  texts.asRead(Array.from(field.selectedOptions, (option) => option.label).join(' '));

/** Libraries hide a drop-down and show a list of their own behind it, or beside it with its text. */
function hasStandIn(field, fields) {
  if (dom.localName(field) !== 'select') {
    return false;
  }
  const chosen = chosenText(field);
  return dom.children(dom.parent(field))
    .filter((beside) => !fields.includes(beside) && texts.isRendered(beside))
    .some((beside) => (chosen !== '' && texts.shownText(beside).includes(chosen))
      || (beside === field.nextElementSibling && dom.first(beside, DRAWN_LIST) !== null));
}

const WORKED_BY_LABEL = ['checkbox', 'radio', 'file'];

function canBeFilled(field, fields) {
  return groupOf(field, fields).some((one) => canTakeFocus(one)
    || (WORKED_BY_LABEL.includes(one.type) && isClickable(one))) || hasStandIn(field, fields);
}

/** Fields that stop every submit: what they hold is not valid, and no visitor can change it. */
function unfillable(form) {
  if (dom.attribute(form, 'novalidate') !== null) {
    return [];
  }
  const fields = dom.fields(form);
  return fields.filter((field) => dom.matches(field, ':invalid') && !canBeFilled(field, fields));
}

const NOT_FILLED_IN = ['button', 'hidden', 'image', 'output', 'reset', 'submit'];

/** Fields that a visitor can fill in. */
function fillable(form) {
  const fields = dom.fields(form);
  return fields.filter((field) => !NOT_FILLED_IN.includes(field.type)
    && !dom.matches(field, ':disabled') && canBeFilled(field, fields));
}

/** Fields that a visitor has to fill first. */
function required(form) {
  return dom.fields(form).filter((field) => dom.matches(field, ':invalid'));
}

/* ---- the ways to submit ---- */

const SCRIPTED = ['onclick', 'onchange', 'oninput', 'href']
  .map((name) => `[${name}*="requestSubmit("]`).join(', ');

const skipsChecks = (control) => control.formNoValidate;

const isText = ({type}) => TEXT_FIELDS.includes(type);

/**
 * What Enter in a field presses: the first control, hidden or not, and nothing where that is
 * disabled; in a field that takes no text, the first that is not disabled.
 */
function pressedByEnter(field, controls) {
  return (isText(field) ? controls.slice(0, 1) : controls)
    .find((control) => !dom.matches(control, ':disabled'));
}

/** Fields in which Enter submits the form, as far as its checks let it pass. */
function enterFields(form, controls) {
  const inputs = dom.fields(form).filter((field) => dom.localName(field) === 'input');
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

const submitsOnEnter = (field) => canTakeFocus(field) && isClickable(field);

/** Plain controls whose own attribute has a script submit the form as a visitor would. */
const scriptedControls = (form) => dom.all(form, SCRIPTED);

const isFree = (form) => unfillable(form).length === 0;

/** Whether the browser's checks let a control submit the form: they are the same for all of them. */
function passing(form) {
  const mayPass = isFree(form);
  return (control) => mayPass || skipsChecks(control);
}

/** The first submit control that a visitor can click, or undefined. */
function clickableControl(form) {
  const passes = passing(form);
  return submitControls(form).find((control) => passes(control) && isClickable(control));
}

/** The first field in which a visitor's Enter submits the form, or undefined. */
const enterField = (form) => enterFields(form, submitControls(form)).find(submitsOnEnter);

function canBeSubmitted(form) {
  return clickableControl(form) !== undefined
    || (isFree(form) && scriptedControls(form).some(isClickable))
    || enterField(form) !== undefined;
}

export default {
  canBeSubmitted, clickableControl, enterField, fillable, required, submitControls, unfillable,
};
