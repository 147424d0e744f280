/*
 * Section clickOnElement: a click counts when its target, or an ancestor of it, matches the selector.
 */
import aim from '../elements/aim.js';
import atClick from '../elements/atClick.js';
import clicks from '../elements/clicks.js';
import dom from '../dom/dom.js';
import noMatch from '../diagnosis/noMatch.js';
import selectors from '../diagnosis/selectors.js';
import trial from '../elements/trial.js';
import unreachable from '../diagnosis/unreachable.js';

/** @param {GoalQuery} goal @param {Element} target */
const counts = (goal, target) => dom.closest(target, goal.value) !== null;

/** @param {GoalQuery} goal */
const matching = (goal) => dom.all(document, atClick.selector(goal.value));

/** @type {ClickingType} */
const clicking = {
  matching,
  areas: (element) => [element],
  counting(goal) {
    const selector = atClick.selector(goal.value);
    return (target) => dom.closest(target, selector) !== null;
  },
};

/** @param {GoalQuery} goal */
function judge(goal) {
  const {facts, reachable} = clicks.judge(clicking, goal);
  return {...facts, notes: [...facts.notes, ...selectors.notes(goal.value, reachable[0])]};
}

const works = trial.withJudge(judge);

/** @param {GoalQuery} goal */
function diagnose(goal) {
  const elements = dom.all(document, goal.value);
  if (elements.length === 0) {
    return noMatch.ofSelector(goal, works);
  }
  return matching(goal).length === 0
    ? noMatch.onHover(goal, elements[0], works) : unreachable.nearestReason(elements);
}

/** @type {ElementType & {works: Works}} */
export default {
  event: 'click',
  aim: (goal) => aim.atFirst(clicks.clickable(clicking, goal)),
  counts,
  diagnose,
  elements: matching,
  hidden: matching,
  judge,
  works,
};
