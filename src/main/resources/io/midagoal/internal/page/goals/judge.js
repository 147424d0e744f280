/*
 * Measures all goals of one page as it stands. Nothing is clicked, submitted or changed; scroll
 * positions are put back. What comes back are facts; the words are Java's.
 */
import arrival from '../urls/arrival.js';
import dom from '../dom/dom.js';
import forms from './forms.js';
import otherPages from '../urls/otherPages.js';
import reach from '../geometry/reach.js';
import rules from './rules.js';
import selectors from './selectors.js';
import snippet from './snippet.js';
import urlRules from './urlRules.js';

/** Elements of one goal that are tried and described at the most. */
const MOST_TRIED = 200;
const MOST_DESCRIBED = 3;

const NAMED_ATTRIBUTES =
  ['id', 'class', 'name', 'type', 'href', 'action', 'role', 'value', 'data-testid'];

function shortened(text, most) {
  return text.length <= most ? text : text.slice(0, most - 1) + '\u2026';
}

/** An element's opening tag with its telling attributes. */
function tag(element) {
  const attributes = NAMED_ATTRIBUTES
    .filter((name) => dom.attribute(element, name))
    .map((name) => ` ${name}="${shortened(dom.attribute(element, name), 60)}"`);
  return `<${dom.localName(element)}${attributes.join('')}>`;
}

/** An element as a person would point at it: its tag, and its text. */
function describe(element) {
  const open = tag(element);
  const text = rules.asRead(dom.textContent(element));
  const isLong = ['html', 'body', 'form', 'select', 'script', 'style'].includes(dom.localName(element));
  return text === '' || isLong ? open : `${open}${shortened(text, 40)}</${dom.localName(element)}>`;
}

/** Matches that do not lie inside another match: a click on the inner one is one on the outer. */
function apart(elements) {
  const all = new Set(elements);
  return elements.filter((element) => {
    for (let a = dom.parent(element); a !== null; a = dom.parent(a)) {
      if (all.has(a)) {
        return false;
      }
    }
    return true;
  });
}

/** The pseudo-classes that a click itself brings about; escapes and strings hold none. */
const STATES = new RegExp([
  /\\./, /"(?:\\.|[^"\\])*"/, /'(?:\\.|[^'\\])*'/,
  // Beside the pointer nothing is hovered, nor focused.
  /(?:(?<alone>(?<![^\s>+~,(]))|):(?:hover|focus-within|focus)(?![\w\\-]|[^\s>+~,]*\s*[+~])/,
  /(?<!:not\():checked(?=[^\s>+~,]*\s*(?:,|$))/,
].map(({source}) => source).join('|'), 'gis');

const FOCUSABLE = 'a[href], area[href], button, input, select, summary, textarea, [tabindex],'
  + ' [contenteditable]:not([contenteditable="false" i])';

/** What stands for each: pressing the button gives the focus, a box is ticked before its event. */
const AT_CLICK = {
  ':checked': ':is(:checked, input[type="checkbox" i], input[type="radio" i])',
  ':focus': `:is(${FOCUSABLE})`,
  ':focus-within': `:is(${FOCUSABLE}, :has(${FOCUSABLE}))`,
};

/** The selector as it is at the click: whoever clicks an element points at it, and at what it is in. */
function atClick(selector) {
  return selector.replace(STATES, (found, ...rest) => {
    const name = found.toLowerCase();
    if (name === ':hover') {
      return rest.at(-1).alone === undefined ? '' : '*';
    }
    return AT_CLICK[name] ?? found;
  });
}

function matching(goal, textOf) {
  if (goal.type === 'clickOnText') {
    const root = dom.body() ?? dom.root();
    return rules.showing(root, goal.value, textOf);
  }
  return dom.all(document, atClick(goal.value));
}

const isInView = (element) => dom.rects(element)
  .some((box) => reach.countsAt((box.left + box.right) / 2, (box.top + box.bottom) / 2,
    (target) => dom.contains(element, target)));

/** Hundreds of hidden twins must not keep the one that is shown from being tried. */
function likelyFirst(elements) {
  if (elements.length <= MOST_TRIED) {
    return elements;
  }
  const likely = [isInView, rules.isRendered, () => true];
  return Array.from(new Set(likely.flatMap((is) => elements.filter(is))));
}

/** Where a click may count: on the match itself, and for a text on the controls around it. */
function areasOf(goal, element) {
  const areas = [element];
  if (goal.type === 'clickOnText') {
    for (let a = dom.parent(element); a !== null; a = dom.parent(a)) {
      if (dom.matches(a, rules.CONTROLS)) {
        areas.push(a);
      }
    }
  }
  return areas;
}

/** The matches that are tried, in their order, with the places where a click on each may count. */
function clickable(goal, textOf, elements = matching(goal, textOf)) {
  const clicked = goal.type === 'clickOnElement' ? {...goal, value: atClick(goal.value)} : goal;
  // A click that counts for what lies above is none on this one.
  const place = (area) => ({
    area,
    counts: (target) => dom.contains(area, target) && rules.clickCounts(clicked, target, textOf),
  });
  return likelyFirst(apart(elements)).slice(0, MOST_TRIED)
    .map((element) => ({element, places: areasOf(goal, element).map(place)}));
}

