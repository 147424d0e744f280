/*
 * Finds out, for the goals of elements, texts and forms that failed, why they did and what would have
 * worked (of URLs, urls.js does). Everything that is suggested has been tried on this page.
 */
import dom from '../dom/dom.js';
import formReasons from './formReasons.js';
import judge from '../goals/judge.js';
import missing from './missing.js';
import openers from './openers.js';
import reach from '../geometry/reach.js';
import rules from '../goals/rules.js';
import textReasons from './textReasons.js';
import unreachable from './unreachable.js';

function ofElement(goal) {
  const elements = dom.all(document, goal.value);
  if (elements.length === 0) {
    return missing.ofSelector(goal);
  }
  return judge.matching(goal).length === 0
    ? missing.ofPointer(goal, elements[0]) : unreachable.nearestReason(elements);
}

function diagnoseOne(goal) {
  switch (goal.type) {
    case 'clickOnElement':
      return ofElement(goal);
    case 'clickOnText':
      return textReasons.of(goal);
    default:
      return formReasons.of(goal);
  }
}

/** What a visitor may have to open first is named beside what is hidden. */
function withOpener(goal, diagnosis) {
  if (!['hidden', 'no-submit', 'text-not-shown'].includes(diagnosis.code)) {
    return diagnosis;
  }
  const unseen = goal.type === 'clickOnText'
    ? [...judge.matching(goal), ...textReasons.holdingUnseen(goal)]
    : judge.matching(goal).flatMap((element) => (rules.submitCounts(goal.value, element)
      ? [element, ...forms.submitControls(element)] : [element]));
  return {...diagnosis, opener: openers.of(unseen)};
}

function diagnoseAll(goals) {
  try {
    return goals.map((goal) => withOpener(goal, diagnoseOne(goal)));
  } finally {
    reach.putBack();
  }
}

export default {diagnoseAll};
