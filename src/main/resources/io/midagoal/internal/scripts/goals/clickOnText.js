/*
 * Section clickOnText: a click counts when its target is, or is inside, an innermost element whose
 * shown text contains the value, or is inside a control whose shown text contains it.
 */
import aim from '../elements/aim.js';
import clickOnElement from './clickOnElement.js';
import clicks from '../elements/clicks.js';
import describe from '../elements/describe.js';
import dom from '../dom/dom.js';
import textReasons from '../diagnosis/textReasons.js';
import texts from '../elements/texts.js';
import trial from '../elements/trial.js';

/** @param {GoalQuery} goal @param {Element} target @param {TextOf} textOf */
function counts(goal, target, textOf = texts.shownText) {
  const wanted = texts.asRead(goal.value);
  for (const element of dom.path(target)) {
    if (textOf(element).includes(wanted)) {
      const innermost =
        !dom.children(element).some((child) => textOf(child).includes(wanted));
      if (innermost || dom.matches(element, texts.CONTROLS)) {
        return true;
      }
    }
  }
  return false;
}

/** @param {GoalQuery} goal @param {TextOf} [textOf] */
const matching = (goal, textOf) => texts.showing(dom.body() ?? dom.root(), goal.value, textOf);

/**
 * Where a click may count: on the text's element, and on the controls around it.
 * @param {Element} element
 */
function areas(element) {
  const controls = dom.path(element).slice(1).filter((a) => dom.matches(a, texts.CONTROLS));
  return [element, ...controls];
}

/** @type {ClickingType} */
const clicking = {
  matching,
  areas,
  counting: (goal, textOf) => (target) => counts(goal, target, textOf),
};

/**
 * A text's element, with the control around it.
 * @param {Element} element
 */
function described(element) {
  const [, control] = areas(element);
  return control === undefined || dom.matches(element, texts.CONTROLS)
    ? describe.element(element) : `${describe.element(element)} in ${describe.tag(control)}`;
}

/** @param {GoalQuery} goal @param {Pick<Page, 'textOf'>} page */
function judge(goal, {textOf}) {
  const {facts, reachable} = clicks.judge(clicking, goal, textOf,
    (elements) => describe.first(elements, described));
  const notes = facts.met && reachable.every(texts.isButtonLikeInput)
    ? [{finding: 'text-in-value', data: {first: facts.described[0]}}] : [];
  return {...facts, notes: [...facts.notes, ...notes]};
}

const works = trial.withJudge((goal) => judge(goal, {textOf: texts.rememberingTexts()}));

/** @param {GoalQuery} goal */
const diagnose = (goal) => textReasons.why(goal, {
  shown: matching(goal),
  works,
  selectorWorks: (value) => clickOnElement.works({...goal, value}),
});

/**
 * The elements that contain the text, shown or not.
 * @param {GoalQuery} goal
 */
const elements = (goal) => matching({...goal, value: goal.value.toLowerCase()},
  (element) => texts.asRead(dom.textContent(element)).toLowerCase());

/** @type {ElementType} */
export default {
  event: 'click',
  aim: (goal) => aim.atFirst(clicks.clickable(clicking, goal)),
  counts,
  diagnose,
  elements,
  hidden: (goal) => [...matching(goal), ...textReasons.containingUnseen(goal)],
  judge,
};
