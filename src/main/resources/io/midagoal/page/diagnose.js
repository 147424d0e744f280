/*
 * Finds out, for the goals that failed, why they did and what would have worked. Everything that is
 * suggested has been tried on this page.
 */
const diagnose = (() => {
  function ofElement(goal) {
    const elements = dom.all(document, goal.value);
    return elements.length === 0 ? missing.ofSelector(goal) : unreachable.nearestReason(elements);
  }

  /* ---- URLs ---- */

  const PARTS = [
    ['scheme', (url) => url.protocol], ['host', (url) => url.hostname], ['port', (url) => url.port],
    ['path', (url) => url.pathname], ['query', (url) => url.search], ['fragment', (url) => url.hash],
  ];

  /** The first part in which two URLs differ, with a word for how. */
  function firstDifference(expected, found) {
    if (!URL.canParse(expected)) {
      return null;
    }
    const [a, b] = [new URL(expected), new URL(found)];
    for (const [part, of] of PARTS) {
      if (of(a) !== of(b)) {
        return {part: nameOfDifference(part, of(a), of(b)), expected: of(a), found: of(b)};
      }
    }
    return {part: 'spelling', expected, found};
  }

  function nameOfDifference(part, a, b) {
    if (part === 'host' && a.replace(/^www\./, '') === b.replace(/^www\./, '')) {
      return 'www';
    }
    if (part === 'path' && a.replace(/\/$/, '') === b.replace(/\/$/, '')) {
      return 'slash';
    }
    if (a.toLowerCase() === b.toLowerCase()) {
      return 'case';
    }
    return decoded(a) === decoded(b) ? 'encoding' : part;
  }

  function decoded(text) {
    try {
      return decodeURIComponent(text);
    } catch {
      return text;
    }
  }

  /** Values near the one that was meant, the narrowest first; then the page's own URL. */
  function urlCandidates(goal, url) {
    const {value} = goal;
    const own = new URL(url);
    const path = own.pathname + own.search;
    if (goal.type === 'pageviewWildcard') {
      const whole = value.startsWith('/') ? path : url;
      return [value.replace(/\/$/, ''), `${value}/`, `${value}*`, `*${value}`, `*${value}*`, whole];
    }
    const contained = [value.replace(/\/$/, ''), value.toLowerCase(), path.length > 1 ? path : url];
    return goal.type === 'pageview' ? [...contained, url] : [url];
  }

  function ofUrl(goal, url) {
    const suggestion = urlCandidates(goal, url)
      .find((value) => value !== '' && value !== goal.value && rules.urlCounts({...goal, value}, url));
    return {
      code: 'url-mismatch',
      difference: firstDifference(goal.value.replace(/\*.*$/, ''), url),
      compared: rules.comparedPart(goal, url),
      suggestion: suggestion ?? null,
    };
  }

  function diagnoseOne(goal, url) {
    switch (goal.type) {
      case 'clickOnElement':
        return ofElement(goal);
      case 'clickOnText':
        return textReasons.of(goal);
      case 'formSubmit':
        return formReasons.of(goal);
      default:
        return ofUrl(goal, url);
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

  function diagnoseAll(goals, sites) {
    const url = judge.definedUrl(sites);
    try {
      return goals.map((goal) => withOpener(goal, diagnoseOne(goal, url)));
    } finally {
      reach.putBack();
    }
  }

  return {diagnoseAll};
})();
