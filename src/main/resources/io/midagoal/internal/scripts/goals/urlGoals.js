/*
 * Judges a URL goal on the page that was opened.
 */
import arrival from '../urls/arrival.js';
import otherPages from '../urls/otherPages.js';

/** @param {UrlType} type @param {GoalQuery} goal @param {Page} page @returns {GoalFacts} */
function judge(type, goal, {url, sites}) {
  // A bad expression would hang the page: urlQuestions.js has them judged in a worker.
  if (type.isExpression) {
    return {met: false, elsewhere: true};
  }
  const met = type.counts(goal, url);
  return {
    met,
    alsoMatches: goal.ignores.filter((ignored) => type.counts(goal, new URL(ignored).href)),
    otherPages: met ? otherPages.countedBy(type, goal, url, arrival.links(sites)) : null,
  };
}

/**
 * A URL type as a type that is judged on pages.
 * @param {UrlType} type @returns {GoalType}
 */
const onPages = (type) => ({...type, judge: (goal, page) => judge(type, goal, page)});

export default {onPages};
