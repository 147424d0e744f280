/*
 * Which of a page's links lead to other pages of the site that a URL goal counts as well. Told where
 * it may surprise only: a pattern is there to match several pages of a kind.
 */
const MOST_NAMED = 3;

/**
 * What makes a page another one: query and fragment do not, but for a fragment that is a route.
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
