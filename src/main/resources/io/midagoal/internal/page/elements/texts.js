/*
 * The text that an element shows, as a person reads it.
 */
import dom from '../dom/dom.js';

/** "A link, button or other control": what a person would say is there to be clicked. */
const CONTROLS = [
  'a', 'area', 'button', 'input', 'label', 'option', 'select', 'summary',
  '[role="button"]', '[role="link"]', '[role="menuitem"]', '[role="menuitemcheckbox"]',
  '[role="menuitemradio"]', '[role="option"]', '[role="treeitem"]', '[role="tab"]',
  '[role="checkbox"]', '[role="radio"]', '[role="switch"]', '[role="combobox"]',
].join(',');

/**
 * Characters that a reader never sees: those for line breaking and for the direction of writing, and
 * those that choose between two drawings of one sign. (Joiners stay: they change what is drawn.)
 */
const UNSEEN =
  /[\u00AD\u061C\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFE0E\uFE0F\uFEFF]/g;

/**
 * Text as a person reads it: runs of white space are one space, outer space is dropped, and a letter
 * is the same with its accent built in or added.
 */
function asRead(text) {
  return text.normalize('NFC').replace(UNSEEN, '').replace(/\s+/g, ' ').trim();
}

/** Whether the element takes part in the layout; innerText of one that does not is no shown text. */
function isRendered(element) {
  if (dom.rects(element).length > 0) {
    return true;
  }
  const parent = dom.parent(element);
  return getComputedStyle(element).display === 'contents' && parent !== null && isRendered(parent);
}

function isButtonLikeInput(element) {
  return dom.localName(element) === 'input' && ['button', 'reset', 'submit'].includes(element.type);
}

/** What the browser writes on a button without a value; visitors see it in their own language. */
const DEFAULT_LABELS = {reset: 'Reset', submit: 'Submit'};

function labelOf(input) {
  return dom.attribute(input, 'value') === null ? DEFAULT_LABELS[input.type] ?? '' : input.value;
}

const CASES = {
  capitalize: (text) => text.replace(/(?<![\p{L}\p{N}'\u2019])\p{L}/gu, (letter) => letter.toUpperCase()),
  lowercase: (text) => text.toLowerCase(),
  uppercase: (text) => text.toUpperCase(),
};

/** What a control is labelled with, in the case that a style gives it: innerText does not tell. */
function drawn(text, styled) {
  return CASES[getComputedStyle(styled).textTransform]?.(text) ?? text;
}

/** A closed drop-down shows the chosen option only, though innerText lists them all. */
function optionsShown(select) {
  const isClosed = !select.multiple && select.size <= 1;
  return isClosed
    ? Array.from(select.selectedOptions, (option) => drawn(option.label, select))
    : Array.from(select.options, (option) => drawn(option.label, option));
}

/** Text with the options that are shown in the place of all that innerText lists. */
function withOptionsShown(element, text) {
  const selects = dom.localName(element) === 'select' ? [element] : dom.all(element, 'select');
  let from = 0;
  let shown = text;
  for (const select of selects.filter((one) => dom.isHtml(one) && isRendered(one))) {
    // Some engines list none of them.
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

/** The text that an element shows, as a person reads it. */
function shownText(element) {
  if (!isRendered(element)) {
    return '';
  }
  if (dom.localName(element) === 'input') {
    return isButtonLikeInput(element) ? asRead(drawn(labelOf(element), element)) : '';
  }
  return asRead(withOptionsShown(element, dom.innerText(element)));
}

/** Looks texts up once for as long as the page stands still. */
function rememberingTexts() {
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
 */
function showing(root, value, textOf = shownText) {
  const wanted = asRead(value);
  const innermost = [];
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
