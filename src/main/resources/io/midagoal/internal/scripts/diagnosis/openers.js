/*
 * Which control reveals a hidden element, as far as the page's code shows: by attributes that refer to
 * what a control opens, by `<summary>`, by a check box with a `:checked` rule, or by `aria-expanded` on
 * a control nearby. Nothing is clicked here.
 */
import dom from '../dom/dom.js';
import nearMisses from './nearMisses.js';
import reach from '../geometry/reach.js';
import selectors from './selectors.js';
import styleRules from '../dom/styleRules.js';

const MOST_LOOKED_AT = 5;

/** The toggles of Bootstrap that reveal something; others, such as those of slides, do not. */
const TOGGLES = ['collapse', 'dropdown', 'modal', 'offcanvas', 'pill', 'tab']
  .flatMap((kind) => [`[data-bs-toggle="${kind}"]`, `[data-toggle="${kind}"]`]).join(',');

const CLOSING_COMMANDS = ['close', 'hide-popover', 'request-close'];

/** @param {Element} a */
const isClosedDetails = (a) =>
  dom.localName(a) === 'details' && !/** @type {HTMLDetailsElement} */ (a).open;

/**
 * Whether this element itself, not an ancestor, hides its contents.
 * @param {Element} a
 */
function hidesContents(a) {
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
 * The only closed ancestor (or the element); null if there are several, which no single click opens.
 * @param {Element} element
 */
function closedAround(element) {
  const closed = dom.path(element).filter((a) => (isClosedDetails(a)
    ? element !== a && dom.closest(element, 'summary')?.parentElement !== a : hidesContents(a)));
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
 * The controls that refer to an element as what they open.
 * @param {Element} a
 */
function referringTo(a) {
  const id = dom.id(a);
  const direct = id === '' ? [] : dom.all(document, [
    `[aria-controls~=${quoted(id)}]`, `a[href=${quoted('#' + id)}]`,
    `[popovertarget=${quoted(id)}]`, `[commandfor=${quoted(id)}]`,
  ].join(','));
  const toggles = dom.all(document, TOGGLES).filter((toggle) => {
    const target = dom.attribute(toggle, 'data-bs-target') ?? dom.attribute(toggle, 'data-target');
    return target !== null && nearMisses.isValid(target) && dom.matches(a, target);
  });
  const tabs = (dom.attribute(a, 'aria-labelledby') ?? '').split(/\s+/).filter((name) => name !== '')
    .flatMap((name) => dom.all(document, `[role="tab"][id=${quoted(name)}]`));
  return [...direct, ...toggles, ...tabs];
}

/**
 * The only collapsed control near the closed element, if it refers to no other.
 * @param {Element} closed
 */
function beside(closed) {
  /** @param {Element} control */
  const mayOpenIt = (control) => dom.matches(control, '[aria-expanded="false"]')
    && !dom.contains(closed, control) && (dom.attribute(control, 'aria-controls') ?? '') === '';
  const around = dom.parent(closed);
  const siblings = around === null ? [] : dom.children(around);
  for (const scope of [siblings[siblings.indexOf(closed) - 1], around]) {
    const own = scope ? [scope, ...dom.all(scope, '*')].filter(mayOpenIt) : [];
    if (own.length === 1) {
      return own;
    }
  }
  return [];
}

/**
 * Check boxes and radio buttons that would make a rule apply to the closed element, with their labels.
 * @param {Element} closed
 */
function switches(closed) {
  /** @type {Element[]} */
  const inputs = [];
  for (const {parts} of styleRules.containing(':checked')) {
    for (const part of parts) {
      const [before] = part.split(':checked');
      const unchecked = part.replaceAll(':checked', '');
      if ([unchecked, before].every(nearMisses.isValid) && dom.matches(closed, unchecked)) {
        inputs.push(...dom.all(document, before));
      }
    }
  }
  return inputs.filter((input) => dom.localName(input) === 'input'
    && !/** @type {HTMLInputElement} */ (input).checked)
    .flatMap((input) => [input, ...dom.labels(input)]);
}

/**
 * The controls that open the closed element, the most certain first.
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
    ...inside.flatMap(referringTo),
    ...switches(closed),
    ...outside.flatMap(referringTo).filter((control) => dom.matches(control, '[aria-expanded="false"]')),
    ...beside(closed),
  ].filter((control) => canOpen(control) && !dom.contains(closed, control));
}

/**
 * The selector of a control that opens one of these elements, or null.
 * @param {Element[]} elements
 */
function selectorFor(elements) {
  for (const element of elements.slice(0, MOST_LOOKED_AT)) {
    const closed = closedAround(element);
    const control = closed === null ? undefined
      : controlsFor(closed, element).find((one) => reach.canBeClicked(one));
    const selector = control === undefined ? null : selectors.anyFor(control);
    if (selector !== null) {
      return selector;
    }
  }
  return null;
}

export default {selectorFor};
