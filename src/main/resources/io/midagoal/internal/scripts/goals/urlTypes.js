/*
 * The goal types that are judged by the URL. A type is one module, which exports
 *
 * - `counts(goal, url)`: whether a page with this URL converts;
 * - `compared(goal, url)`: the part of the URL that the value is compared with;
 * - `difference(goal, url)`: where value and URL begin to differ, or null;
 * - `corrections(goal, pages)`: values that may have been meant, each with the mistake they correct;
 * - `narrower(goal, pages)`: more specific values;
 * - `isMeantBy(goal)`: whether a value of another type looks as if it were meant for this one;
 * - `isOfAKind(url, other)`: whether nobody is surprised that a value matches both pages.
 *
 * Nothing here needs a page, so that regular expressions can run in a worker: a bad one never ends.
 */
import pageview from './pageview.js';
import pageviewExact from './pageviewExact.js';
import pageviewRegex from './pageviewRegex.js';
import pageviewWildcard from './pageviewWildcard.js';

/** @type {Record<string, UrlType>} */
const ALL = {pageviewWildcard, pageviewRegex, pageview, pageviewExact};

/**
 * The type of a goal.
 * @param {GoalQuery} goal
 */
function of({type}) {
  if (!Object.hasOwn(ALL, type)) {
    throw new Error(`midagoal cannot compare URLs for goals of the type ${type}`);
  }
  return ALL[type];
}

export default {ALL, of};
