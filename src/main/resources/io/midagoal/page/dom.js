/*
 * The DOM as the browser means it. A form answers for its fields before it answers for itself
 * (`<input name="children">` becomes `form.children`), and a document for its named images and forms.
 * So whatever may meet a form or the document asks the prototypes, which no name can shadow.
 */
const dom = (() => {
  const {apply} = Reflect;
  const HTML = 'http://www.w3.org/1999/xhtml';

  function getter(type, name) {
    const {get} = Object.getOwnPropertyDescriptor(type.prototype, name);
    return (thing) => apply(get, thing, []);
  }

  function method(type, name) {
    const own = type.prototype[name];
    return (thing, ...args) => apply(own, thing, args);
  }

  const nodeType = getter(Node, 'nodeType');
  const kindOf = (root) => ({
    [Node.ELEMENT_NODE]: Element,
    [Node.DOCUMENT_NODE]: Document,
  }[nodeType(root)] ?? DocumentFragment);

  const first = (root, selector) => apply(kindOf(root).prototype.querySelector, root, [selector]);
  const all = (root, selector) =>
    Array.from(apply(kindOf(root).prototype.querySelectorAll, root, [selector]));

  const clientRects = method(Element, 'getClientRects');
  const childrenOf = getter(Element, 'children');
  const namespace = getter(Element, 'namespaceURI');
  const htmlText = getter(HTMLElement, 'innerText');
  const textContent = getter(Node, 'textContent');
  const fieldsOf = getter(HTMLFormElement, 'elements');
  const classList = getter(Element, 'classList');
  const bodyOf = getter(Document, 'body');
  const rootOf = getter(Document, 'documentElement');
  const scrollLeft = getter(Element, 'scrollLeft');
  const scrollTop = getter(Element, 'scrollTop');
  const elementFromPoint = method(Document, 'elementFromPoint');
  const elementsFromPoint = method(Document, 'elementsFromPoint');
  const createRange = method(Document, 'createRange');
  const attribute = method(Element, 'getAttribute');

  const isHtml = (element) => namespace(element) === HTML;

  /** The labels of a control; of everything else none, whatever its fields are called. */
  const LABELLED = ['button', 'input', 'meter', 'output', 'progress', 'select', 'textarea'];
  const localName = getter(Element, 'localName');
  const labels = (element) => (LABELLED.includes(localName(element))
    ? Array.from(element.labels ?? []) : []);

  return {
    all,
    allAt: (x, y) => elementsFromPoint(document, x, y),
    animate: method(Element, 'animate'),
    attribute,
    attributeNames: method(Element, 'getAttributeNames'),
    body: () => bodyOf(document),
    box: method(Element, 'getBoundingClientRect'),
    checkVisibility: method(Element, 'checkVisibility'),
    children: (element) => Array.from(childrenOf(element)),
    classes: (element) => Array.from(classList(element)),
    clientHeight: getter(Element, 'clientHeight'),
    clientLeft: getter(Element, 'clientLeft'),
    clientTop: getter(Element, 'clientTop'),
    clientWidth: getter(Element, 'clientWidth'),
    closest: method(Element, 'closest'),
    contains: method(Node, 'contains'),
    fields: (form) => Array.from(fieldsOf(form)),
    first,
    hitAt: (x, y) => elementFromPoint(document, x, y),
    id: (element) => attribute(element, 'id') ?? '',
    innerText: (element) => (isHtml(element) ? htmlText(element) : textContent(element)),
    isHtml,
    labels,
    localName,
    matches: method(Element, 'matches'),
    offsetHeight: getter(HTMLElement, 'offsetHeight'),
    offsetWidth: getter(HTMLElement, 'offsetWidth'),
    parent: getter(Node, 'parentElement'),
    range: () => createRange(document),
    rects: (element) => Array.from(clientRects(element)),
    root: () => rootOf(document),
    scrollBy: method(Element, 'scrollBy'),
    scrollOffset: (element) => ({left: scrollLeft(element), top: scrollTop(element)}),
    scrollTo: method(Element, 'scrollTo'),
    shadowRoot: getter(Element, 'shadowRoot'),
    textContent,
  };
})();
