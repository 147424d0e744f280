/*
 * Section pageviewExact: a page converts when its URL is the value.
 */
import corrections from '../urls/corrections.js';
import differences from '../urls/differences.js';

/** @type {UrlType} */
export default {
  compared: (_, url) => url,
  corrections: corrections.plain,
  counts: (goal, url) => url === goal.value,
  difference: (goal, url) => differences.ofLiteral(goal.value, url, false),
  isMeantBy: () => false,
  isOfAKind: () => true,
  narrower: corrections.narrower,
};
