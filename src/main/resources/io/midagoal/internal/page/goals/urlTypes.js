/*
 * All that differs by goal type among the types of URLs. A type is one module, which exports
 *
 * - `counts(goal, url)`, whether a page with this URL converts;
 * - `compared(goal, url)`, the part of the URL that the value is compared with;
 * - `difference(goal, url)`, where value and URL begin to differ, or null;
 * - `corrections(goal, pages)`, values that may have been meant, each with what would have been wrong;
 *   `narrower(goal, pages)`, values that say more of the page;
 * - `isMeantBy(goal)`, whether a value looks as if it were meant for this type;
 * - `isOfAKind(url, other)`, whether matching both pages is no surprise.
 *
 * Nothing here needs a page: a bad regular expression would hang it, so that those are judged in a
 * worker.
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
