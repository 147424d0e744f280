/*
 * The DOM as the browser defines it. A form's fields shadow its properties (`<input name="children">`
 * becomes `form.children`), and named images and forms shadow those of the document. Pages may also
 * redefine globals such as `Node`. So properties are read by the prototypes of objects that the
 * browser itself created.
 */
const {apply} = Reflect;
const HTML = 'http://www.w3.org/1999/xhtml';

/**
 * The descriptor of a property, from the nearest prototype that has it.
 * @param {object} thing @param {PropertyKey} name @returns {PropertyDescriptor}
 */
function described(thing, name) {
  let prototype = Object.getPrototypeOf(thing);
  while (!Object.hasOwn(prototype, name)) {
    prototype = Object.getPrototypeOf(prototype);
  }
  return /** @type {PropertyDescriptor} */ (Object.getOwnPropertyDescriptor(prototype, name));
}

/** @param {Function} code @returns {boolean} */
const isNative = (code) => apply(Function.prototype.toString, code, []).includes('[native code]');

/**
 * A document that no script of the page has touched, for pages that replaced built-in methods. Its
 * frame is removed at once: only a mutation observer could notice it.
 * @type {Document | null}
 */
let untouched = null;

/** @param {Node} like @returns {Node} */
function untouchedLike(like) {
  if (untouched === null) {
    const frame = document.createElement('iframe');
    document.documentElement.append(frame);
    untouched = /** @type {Document} */ (frame.contentDocument);
    frame.remove();
  }
  return like === document ? untouched : untouched.importNode(like);
}

/**
 * A method or a getter as the browser defines it.
 * @param {Node} like @param {PropertyKey} name @param {'get' | 'value'} kind @returns {Function}
 */
function native(like, name, kind) {
  const own = described(like, name)[kind];
  return isNative(own) ? own : described(untouchedLike(like), name)[kind];
}

/**
 * @template {Node} T @template {keyof T} K @param {T} like @param {K} name @returns {Getter<T, K>}
 */
function getter(like, name) {
  const get = native(like, name, 'get');
  return (thing) => apply(get, thing, []);
}

/**
 * @template {Node} T @template {keyof T} K @param {T} like @param {K} name @returns {Method<T, K>}
 */
function method(like, name) {
  const own = native(like, name, 'value');
  const call = (/** @type {any} */ thing, /** @type {any[]} */ ...args) => apply(own, thing, args);
  return /** @type {any} */ (call);
}

const aForm = /** @type {HTMLElement} */ (
  method(document, 'createElementNS')(document, HTML, 'form'));
const aFragment = method(document, 'createDocumentFragment')(document);

const ELEMENT_NODE = 1;
const DOCUMENT_NODE = 9;
const nodeType = getter(aForm, 'nodeType');
/** @param {ParentNode} root */
const likeOf = (root) => ({
  [ELEMENT_NODE]: aForm,
  [DOCUMENT_NODE]: document,
}[nodeType(root)] ?? aFragment);

/** @type {any} */
const firstIn = new Map(
  [aForm, document, aFragment].map((like) => [like, method(like, 'querySelector')]));
/** @type {any} */
const allIn = new Map(
  [aForm, document, aFragment].map((like) => [like, method(like, 'querySelectorAll')]));

/** @type {FindFirst} */
const first = (/** @type {ParentNode} */ root, /** @type {string} */ selector) =>
  firstIn.get(likeOf(root))(root, selector);
/** @type {FindAll} */
const all = (/** @type {ParentNode} */ root, /** @type {string} */ selector) =>
  Array.from(allIn.get(likeOf(root))(root, selector));

const clientRects = method(aForm, 'getClientRects');
const childrenOf = getter(aForm, 'children');
const namespace = getter(aForm, 'namespaceURI');
const htmlText = getter(aForm, 'innerText');
const textContent = getter(aForm, 'textContent');
const fieldsOf = getter(/** @type {HTMLFormElement} */ (aForm), 'elements');
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

/** @param {Element} element @returns {element is HTMLElement} */
const isHtml = (element) => namespace(element) === HTML;

/** Elements that have labels; elsewhere `labels` may be a field of that name. */
const LABELLED = ['button', 'input', 'meter', 'output', 'progress', 'select', 'textarea'];
const localName = getter(aForm, 'localName');
/** @param {Element} element @returns {HTMLLabelElement[]} */
const labels = (element) => (LABELLED.includes(localName(element))
  ? Array.from(/** @type {HTMLInputElement} */ (element).labels ?? []) : []);

