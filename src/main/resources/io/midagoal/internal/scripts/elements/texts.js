/*
 * The text that an element shows, as a person reads it.
 */
import dom from '../dom/dom.js';

/** Links, buttons and other controls. */
const CONTROLS = [
  'a', 'area', 'button', 'input', 'label', 'option', 'select', 'summary',
  '[role="button"]', '[role="link"]', '[role="menuitem"]', '[role="menuitemcheckbox"]',
  '[role="menuitemradio"]', '[role="option"]', '[role="treeitem"]', '[role="tab"]',
  '[role="checkbox"]', '[role="radio"]', '[role="switch"]', '[role="combobox"]',
].join(',');

/**
 * Invisible characters: for line breaks, for the writing direction, and variation selectors. (Not
 * joiners: they change what is drawn.)
 */
const UNSEEN =
  /[\u00AD\u061C\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFE0E\uFE0F\uFEFF]/g;

/**
 * Text as a person reads it: white space collapsed and trimmed, and accents composed.
 * @param {string} text
 */
function asRead(text) {
  return text.normalize('NFC').replace(UNSEEN, '').replace(/\s+/g, ' ').trim();
}

/**
 * Whether the element is part of the layout. If not, its innerText is not shown.
 * @param {Element} element @returns {boolean}
 */
function isRendered(element) {
  if (dom.rects(element).length > 0) {
    return true;
  }
  const parent = dom.parent(element);
  return getComputedStyle(element).display === 'contents' && parent !== null && isRendered(parent);
}

/** @param {Element} element @returns {element is HTMLInputElement} */
function isButtonLikeInput(element) {
  return dom.localName(element) === 'input'
    && ['button', 'reset', 'submit'].includes(/** @type {HTMLInputElement} */ (element).type);
}

/**
 * The browser's label of a button without a value; visitors see it in their own language.
 * @type {Record<string, string>}
 */
const DEFAULT_LABELS = {reset: 'Reset', submit: 'Submit'};

/** @param {HTMLInputElement} input */
function labelOf(input) {
  return dom.attribute(input, 'value') === null ? DEFAULT_LABELS[input.type] ?? '' : input.value;
}

/** @type {Record<string, (text: string) => string>} */
const CASES = {
  capitalize: (text) => text.replace(/(?<![\p{L}\p{N}'\u2019])\p{L}/gu, (letter) => letter.toUpperCase()),
  lowercase: (text) => text.toLowerCase(),
  uppercase: (text) => text.toUpperCase(),
};

/**
 * A label in the letter case that its style gives it, which innerText does not have.
 * @param {string} text @param {Element} styled
 */
function drawn(text, styled) {
  return CASES[getComputedStyle(styled).textTransform]?.(text) ?? text;
}

/**
 * A closed drop-down shows only the selected option, though innerText lists all of them.
 * @param {HTMLSelectElement} select
 */
function optionsShown(select) {
  const isClosed = !select.multiple && select.size <= 1;
  return isClosed
    ? Array.from(select.selectedOptions, (option) => drawn(option.label, select))
    : Array.from(select.options, (option) => drawn(option.label, option));
}

/**
 * An element's innerText with only the options that are shown.
 * @param {Element} element @param {string} text
 */
function withOptionsShown(element, text) {
  const selects = dom.localName(element) === 'select'
    ? [/** @type {HTMLSelectElement} */ (element)] : dom.all(element, 'select');
  let from = 0;
  let shown = text;
  for (const select of selects.filter((one) => dom.isHtml(one) && isRendered(one))) {
    // Some engines list no options.
    const listed = select.innerText;
    const at = shown.indexOf(listed, from);
    if (at >= 0 && getComputedStyle(select).visibility === 'visible') {
      const chosen = optionsShown(select).join('\n');
      const options = listed === '' ? ` ${chosen} ` : chosen;
      shown = shown.slice(0, at) + options + shown.slice(at + listed.length);
      from = at + options.length;
    }
  }
  return shown;
}

/**
 * The text that an element shows, as a person reads it.
 * @param {Element} element
 */
function shownText(element) {
  if (!isRendered(element)) {
    return '';
  }
  if (dom.localName(element) === 'input') {
    return isButtonLikeInput(element) ? asRead(drawn(labelOf(element), element)) : '';
  }
  return asRead(withOptionsShown(element, dom.innerText(element)));
}

/**
 * Caches texts while the page does not change.
 * @returns {TextOf}
 */
function rememberingTexts() {
  /** @type {Map<Element, string>} */
  const known = new Map();
  return (element) => {
    let text = known.get(element);
    if (text === undefined) {
      text = shownText(element);
      known.set(element, text);
    }
    return text;
  };
}

/**
 * The innermost elements whose shown text contains the value, and the button-like inputs that show
 * it as their label.
 * @param {Element} root @param {string} value @param {TextOf} textOf
 */
function showing(root, value, textOf = shownText) {
  const wanted = asRead(value);
  /** @type {Element[]} */
  const innermost = [];
  /** @param {Element} element */
  const descend = (element) => {
    const children = dom.children(element).filter((child) => textOf(child).includes(wanted));
    if (children.length === 0) {
      innermost.push(element);
    } else {
      children.forEach(descend);
    }
  };
  if (textOf(root).includes(wanted)) {
    descend(root);
  }
  const inputs = dom.all(root, 'input')
    .filter((input) => isButtonLikeInput(input) && textOf(input).includes(wanted));
  return innermost.concat(inputs);
}

export default {
  CONTROLS, asRead, isButtonLikeInput, isRendered, rememberingTexts, shownText, showing,
};