function judgeClick(goal, textOf) {
  const elements = matching(goal, textOf);
  // Two that count are enough to know that there are several.
  const reachable = [];
  for (const {element, places} of clickable(goal, textOf, elements)) {
    if (reachable.length < 2
      && places.some(({area, counts}) => reach.canBeClicked(area, counts))) {
      reachable.push(element);
    }
  }
  return {
    ...evidence(elements, reachable, (element) => describeIn(goal, element)),
    transparent: reachable.length > 0 && reachable.every(isTransparent),
    fragile: fragile(goal, reachable[0]),
    textInValue: goal.type === 'clickOnText' && reachable.length > 0
      && reachable.every(rules.isButtonLikeInput),
  };
}

/** A text's element, and the control around it that a visitor would say they click. */
function describeIn(goal, element) {
  const [, control] = areasOf(goal, element);
  return control === undefined || dom.matches(element, rules.CONTROLS)
    ? describe(element) : `${describe(element)} in ${tag(control)}`;
}

/** Less than this cannot be told from nothing. */
const LEAST_OPACITY = 0.05;

/** Native controls are often laid, transparent, over or under what is drawn in their place. */
const DRAWN_BY_OTHERS = 'input[type="checkbox"], input[type="radio"], input[type="file"],'
  + ' input[type="range"], input[type="color"], select';

/**
 * Whether nobody sees it, though it takes clicks: by its own opacity and its ancestors'.
 * Mida's anti-flicker style makes nothing invisible for good.
 */
function isTransparent(element) {
  if (dom.matches(element, DRAWN_BY_OTHERS) || dom.first(document, 'style#abhide') !== null) {
    return false;
  }
  let opacity = 1;
  for (let a = element; a !== null; a = dom.parent(a)) {
    opacity *= Number(getComputedStyle(a).opacity);
  }
  return opacity < LEAST_OPACITY;
}

/** What of the selector will not last, with one that will: for an element that was just reached. */
function fragile(goal, element) {
  const why = goal.type === 'clickOnText' || element === undefined
    ? null : selectors.fragility(goal.value);
  return why === null ? null : {why, suggestion: selectors.bestFor(element)};
}

function evidence(elements, reachable, describedAs = describe) {
  const first = [...reachable, ...elements.filter((element) => !reachable.includes(element))];
  return {
    met: reachable.length > 0,
    count: elements.length,
    reachable: reachable.length,
    described: first.slice(0, MOST_DESCRIBED).map(describedAs),
  };
}

const formsOf = (goal, elements) =>
  elements.filter((element) => rules.submitCounts(goal.value, element));

/** The first forms that a visitor can submit: two are enough to know that there are several. */
function submittable(goal, found = formsOf(goal, matching(goal))) {
  const all = [];
  for (const form of found.slice(0, MOST_TRIED)) {
    if (all.length < 2 && forms.canBeSubmitted(form)) {
      all.push(form);
    }
  }
  return all;
}

function judgeForm(goal) {
  const elements = matching(goal);
  const found = formsOf(goal, elements);
  const usable = submittable(goal, found);
  return {
    ...evidence(elements, usable), fragile: fragile(goal, usable[0]), forms: found.length,
  };
}

/** Regular expressions are not run here: a bad one would hang the page (see patterns.js). */
function judgeUrl(goal, url, sites) {
  if (goal.type === 'pageviewRegex') {
    return {met: false, elsewhere: true};
  }
  const met = urlRules.urlCounts(goal, url);
  return {
    met,
    alsoMatches: goal.ignores.filter((ignored) => urlRules.urlCounts(goal, new URL(ignored).href)),
    otherPages: met && goal.type !== 'pageviewExact'
      ? otherPages.of(goal, url, arrival.links(sites)) : null,
  };
}

function judgeOne(goal, url, sites, textOf) {
  reach.nextGoal();
  try {
    switch (goal.type) {
      case 'clickOnElement':
      case 'clickOnText':
        return judgeClick(goal, textOf);
      case 'formSubmit':
        return judgeForm(goal);
      case 'midaScript':
        return snippet.judge(goal.value !== '');
      default:
        return judgeUrl(goal, url, sites);
    }
  } catch (error) {
    if (error instanceof DOMException && error.name === 'SyntaxError') {
      return {met: false, syntaxError: error.message};
    }
    throw error;
  }
}

function judgeAll(goals, sites) {
  const textOf = rules.rememberingTexts();
  const url = arrival.definedUrl(sites);
  try {
    return goals.map((goal) => judgeOne(goal, url, sites, textOf));
  } finally {
    reach.putBack();
  }
}

export default {
  clickable, describe, judgeAll, matching, submittable, tag,
};
