/*
 * How elements are named to people: by their tag and their text.
 */
import dom from '../dom/dom.js';
import texts from './texts.js';

/** Elements of one goal that are named at the most. */
const MOST_NAMED = 3;

const NAMED_ATTRIBUTES =
  ['id', 'class', 'name', 'type', 'href', 'action', 'role', 'value', 'data-testid'];

/** @param {string} text @param {number} most */
function shortened(text, most) {
  return text.length <= most ? text : text.slice(0, most - 1) + '\u2026';
}

/**
 * An element's opening tag with its telling attributes.
 * @param {Element} element
 */
function tag(element) {
  const attributes = NAMED_ATTRIBUTES
    .filter((name) => dom.attribute(element, name))
    .map((name) => ` ${name}="${shortened(dom.attribute(element, name) ?? '', 60)}"`);
  return `<${dom.localName(element)}${attributes.join('')}>`;
}

/**
 * An element as a person would point at it: its tag, and its text.
 * @param {Element} one
 */
function element(one) {
  const open = tag(one);
  const text = texts.asRead(dom.textContent(one));
  const isLong = ['html', 'body', 'form', 'select', 'script', 'style'].includes(dom.localName(one));
  return text === '' || isLong ? open : `${open}${shortened(text, 40)}</${dom.localName(one)}>`;
}

/**
 * The first few of several.
 * @param {Element[]} elements @param {(element: Element) => string} describedAs
 */
const first = (elements, describedAs = element) => elements.slice(0, MOST_NAMED).map(describedAs);

export default {element, first, tag};
