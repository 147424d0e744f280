/*
 * Which control a visitor clicks to see what is hidden, as far as the page says so: by the attributes
 * that tie a control to what it opens, by <summary>, by a label whose check box shows it, or by
 * aria-expanded on the control beside it. Nothing is clicked here.
 */
import dom from '../dom/dom.js';
import nearMisses from './nearMisses.js';
import reach from '../geometry/reach.js';
import selectors from './selectors.js';
import styleRules from '../dom/styleRules.js';

const MOST_LOOKED_AT = 5;

/** What the toggles of the Bootstrap family open; others of its targets (slides) are no openers. */
const TOGGLES = ['collapse', 'dropdown', 'modal', 'offcanvas', 'pill', 'tab']
  .flatMap((kind) => [`[data-bs-toggle="${kind}"]`, `[data-toggle="${kind}"]`]).join(',');

const CLOSING_COMMANDS = ['close', 'hide-popover', 'request-close'];

/** @param {Element} a */
const isClosedDetails = (a) =>
  dom.localName(a) === 'details' && !/** @type {HTMLDetailsElement} */ (a).open;

/**
 * Whether this element itself, not one around it, keeps its contents from being seen.
 * @param {Element} a
 */
function closes(a) {
  const style = getComputedStyle(a);
  if (style.display === 'none' || style.contentVisibility === 'hidden') {
    return true;
  }
  if (style.visibility !== 'visible') {
    const around = dom.parent(a);
    return around === null || getComputedStyle(around).visibility === 'visible';
  }
  return style.overflow !== 'visible' && (dom.clientHeight(a) === 0 || dom.clientWidth(a) === 0)
    && style.display !== 'inline';
}

/**
 * The one thing that is closed around the element; of several no single click opens all.
 * @param {Element} element
 */
function closedAround(element) {
  const closed = dom.path(element).filter((a) => (isClosedDetails(a)
    ? element !== a && dom.closest(element, 'summary')?.parentElement !== a : closes(a)));
  return closed.length === 1 ? closed[0] : null;
}

/** @param {Element} control */
function canOpen(control) {
  return !dom.matches(control, ':disabled, .disabled, [aria-disabled="true"]')
    && dom.attribute(control, 'aria-expanded') !== 'true'
    && dom.attribute(control, 'popovertargetaction') !== 'hide'
    && !CLOSING_COMMANDS.includes(dom.attribute(control, 'command') ?? '');
}

/** @param {string} text */
const quoted = (text) => `"${CSS.escape(text)}"`;

/**
 * The controls that name an element as what they open.
 * @param {Element} a
 */
function tiedTo(a) {
  const id = dom.id(a);
  const tied = id === '' ? [] : dom.all(document, [
    `[aria-controls~=${quoted(id)}]`, `a[href=${quoted('#' + id)}]`,
    `[popovertarget=${quoted(id)}]`, `[commandfor=${quoted(id)}]`,
  ].join(','));
  const toggles = dom.all(document, TOGGLES).filter((toggle) => {
    const target = dom.attribute(toggle, 'data-bs-target') ?? dom.attribute(toggle, 'data-target');
    return target !== null && nearMisses.isValid(target) && dom.matches(a, target);
  });
  const tabs = (dom.attribute(a, 'aria-labelledby') ?? '').split(/\s+/).filter((name) => name !== '')
    .flatMap((name) => dom.all(document, `[role="tab"][id=${quoted(name)}]`));
  return [...tied, ...toggles, ...tabs];
}

/**
 * The one control beside the closed thing that says of itself that it is not expanded.
 * @param {Element} closed
 */
function beside(closed) {
  /** @param {Element} control */
  const isItsOwn = (control) => dom.matches(control, '[aria-expanded="false"]')
    && !dom.contains(closed, control) && (dom.attribute(control, 'aria-controls') ?? '') === '';
  const around = dom.parent(closed);
  const siblings = around === null ? [] : dom.children(around);
  for (const scope of [siblings[siblings.indexOf(closed) - 1], around]) {
    const own = scope ? [scope, ...dom.all(scope, '*')].filter(isItsOwn) : [];
    if (own.length === 1) {
      return own;
    }
  }
  return [];
}

/**
 * Check boxes without which a rule of the style sheets would show the closed thing.
 * @param {Element} closed
 */
function switches(closed) {
  /** @type {Element[]} */
  const inputs = [];
  for (const {parts} of styleRules.containing(':checked')) {
    for (const part of parts) {
      const [before] = part.split(':checked');
      const unchecked = part.replaceAll(':checked', '');
      if (nearMisses.isValid(unchecked) && nearMisses.isValid(before) && dom.matches(closed, unchecked)) {
        inputs.push(...dom.all(document, before));
      }
    }
  }
  return inputs.filter((input) => dom.localName(input) === 'input'
    && !/** @type {HTMLInputElement} */ (input).checked)
    .flatMap((input) => [input, ...dom.labels(input)]);
}

/**
 * All controls that plainly open the closed thing, the plainest first.
 * @param {Element} closed @param {Element} element
 */
function controlsFor(closed, element) {
  if (isClosedDetails(closed)) {
    return dom.all(closed, ':scope > summary');
  }
  const path = dom.path(element);
  const outside = path.slice(path.indexOf(closed) + 1);
  const inside = path.slice(0, path.indexOf(closed) + 1);
  return [
    ...inside.flatMap(tiedTo),
    ...switches(closed),
    ...outside.flatMap(tiedTo).filter((control) => dom.matches(control, '[aria-expanded="false"]')),
    ...beside(closed),
  ].filter((control) => canOpen(control) && !dom.contains(closed, control));
}

/** @param {Element} control */
const isReachable = (control) =>
  reach.canBeClicked(control, (target) => dom.contains(control, target));

/**
 * The selector of a control that opens one of these elements, or null.
 * @param {Element[]} elements
 */
function selectorFor(elements) {
  for (const element of elements.slice(0, MOST_LOOKED_AT)) {
    const closed = closedAround(element);
    const control = closed === null ? undefined
      : controlsFor(closed, element).find(isReachable);
    const selector = control === undefined ? null : selectors.anyFor(control);
    if (selector !== null) {
      return selector;
    }
  }
  return null;
}

export default {selectorFor};
