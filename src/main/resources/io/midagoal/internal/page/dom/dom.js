/*
 * The DOM as the browser means it. A form answers for its fields before it answers for itself
 * (`<input name="children">` becomes `form.children`), and a document for its named images and forms.
 * So whatever may meet a form or the document asks the prototypes, which no name can shadow. Pages
 * have names of their own, too: where there is no world apart from theirs, `Node` may be a part of
 * a tree menu. So the prototypes are those of things that the browser made, whatever they are called.
 */
const {apply} = Reflect;
const HTML = 'http://www.w3.org/1999/xhtml';

/** The nearest description of a property among the prototypes of a thing. */
function described(thing, name) {
  let prototype = Object.getPrototypeOf(thing);
  while (!Object.hasOwn(prototype, name)) {
    prototype = Object.getPrototypeOf(prototype);
  }
  return Object.getOwnPropertyDescriptor(prototype, name);
}

const isNative = (code) => apply(Function.prototype.toString, code, []).includes('[native code]');

/**
 * The same kinds of things from a document that no page's script has touched, for a page that
 * replaced what judging needs; the frame is gone before anybody but an observer can see it.
 */
let untouched = null;

function untouchedLike(like) {
  if (untouched === null) {
    const frame = document.createElement('iframe');
    document.documentElement.append(frame);
    untouched = frame.contentDocument;
    frame.remove();
  }
  return like === document ? untouched : untouched.importNode(like);
}

/** A method, or a getter, as the browser made it. */
function native(like, name, kind) {
  const own = described(like, name)[kind];
  return isNative(own) ? own : described(untouchedLike(like), name)[kind];
}

function getter(like, name) {
  const get = native(like, name, 'get');
  return (thing) => apply(get, thing, []);
}

function method(like, name) {
  const own = native(like, name, 'value');
  return (thing, ...args) => apply(own, thing, args);
}

const aForm = method(document, 'createElementNS')(document, HTML, 'form');
const aFragment = method(document, 'createDocumentFragment')(document);

const ELEMENT_NODE = 1;
const DOCUMENT_NODE = 9;
const nodeType = getter(aForm, 'nodeType');
const likeOf = (root) => ({
  [ELEMENT_NODE]: aForm,
  [DOCUMENT_NODE]: document,
}[nodeType(root)] ?? aFragment);

const firstIn = new Map(
  [aForm, document, aFragment].map((like) => [like, method(like, 'querySelector')]));
const allIn = new Map(
  [aForm, document, aFragment].map((like) => [like, method(like, 'querySelectorAll')]));

const first = (root, selector) => firstIn.get(likeOf(root))(root, selector);
const all = (root, selector) => Array.from(allIn.get(likeOf(root))(root, selector));

const clientRects = method(aForm, 'getClientRects');
const childrenOf = getter(aForm, 'children');
const namespace = getter(aForm, 'namespaceURI');
const htmlText = getter(aForm, 'innerText');
const textContent = getter(aForm, 'textContent');
const fieldsOf = getter(aForm, 'elements');
const classList = getter(aForm, 'classList');
const adoptedStyleSheets = getter(document, 'adoptedStyleSheets');
const bodyOf = getter(document, 'body');
const rootOf = getter(document, 'documentElement');
const scrollingElement = getter(document, 'scrollingElement');
const styleSheets = getter(document, 'styleSheets');
const scrollLeft = getter(aForm, 'scrollLeft');
const scrollTop = getter(aForm, 'scrollTop');
const elementFromPoint = method(document, 'elementFromPoint');
const elementsFromPoint = method(document, 'elementsFromPoint');
const createRange = method(document, 'createRange');
const attribute = method(aForm, 'getAttribute');

const isHtml = (element) => namespace(element) === HTML;

/** The labels of a control; of everything else none, whatever its fields are called. */
const LABELLED = ['button', 'input', 'meter', 'output', 'progress', 'select', 'textarea'];
const localName = getter(aForm, 'localName');
const labels = (element) => (LABELLED.includes(localName(element))
  ? Array.from(element.labels ?? []) : []);

const box = method(aForm, 'getBoundingClientRect');
const clientHeight = getter(aForm, 'clientHeight');
const clientLeft = getter(aForm, 'clientLeft');
const clientTop = getter(aForm, 'clientTop');
const clientWidth = getter(aForm, 'clientWidth');
const offsetHeight = getter(aForm, 'offsetHeight');
const offsetWidth = getter(aForm, 'offsetWidth');

