/*
 * Section pageview: a page converts when its URL contains the value.
 */
import corrections from '../urls/corrections.js';
import differences from '../urls/differences.js';

/**
 * Whether a value matches nearly every page, so that it is no correction.
 * @param {string} value
 */
const isTooGeneral = (value) => value.length < 2 || /^https?:\/\/[^/?#]*\/?$/.test(value);

/** @type {UrlType} */
export default {
  compared: (_, url) => url,
  corrections: corrections.plain,
  counts: (goal, url) => url.includes(goal.value),
  difference: (goal, url) => differences.ofLiteral(goal.value, url, true),
  isMeantBy: ({type, value}) =>
    ['pageviewExact', 'pageviewWildcard'].includes(type) && !isTooGeneral(value),
  isOfAKind: () => false,
  isTooGeneral,
  narrower: corrections.narrower,
};