const box = method(aForm, 'getBoundingClientRect');
const clientHeight = getter(aForm, 'clientHeight');
const clientLeft = getter(aForm, 'clientLeft');
const clientTop = getter(aForm, 'clientTop');
const clientWidth = getter(aForm, 'clientWidth');
const offsetHeight = getter(aForm, 'offsetHeight');
const offsetWidth = getter(aForm, 'offsetWidth');

/**
 * How much larger a length is drawn than laid out; layout lengths are whole pixels.
 * @param {number} drawn @param {number} laidOut
 */
function scale(drawn, laidOut) {
  return laidOut === 0 || Math.abs(drawn - laidOut) < 1 ? 1 : drawn / laidOut;
}

/**
 * How an element's box is scaled, across and down. A rotated box looks scaled, too.
 * @param {Element} element
 */
function scales(element) {
  const {width, height} = box(element);
  return isHtml(element)
    ? {x: scale(width, offsetWidth(element)), y: scale(height, offsetHeight(element))}
    : {x: 1, y: 1};
}

/**
 * The box within an element's border and scrollbars.
 * @param {Element} element @returns {Edges}
 */
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

/**
 * The window without its scrollbars.
 * @returns {Edges}
 */
function viewport() {
  const page = scrollingElement(document);
  return page === null ? {left: 0, top: 0, right: innerWidth, bottom: innerHeight}
    : {left: 0, top: 0, right: clientWidth(page), bottom: clientHeight(page)};
}

/**
 * A length of a computed style in pixels; 0 for `auto` and the like.
 * @param {CSSStyleDeclaration} style @param {keyof CSSStyleDeclaration} name
 */
const pixels = (style, name) => parseFloat(/** @type {string} */ (style[name])) || 0;

/**
 * The box within an element's padding.
 * @param {Element} element @returns {Edges}
 */
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

/**
 * The parent for layout: the slot that shows the element, or the host of its shadow tree.
 * @param {Element} element @returns {Element | null}
 */
function layoutParent(element) {
  return assignedSlot(element) ?? parentElement(element)
    ?? /** @type {ShadowRoot | null} */ (parentNode(element))?.host ?? null;
}

/**
 * An element and its ancestors, from the inside out.
 * @param {Element} element
 */
function path(element) {
  /** @type {Element[]} */
  const all = [];
  for (let /** @type {Element | null} */ a = element; a !== null; a = parentElement(a)) {
    all.push(a);
  }
  return all;
}

export default {
  all,
  /** @param {number} x @param {number} y */
  allAt: (x, y) => elementsFromPoint(document, x, y),
  animate: method(aForm, 'animate'),
  attribute,
  attributeNames: method(aForm, 'getAttributeNames'),
  body: () => bodyOf(document),
  box,
  checkVisibility: method(aForm, 'checkVisibility'),
  /** @param {Element} element */
  children: (element) => Array.from(childrenOf(element)),
  /** @param {Element} element */
  classes: (element) => Array.from(classList(element)),
  clientHeight,
  clientWidth,
  closest: /** @type {FindAround} */ (method(aForm, 'closest')),
  contains: method(aForm, 'contains'),
  contentBox,
  /** @param {HTMLFormElement} form @returns {Field[]} */
  fields: (form) => /** @type {Field[]} */ (Array.from(fieldsOf(form)))
    .filter((one) => localName(one) !== 'fieldset'),
  first,
  /** @param {number} x @param {number} y */
  hitAt: (x, y) => elementFromPoint(document, x, y),
  /** @param {Element} element */
  id: (element) => attribute(element, 'id') ?? '',
  innerBox,
  /** @param {Element} element */
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
  /** @param {Element} element */
  rects: (element) => Array.from(clientRects(element)),
  root: () => rootOf(document),
  scales,
  scrollBy: /** @type {Scroll} */ (method(aForm, 'scrollBy')),
  /**
   * The width and height that scrollbars and borders take, before scaling.
   * @param {HTMLElement} element @returns {Offset}
   */
  scrollbars: (element) => ({
    left: offsetWidth(element) - clientWidth(element),
    top: offsetHeight(element) - clientHeight(element),
  }),
  /** @param {Element} element @returns {Offset} */
  scrollOffset: (element) => ({left: scrollLeft(element), top: scrollTop(element)}),
  scrollTo: /** @type {Scroll} */ (method(aForm, 'scrollTo')),
  shadowRoot: getter(aForm, 'shadowRoot'),
  styleSheets: () => [...styleSheets(document), ...adoptedStyleSheets(document)],
  textContent,
  viewport,
};