/** How much larger a stretch is drawn than laid out; layout is told in whole pixels. */
function scale(drawn, laidOut) {
  return laidOut === 0 || Math.abs(drawn - laidOut) < 1 ? 1 : drawn / laidOut;
}

/** How an element's box is scaled, across and down; that of one that is turned looks larger. */
function scales(element) {
  const {width, height} = box(element);
  return isHtml(element)
    ? {x: scale(width, offsetWidth(element)), y: scale(height, offsetHeight(element))}
    : {x: 1, y: 1};
}

/** The box within an element's border and scrollbars. */
function innerBox(element) {
  const whole = box(element);
  if (!isHtml(element)) {
    return whole;
  }
  const {x, y} = scales(element);
  const left = whole.left + clientLeft(element) * x;
  const top = whole.top + clientTop(element) * y;
  return {
    left, top, right: left + clientWidth(element) * x, bottom: top + clientHeight(element) * y,
  };
}

/** What of the window shows the page: its scrollbars do not. */
function viewport() {
  const page = scrollingElement(document);
  return page === null ? {left: 0, top: 0, right: innerWidth, bottom: innerHeight}
    : {left: 0, top: 0, right: clientWidth(page), bottom: clientHeight(page)};
}

/** A length of a style in pixels; 0 for one that is not told so. */
const pixels = (style, name) => parseFloat(style[name]) || 0;

/** The box within an element's padding. */
function contentBox(element) {
  const inner = innerBox(element);
  const {x, y} = scales(element);
  const style = getComputedStyle(element);
  return {
    left: inner.left + pixels(style, 'paddingLeft') * x,
    top: inner.top + pixels(style, 'paddingTop') * y,
    right: inner.right - pixels(style, 'paddingRight') * x,
    bottom: inner.bottom - pixels(style, 'paddingBottom') * y,
  };
}

const assignedSlot = getter(aForm, 'assignedSlot');
const parentElement = getter(aForm, 'parentElement');
const parentNode = getter(aForm, 'parentNode');

/** Around what an element is laid out: the slot that shows it, or the host of its shadow tree. */
function layoutParent(element) {
  return assignedSlot(element) ?? parentElement(element) ?? parentNode(element)?.host ?? null;
}

/** An element and those around it, from the inside out. */
function path(element) {
  const all = [];
  for (let a = element; a !== null; a = parentElement(a)) {
    all.push(a);
  }
  return all;
}

export default {
  all,
  allAt: (x, y) => elementsFromPoint(document, x, y),
  animate: method(aForm, 'animate'),
  attribute,
  attributeNames: method(aForm, 'getAttributeNames'),
  body: () => bodyOf(document),
  box,
  checkVisibility: method(aForm, 'checkVisibility'),
  children: (element) => Array.from(childrenOf(element)),
  classes: (element) => Array.from(classList(element)),
  clientHeight,
  clientWidth,
  closest: method(aForm, 'closest'),
  contains: method(aForm, 'contains'),
  contentBox,
  fields: (form) => Array.from(fieldsOf(form)).filter((one) => localName(one) !== 'fieldset'),
  first,
  hitAt: (x, y) => elementFromPoint(document, x, y),
  id: (element) => attribute(element, 'id') ?? '',
  innerBox,
  innerText: (element) => (isHtml(element) ? htmlText(element) : textContent(element)),
  isHtml,
  labels,
  layoutParent,
  localName,
  matches: method(aForm, 'matches'),
  parent: parentElement,
  path,
  pixels,
  range: () => createRange(document),
  rects: (element) => Array.from(clientRects(element)),
  root: () => rootOf(document),
  scales,
  scrollBy: method(aForm, 'scrollBy'),
  /** What scrollbars and borders take of an element's width and height, before it is drawn scaled. */
  scrollbars: (element) => ({
    left: offsetWidth(element) - clientWidth(element),
    top: offsetHeight(element) - clientHeight(element),
  }),
  scrollOffset: (element) => ({left: scrollLeft(element), top: scrollTop(element)}),
  scrollTo: method(aForm, 'scrollTo'),
  shadowRoot: getter(aForm, 'shadowRoot'),
  styleSheets: () => [...styleSheets(document), ...adoptedStyleSheets(document)],
  textContent,
  viewport,
};
