/*
 * Measures all goals of one page as it stands. Nothing is clicked, submitted or changed; scroll
 * positions are put back. What comes back are facts; the words are Java's.
 */
const judge = (() => {
  /** Elements of one goal that are tried and described at the most. */
  const MOST_TRIED = 200;
  const MOST_DESCRIBED = 3;

  /** Kinds of field in which Enter submits the form. */
  const ENTER_SUBMITS = [
    'text', 'search', 'tel', 'url', 'email', 'password', 'date', 'month', 'week', 'time',
    'datetime-local', 'number',
  ];

  const NAMED_ATTRIBUTES =
    ['id', 'class', 'name', 'type', 'href', 'action', 'role', 'value', 'data-testid'];

  function shortened(text, most) {
    return text.length <= most ? text : text.slice(0, most - 1) + '\u2026';
  }

  /** An element's opening tag with its telling attributes. */
  function tag(element) {
    const attributes = NAMED_ATTRIBUTES
      .filter((name) => element.getAttribute(name))
      .map((name) => ` ${name}="${shortened(element.getAttribute(name), 60)}"`);
    return `<${element.localName}${attributes.join('')}>`;
  }

  /** An element as a person would point at it: its tag, and its text. */
  function describe(element) {
    const open = tag(element);
    const text = rules.asRead(element.textContent);
    const isLong = ['html', 'body', 'form', 'select', 'script', 'style'].includes(element.localName);
    return text === '' || isLong ? open : `${open}${shortened(text, 40)}</${element.localName}>`;
  }

  /** Matches that do not lie inside another match: a click on the inner one is one on the outer. */
  function apart(elements) {
    const all = new Set(elements);
    return elements.filter((element) => {
      for (let a = element.parentElement; a !== null; a = a.parentElement) {
        if (all.has(a)) {
          return false;
        }
      }
      return true;
    });
  }

  function matching(goal, textOf) {
    if (goal.type === 'clickOnText') {
      const root = document.body ?? document.documentElement;
      return rules.showing(root, goal.value, textOf);
    }
    return Array.from(document.querySelectorAll(goal.value));
  }

  /** Hundreds of hidden twins must not keep the one that is shown from being tried. */
  function renderedFirst(elements) {
    const shown = new Set(elements.filter(rules.isRendered));
    return [...shown, ...elements.filter((element) => !shown.has(element))];
  }

  /** Where a click may count: on the match itself, and for a text on the controls around it. */
  function areasOf(goal, element) {
    const areas = [element];
    if (goal.type === 'clickOnText') {
      for (let a = element.parentElement; a !== null; a = a.parentElement) {
        if (a.matches(rules.CONTROLS)) {
          areas.push(a);
        }
      }
    }
    return areas;
  }

  function judgeClick(goal, textOf) {
    const elements = matching(goal, textOf);
    const counts = (target) => rules.clickCounts(goal, target, textOf);
    // Two that count are enough to know that there are several.
    const reachable = [];
    for (const element of renderedFirst(apart(elements)).slice(0, MOST_TRIED)) {
      if (reachable.length < 2
        && areasOf(goal, element).some((area) => reach.canBeClicked(area, counts))) {
        reachable.push(element);
      }
    }
    return {
      ...evidence(elements, reachable),
      textInValue: goal.type === 'clickOnText' && reachable.length > 0
        && reachable.every(rules.isButtonLikeInput),
    };
  }

  function evidence(elements, reachable) {
    const first = [...reachable, ...elements.filter((element) => !reachable.includes(element))];
    return {
      met: reachable.length > 0,
      count: elements.length,
      reachable: reachable.length,
      described: first.slice(0, MOST_DESCRIBED).map(describe),
    };
  }

  /** The form's submit buttons, those outside the form that name it with `form=` included. */
  function submitControls(form) {
    return Array.from(document.querySelectorAll('button, input')).filter(
      (control) => control.form === form
        && (control.type === 'submit' || (control.localName === 'input' && control.type === 'image')));
  }

  function isClickable(control) {
    return !control.matches(':disabled')
      && reach.canBeClicked(control, (target) => control.contains(target));
  }

  /**
   * Enter submits a form through its first submit button, if that is enabled (it may be hidden), or,
   * in a form without one, when a single field takes text.
   */
  function canSubmitByEnter(form, controls) {
    const fields = Array.from(form.elements).filter(
      (field) => field.localName === 'input' && ENTER_SUBMITS.includes(field.type));
    const allowed = controls.length > 0 ? !controls[0].matches(':disabled') : fields.length === 1;
    return allowed && fields.some(isClickable);
  }

  function canBeSubmitted(form) {
    const controls = submitControls(form);
    return controls.some(isClickable) || canSubmitByEnter(form, controls);
  }

  function judgeForm(goal) {
    const elements = Array.from(document.querySelectorAll(goal.value));
    const forms = elements.filter((element) => rules.submitCounts(goal.value, element));
    const submittable = [];
    for (const form of forms.slice(0, MOST_TRIED)) {
      if (submittable.length < 2 && canBeSubmitted(form)) {
        submittable.push(form);
      }
    }
    return {...evidence(elements, submittable), forms: forms.length};
  }

  /** Regular expressions are not run here: a bad one would hang the page (see patterns.js). */
  function judgeUrl(goal, url) {
    if (goal.type === 'pageviewRegex') {
      return {met: false, elsewhere: true};
    }
    return {
      met: rules.urlCounts(goal, url),
      alsoMatches: goal.ignores.filter((ignored) => rules.urlCounts(goal, ignored)),
    };
  }

  function judgeOne(goal, url, textOf) {
    try {
      switch (goal.type) {
        case 'clickOnElement':
        case 'clickOnText':
          return judgeClick(goal, textOf);
        case 'formSubmit':
          return judgeForm(goal);
        default:
          return judgeUrl(goal, url);
      }
    } catch (error) {
      if (error instanceof DOMException && error.name === 'SyntaxError') {
        return {met: false, syntaxError: error.message};
      }
      throw error;
    }
  }

  /** The page's URL as the goals are written for: on the origin that the tests stand in for. */
  function definedUrl(sites) {
    const site = sites.origins.find(({servedAt}) => location.origin === servedAt);
    return site === undefined ? location.href : site.origin + location.href.slice(site.servedAt.length);
  }

  function judgeAll(goals, sites) {
    const textOf = rules.rememberingTexts();
    const url = definedUrl(sites);
    try {
      return goals.map((goal) => judgeOne(goal, url, textOf));
    } finally {
      reach.putScrollBack();
    }
  }

  return {
    judgeAll, definedUrl, describe, matching, submitControls,
    tag,
  };
})();
