/*
 * Links of a page to other pages of its site that a URL goal counts as well. Pages of the same kind are
 * left out: patterns are meant to match several of them.
 */
const MOST_NAMED = 3;

/**
 * Identifies a page: without query and fragment, unless the fragment is a route.
 * @param {string} url
 */
function pageOf(url) {
  const {origin, pathname, hash} = new URL(url);
  return origin + pathname + (/^#!?\//.test(hash) ? hash : '');
}

/**
 * The other pages that a goal of this type counts.
 * @param {UrlType} type @param {GoalQuery} goal @param {string} url @param {string[]} links
 * @returns {OtherPages}
 */
function countedBy(type, goal, url, links) {
  const known = new Set([url, url.replace(/#.*$/s, ''), ...goal.visits, ...goal.ignores]
    .filter((one) => URL.canParse(one)).map(pageOf));
  const others = new Set();
  for (const link of links) {
    const isOther = new URL(link).origin === new URL(url).origin && !known.has(pageOf(link));
    if (isOther && !type.isOfAKind(url, link) && type.counts(goal, link)) {
      others.add(pageOf(link));
    }
  }
  return {count: others.size, first: Array.from(others).slice(0, MOST_NAMED)};
}

export default {countedBy};
