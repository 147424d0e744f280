/*
 * Describes elements for messages: by tag and text.
 */
import dom from '../dom/dom.js';
import texts from './texts.js';

/** Of one goal, no more elements than this are described. */
const MOST_NAMED = 3;

const NAMED_ATTRIBUTES =
  ['id', 'class', 'name', 'type', 'href', 'action', 'role', 'value', 'data-testid'];

/** @param {string} text @param {number} most */
function shortened(text, most) {
  return text.length <= most ? text : text.slice(0, most - 1) + '\u2026';
}

/**
 * An element's opening tag with the attributes that identify it.
 * @param {Element} element
 */
function tag(element) {
  const attributes = NAMED_ATTRIBUTES
    .filter((name) => dom.attribute(element, name))
    .map((name) => ` ${name}="${shortened(dom.attribute(element, name) ?? '', 60)}"`);
  return `<${dom.localName(element)}${attributes.join('')}>`;
}

/**
 * An element's tag and text.
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
