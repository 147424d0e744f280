/*
 * Finds out, for the goals that failed, why they did and what would have worked. Everything that is
 * suggested has been tried on this page.
 */
const diagnose = (() => {
  /** The first candidate that would make the goal count on this page, or null. */
  function firstThatWorks(goal, candidates, works) {
    const tried = new Set();
    for (const value of candidates) {
      if (!tried.has(value) && nearby.isValid(value)) {
        tried.add(value);
        if (works({...goal, value})) {
          return value;
        }
      }
    }
    return null;
  }

  const judged = (goal) => judge.judgeAll([goal], {asked: '', origins: []})[0];

  const works = (goal) => judged(goal).met;

  /* ---- where else it is ---- */

  function* nestedDocuments() {
    for (const frame of document.querySelectorAll('iframe, frame')) {
      // Another origin's document is not ours to look into: contentDocument is null then.
      if (frame.contentDocument !== null) {
        yield {host: frame, root: frame.contentDocument, code: 'only-in-iframe'};
      }
    }
  }

  function* shadowRoots(root) {
    for (const host of root.querySelectorAll('*')) {
      if (host.shadowRoot !== null) {
        yield {host, root: host.shadowRoot, code: 'only-in-shadow-root'};
        yield* shadowRoots(host.shadowRoot);
      }
    }
  }

  function outOfReach(holds) {
    for (const {host, root, code} of [...nestedDocuments(), ...shadowRoots(document)]) {
      if (holds(root)) {
        return {code, host: judge.tag(host)};
      }
    }
    return null;
  }

  function missingSelector(goal) {
    const elsewhere = outOfReach((root) => root.querySelector(goal.value) !== null);
    if (elsewhere !== null) {
      return elsewhere;
    }
    const suggestion = firstThatWorks(goal, nearby.variants(goal.value), works);
    return {
      code: 'no-match',
      stillMatching: nearby.stillMatching(goal.value),
      suggestion,
      nearest: suggestion === null ? null : judge.describe(document.querySelector(suggestion)),
    };
  }

  /* ---- the types ---- */

  function ofElement(goal) {
    const elements = Array.from(document.querySelectorAll(goal.value));
    return elements.length === 0 ? missingSelector(goal) : unreachable.nearestReason(elements);
  }

  /** Letters alone, so that texts can be compared without regard to how they are written. */
  const plain = (text) => rules.asRead(text).toLowerCase();
  const bare = (text) => plain(text.normalize('NFKC'))
    .replace(/[\u2018\u2019\u201C\u201D`´]/g, "'").replace(/"/g, "'")
    .replace(/[\u2010-\u2015]/g, '-').replace(/\u2026/g, '...').replace(/\s/g, '');

  /** Texts of what is there to be clicked, as shown. */
  function offeredTexts() {
    return Array.from(document.querySelectorAll(`${rules.CONTROLS}, h1, h2, h3, h4, p, li, span, div`))
      .slice(0, 3000).map(rules.shownText).filter((text) => text !== '' && text.length <= 120);
  }

  function sameLetters(goal, reduce) {
    const wanted = reduce(goal.value);
    return offeredTexts().filter((text) => reduce(text).includes(wanted))
      .sort((a, b) => a.length - b.length)
      .map((text) => {
        const at = text.toLowerCase().indexOf(plain(goal.value));
        return at < 0 ? text : text.slice(at, at + rules.asRead(goal.value).length);
      });
  }

  const ATTRIBUTES_WITH_TEXT = ['alt', 'aria-label', 'placeholder', 'title', 'value'];

  function inAttribute(goal) {
    const wanted = rules.asRead(goal.value);
    for (const name of ATTRIBUTES_WITH_TEXT) {
      for (const element of document.querySelectorAll(`[${name}]`)) {
        if (rules.asRead(element.getAttribute(name)).includes(wanted)) {
          return {element: judge.describe(element), where: `the attribute ${name}`};
        }
      }
    }
    return null;
  }

  /** The innermost elements that hold the text without showing it. */
  function holdingUnseen(goal) {
    const wanted = rules.asRead(goal.value);
    const holds = (element) => rules.asRead(element.textContent).includes(wanted);
    return Array.from(document.body?.querySelectorAll('*') ?? [])
      .filter((element) => !['script', 'style', 'noscript', 'template'].includes(element.localName))
      .filter((element) => holds(element) && !Array.from(element.children).some(holds));
  }

  function ofText(goal) {
    const shown = judge.matching(goal);
    if (shown.length > 0) {
      return unreachable.nearestReason(shown);
    }
    for (const [code, reduce] of [['text-case', plain], ['text-whitespace', bare]]) {
      const texts = sameLetters(goal, reduce);
      if (texts.length > 0) {
        return {code, found: texts[0], suggestion: firstText(goal, texts)};
      }
    }
    const attribute = inAttribute(goal);
    if (attribute !== null) {
      return {code: 'text-not-shown', ...attribute};
    }
    const unseen = holdingUnseen(goal);
    if (unseen.length > 0) {
      return {...unreachable.nearestReason(unseen), code: 'text-not-shown'};
    }
    const elsewhere = outOfReach((root) => rules.asRead(root.textContent ?? root.body?.textContent ?? '')
      .includes(rules.asRead(goal.value)));
    return elsewhere
      ?? {code: 'no-match', suggestion: firstText(goal, nearby.nearest(goal.value, offeredTexts()))};
  }

  function firstText(goal, texts) {
    return texts.find((value) => works({...goal, value})) ?? null;
  }

  /** A selector for one form: what a person would write. */
  function* selectorsFor(form) {
    if (form.id !== '') {
      yield `form#${CSS.escape(form.id)}`;
    }
    for (const name of ['name', 'action', 'data-testid']) {
      const value = form.getAttribute(name);
      if (value) {
        yield `form[${name}="${CSS.escape(value)}"]`;
      }
    }
    for (const name of form.classList) {
      yield `form.${CSS.escape(name)}`;
    }
    yield 'form';
  }

  const isOnlyMatch = (form) => (goal) => {
    const found = document.querySelectorAll(goal.value);
    return found.length === 1 && found[0] === form && works(goal);
  };

  function notAForm(goal, elements) {
    const form = elements.map((element) => element.closest('form') ?? element.querySelector('form')
      ?? element.form ?? null).find((candidate) => candidate !== null) ?? null;
    return {
      code: 'not-a-form',
      element: judge.describe(elements[0]),
      form: form === null ? null : judge.describe(form),
      suggestion: form === null ? null : firstThatWorks(goal, selectorsFor(form), isOnlyMatch(form)),
    };
  }

  function noSubmit(form) {
    const controls = judge.submitControls(form);
    const isShown = (control) => unreachable.hiddenBecause(control) === null;
    const isHidden = unreachable.hiddenBecause(form) ?? unreachable.hasNoSize(form);
    if (isHidden !== null && controls.every((control) => !isShown(control))) {
      return {...isHidden, element: judge.describe(form)};
    }
    const plainButton = Array.from(form.querySelectorAll('button, input, a'))
      .find((button) => (button.localName === 'a' ? button.matches('[href]') : button.type === 'button')
        && isShown(button));
    return {
      code: 'no-submit',
      element: judge.describe(form),
      controls: controls.slice(0, 3).map((control) => ({
        element: judge.describe(control), detail: unreachable.whyUnreachable(control).detail,
      })),
      plainButton: plainButton === undefined ? null : judge.describe(plainButton),
    };
  }

  function ofForm(goal) {
    const elements = Array.from(document.querySelectorAll(goal.value));
    if (elements.length === 0) {
      return missingSelector(goal);
    }
    const forms = elements.filter((element) => element.localName === 'form');
    return forms.length === 0 ? notAForm(goal, elements) : noSubmit(forms[0]);
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
        return ofText(goal);
      case 'formSubmit':
        return ofForm(goal);
      default:
        return ofUrl(goal, url);
    }
  }

  function diagnoseAll(goals, sites) {
    const url = judge.definedUrl(sites);
    try {
      return goals.map((goal) => diagnoseOne(goal, url));
    } finally {
      reach.putScrollBack();
    }
  }

  return {diagnoseAll};
})();
