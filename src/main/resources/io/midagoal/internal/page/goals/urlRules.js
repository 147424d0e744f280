/*
 * The rules by which Mida decides whether a URL counts. Nothing here needs a page, so that it also
 * loads in a worker. The guide's page "Matching rules" tells them in words.
 */
/** Section URLs: patterns that start at the path are compared with path and query. */
function comparedPart(goal, url) {
  const pathOnly =
    (goal.type === 'pageviewWildcard' && goal.value.startsWith('/'))
    || (goal.type === 'pageviewRegex' && /^(\/|\^\/|\^\\\/)/.test(goal.value));
  if (!pathOnly) {
    return url;
  }
  const parsed = new URL(url);
  return parsed.pathname + parsed.search;
}

/**
 * Section pageviewWildcard: the whole must match, * stands for anything, the rest is literal.
 * Between a fixed beginning and a fixed end, each part is looked for as early as it can stand:
 * what an earlier place leaves is never less, so that nothing has to be tried twice.
 */
function wildcardMatches(pattern, text) {
  const parts = pattern.split('*');
  if (parts.length === 1) {
    return pattern === text;
  }
  const first = parts.shift();
  const last = parts.pop();
  const end = text.length - last.length;
  if (!text.startsWith(first) || !text.endsWith(last) || end < first.length) {
    return false;
  }
  let from = first.length;
  for (const part of parts) {
    const at = text.indexOf(part, from);
    if (at < 0 || at + part.length > end) {
      return false;
    }
    from = at + part.length;
  }
  return true;
}

/** Whether a page with this URL counts. Throws a SyntaxError for an invalid regular expression. */
function urlCounts(goal, url) {
  switch (goal.type) {
    case 'pageview':
      return url.includes(goal.value);
    case 'pageviewExact':
      return url === goal.value;
    case 'pageviewWildcard':
      return wildcardMatches(goal.value, comparedPart(goal, url));
    default:
      return new RegExp(goal.value).test(comparedPart(goal, url));
  }
}

export default {comparedPart, urlCounts};
