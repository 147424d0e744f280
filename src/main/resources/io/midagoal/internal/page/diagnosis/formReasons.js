/*
 * Why a goal that counts a submit does not: no form, or a form that no visitor can submit.
 */
import dom from '../dom/dom.js';
import forms from '../goals/forms.js';
import judge from '../goals/judge.js';
import missing from './missing.js';
import rules from '../goals/rules.js';
import unreachable from './unreachable.js';

const MOST_NAMED = 3;

/** A selector for one form: what a person would write. */
function* selectorsFor(form) {
  if (dom.id(form) !== '') {
    yield `form#${CSS.escape(dom.id(form))}`;
  }
  for (const name of ['name', 'action', 'data-testid']) {
    const value = dom.attribute(form, name);
    if (value) {
      yield `form[${name}="${CSS.escape(value)}"]`;
    }
  }
  for (const name of dom.classes(form)) {
    yield `form.${CSS.escape(name)}`;
  }
  yield 'form';
}

const isOnlyMatch = (form) => (goal) => {
  const found = dom.all(document, goal.value);
  return found.length === 1 && found[0] === form && missing.works(goal);
};

const OWNED = ['button', 'fieldset', 'input', 'object', 'output', 'select', 'textarea'];

/** The form around, inside or behind an element that is none. */
const formOf = (element) => dom.closest(element, 'form') ?? dom.first(element, 'form')
  ?? (OWNED.includes(dom.localName(element)) ? element.form : null);

function notAForm(goal, elements) {
  const form = elements.map(formOf).find((candidate) => candidate !== null) ?? null;
  return {
    code: 'not-a-form',
    element: judge.describe(elements[0]),
    form: form === null ? null : judge.describe(form),
    suggestion: form === null ? null
      : missing.firstThatWorks(goal, selectorsFor(form), isOnlyMatch(form)),
  };
}

const isShown = (element) => unreachable.hiddenBecause(element) === null;

const why = (element) =>
  ({element: judge.describe(element), detail: unreachable.whyUnreachable(element).detail});

/** A button or link that looks as if it would submit the form. */
function plainButton(form) {
  return dom.all(form, 'button, input, a').find((button) => (dom.localName(button) === 'a'
    ? dom.matches(button, '[href]') : button.type === 'button') && isShown(button));
}

const CALLS_SUBMIT = /\bsubmit\s*\(\s*\)/;

/** A control whose own attribute has the form sent by a script: no event comes of that. */
function scriptedControl(form) {
  return dom.all(form, '[onclick], [onchange], [oninput], [onkeyup], [href^="javascript:"]')
    .find((control) => dom.attributeNames(control)
      .some((name) => (name.startsWith('on') || name === 'href')
        && CALLS_SUBMIT.test(dom.attribute(control, name))));
}

const described = (element) => (element === undefined ? null : judge.describe(element));

const isDisabled = (control) => dom.matches(control, ':disabled');

/** A script of the page may submit a form for an element of its own making. */
const customElement = (form) =>
  dom.all(form, '*').find((one) => dom.localName(one).includes('-') && isShown(one));

/**
 * What nobody can know without filling the form in: whether that enables its submit control, or
 * whether a custom element submits it. Null where there is nothing of the kind.
 */
function mayBeEnabled(form, controls) {
  const shown = controls.filter(isShown);
  const isByFields = shown.length > 0 && shown.every(isDisabled)
    && forms.fillable(form).length > 0;
  const custom = controls.length === 0 ? customElement(form) : undefined;
  return forms.unfillable(form).length > 0 || (!isByFields && custom === undefined) ? null : {
    code: 'submit-disabled',
    element: judge.describe(form),
    controls: shown.slice(0, MOST_NAMED).map(why),
    required: forms.fillable(form).slice(0, MOST_NAMED).map(judge.describe),
    customElement: described(custom),
  };
}

function noSubmit(form) {
  const controls = forms.submitControls(form);
  const hidden = unreachable.hiddenBecause(form) ?? unreachable.hasNoSize(form);
  if (hidden !== null && controls.every((control) => !isShown(control))) {
    return {...hidden, element: judge.describe(form)};
  }
  return mayBeEnabled(form, controls) ?? {
    code: 'no-submit',
    element: judge.describe(form),
    controls: controls.slice(0, MOST_NAMED).map(why),
    unfillable: forms.unfillable(form).slice(0, MOST_NAMED).map(why),
    required: forms.required(form).slice(0, MOST_NAMED).map(judge.describe),
    plainButton: described(plainButton(form)),
    scripted: described(scriptedControl(form)),
  };
}

function of(goal) {
  const elements = dom.all(document, goal.value);
  if (elements.length === 0) {
    return missing.ofSelector(goal);
  }
  const found = elements.filter((element) => rules.submitCounts(goal.value, element));
  return found.length === 0 ? notAForm(goal, elements) : noSubmit(found[0]);
}

export default {of};
