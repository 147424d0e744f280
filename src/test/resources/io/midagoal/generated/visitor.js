/*
 * Looks on while real clicks and keys come in, and says where the next ones might go. Which clicks
 * and submits count is read from Mida's reference here once more, on purpose: not one line is
 * shared with the scripts under test.
 *
 * Argument: the goals, as {type, value}.
 */
const goals = arguments[0];
const counted = new Set();
const submitted = [];

/* ---- What counts ---- */

/** The element and all around it, from the inside out. */
function chain(element) {
  const all = [];
  for (let e = element; e instanceof Element; e = e.parentNode) {
    all.push(e);
  }
  return all;
}

function transformed(text, how) {
  switch (how) {
    case 'uppercase': return text.toUpperCase();
    case 'lowercase': return text.toLowerCase();
    case 'capitalize': return text.replace(/(^|[\s\u00a0])(\S)/g, (_, before, first) => before + first.toUpperCase());
    default: return text;
  }
}

/** What cannot keep its contents from being rendered: rows of tables, and tables themselves, have to fit them. */
const NEVER_SKIPS = ['inline', 'contents', 'table', 'inline-table', 'table-row', 'table-row-group',
  'table-header-group', 'table-footer-group'];

/** The text that an element shows, gathered from the text nodes that are displayed. */
function gathered(node) {
  if (node.nodeType === Node.TEXT_NODE) {
    const style = getComputedStyle(node.parentElement);
    const around = chain(node.parentElement);
    const holder = around.find((e) => getComputedStyle(e).display !== 'contents');
    const isSkipped = around.map((e) => getComputedStyle(e))
      .some(({contentVisibility, display}) => contentVisibility === 'hidden' && !NEVER_SKIPS.includes(display));
    return style.visibility === 'visible' && holder.checkVisibility() && !isSkipped
      ? transformed(node.data, style.textTransform) : '';
  }
  if (node.nodeType !== Node.ELEMENT_NODE) {
    return '';
  }
  if (node.localName === 'br') {
    return '\n';
  }
  const silent = ['script', 'style', 'iframe', 'select', 'textarea', 'object', 'video', 'img', 'input'];
  const {display} = getComputedStyle(node);
  if (display === 'none' || silent.includes(node.localName)) {
    return '';
  }
  const text = Array.from(node.childNodes, gathered).join('');
  return ['inline', 'inline-block', 'inline-flex', 'contents', 'inline-grid'].includes(display)
    ? text : `\n${text}\n`;
}

function shown(element) {
  const isButton = element.localName === 'input' && ['submit', 'button', 'reset'].includes(element.type);
  const text = isButton ? element.value : gathered(element);
  return text.replace(/[\u00ad\u200b\u2060\ufeff]/g, '').replace(/[\s\u00a0]+/g, ' ').trim();
}

const CONTROL = 'a, area, button, input, label, option, select, summary, [role=button], [role=link],'
  + '[role=tab], [role=menuitem], [role=option], [role=checkbox], [role=radio], [role=switch]';

function showsText(element, text) {
  return chain(element).some((e) => shown(e).includes(text)
    && (e.matches(CONTROL) || !Array.from(e.children).some((child) => shown(child).includes(text))));
}

function noteClick(target) {
  goals.forEach(({type, value}, index) => {
    const counts = type === 'clickOnText' ? showsText(target, value)
      : type === 'clickOnElement' && chain(target).some((e) => e.matches(value));
    if (counts) {
      counted.add(index);
    }
  });
}

function noteSubmit(form) {
  submitted.push(form);
  goals.forEach(({type, value}, index) => {
    if (type === 'formSubmit' && form.localName === 'form' && form.matches(value)) {
      counted.add(index);
    }
  });
}

/* ---- Looking on, and keeping the page as it is ---- */

let keepsFocus = true;

document.addEventListener('mousedown', (event) => {
  if (keepsFocus) {
    event.preventDefault();
  }
}, true);
document.addEventListener('click', (event) => {
  if (event.target instanceof Element) {
    noteClick(event.target);
  }
  // What a click opens would get the clicks that follow.
  if (event.target.matches('summary, summary *, details')) {
    event.preventDefault();
  }
}, true);
document.addEventListener('submit', (event) => {
  event.preventDefault();
  noteSubmit(event.target);
}, true);
document.addEventListener('reset', (event) => event.preventDefault(), true);

/* ---- Where to click ---- */

const root = document.documentElement;

/** A visitor's wheel moves what is set to scroll; content that is merely clipped stays where it is. */
function wheelMoves(element, axis) {
  const of = (e) => getComputedStyle(e)[`overflow${axis}`];
  if (element !== root) {
    return element !== bodyThatLends() && ['auto', 'scroll'].includes(of(element));
  }
  return !['hidden', 'clip'].includes(of(bodyThatLends() ?? root));
}

/** The body, where its overflow is the window's; null where the root has its own. */
function bodyThatLends() {
  const style = getComputedStyle(root);
  const own = style.overflowX !== 'visible' || style.overflowY !== 'visible';
  return own ? null : document.body;
}

const scrollers = [root, ...document.querySelectorAll('body, body *')]
  .filter((e) => wheelMoves(e, 'X') || wheelMoves(e, 'Y'));

function scrollTo(scroller, left, top) {
  scroller.scrollTo({
    left: wheelMoves(scroller, 'X') ? left : scroller.scrollLeft,
    top: wheelMoves(scroller, 'Y') ? top : scroller.scrollTop,
    behavior: 'instant',
  });
}

/** The boxes of an element, or of what stands in it where it has none. */
function boxesOf(element) {
  const own = Array.from(element.getClientRects());
  return own.length > 0 ? own : contentBoxesOf(element);
}

function contentBoxesOf(element) {
  const contents = document.createRange();
  contents.selectNodeContents(element);
  return Array.from(contents.getClientRects());
}

function turnsByItself(element) {
  const {rotate, transform} = getComputedStyle(element);
  const {b, c} = new DOMMatrix(transform);
  return rotate !== 'none' || b !== 0 || c !== 0;
}

/** In a box that is drawn turned, the browser knows where to scroll to; all others stay. */
function bringInTurned(element, scroller) {
  const before = Array.from(document.querySelectorAll('*'), (e) => [e, e.scrollLeft, e.scrollTop]);
  element.scrollIntoView({block: 'center', inline: 'center', behavior: 'instant'});
  const [left, top] = [scroller.scrollLeft, scroller.scrollTop];
  before.forEach(([e, x, y]) => e.scrollTo({left: x, top: y, behavior: 'instant'}));
  scrollTo(scroller, left, top);
}

/** Scrolls all that is around an element, so that it comes to this share of each. */
function bring(element, share) {
  for (const scroller of chain(element).filter((e) => scrollers.includes(e))) {
    if (chain(scroller).some(turnsByItself)) {
      bringInTurned(element, scroller);
      continue;
    }
    const all = boxesOf(element);
    const box = all[Math.round((all.length - 1) * share)] ?? element.getBoundingClientRect();
    const view = scroller === root ? {left: 0, top: 0, width: innerWidth, height: innerHeight}
      : scroller.getBoundingClientRect();
    scrollTo(scroller,
      scroller.scrollLeft + box.left - view.left - (view.width - box.width) * share,
      scroller.scrollTop + box.top - view.top - (view.height - box.height) * share);
  }
}

function isOpen(index) {
  return !counted.has(index);
}

/** A button shows its value, all others what stands in them; how it is written may be changed by a style. */
function mayShow(element, text) {
  return `${element.textContent} ${element.value ?? ''}`.includes(text.slice(0, 2));
}

/** All elements a click on which might do for a goal that has not been met: matches, parts, labels. */
function* wanted() {
  for (const [index, {type, value}] of goals.entries()) {
    const matches = type === 'clickOnText'
      ? Array.from(document.querySelectorAll('body *')).filter((e) => mayShow(e, value))
      : Array.from(document.querySelectorAll(value));
    for (const match of matches) {
      for (const part of [match, ...match.querySelectorAll('*'), ...(match.labels ?? [])].slice(0, 12)) {
        if (isOpen(index)) {
          yield part;
        }
      }
    }
  }
}

/**
 * The scroll positions to look at: the start, around each wanted element, then the whole page. Tells
 * which elements are looked at there.
 */
function* positions() {
  yield [];
  for (const element of wanted()) {
    for (const share of [0.5, 0, 1]) {
      bring(element, share);
      yield [element];
    }
  }
  for (let top = 0; top < root.scrollHeight; top += innerHeight / 2) {
    scrollTo(root, 0, top);
    yield [];
  }
}

const seen = new Set();
const tried = new Map();

/** Along one side of a box: its first and last pixels, and some between. A mouse knows whole pixels only. */
function along(start, length) {
  const places = [0, 0.2, 0.5, 0.8].map((share) => Math.ceil(start + length * share));
  const end = Math.ceil(start + length);
  // The last one may be less than half of a pixel.
  return new Set([...places, end - 2, end - 1]);
}

/** Points all over an element, and over what stands in it and may run out of it. */
function pointsOf(element) {
  return [...element.getClientRects(), ...contentBoxesOf(element)].flatMap((box) => Array.from(along(box.top, box.height))
    .flatMap((y) => Array.from(along(box.left, box.width), (x) => ({x, y}))));
}

/** Every pixel on the lines through the middles of an element's boxes, where a narrow strip would show. */
function linesOf(element) {
  return Array.from(element.getClientRects()).flatMap((box) => {
    const [x, y] = [box.left + box.width / 2, box.top + box.height / 2].map(Math.round);
    const every = (start, length) => Array.from({length: Math.min(length, 400)}, (_, i) => Math.ceil(start) + i);
    return [...every(box.left, box.width).map((at) => ({x: at, y})), ...every(box.top, box.height).map((at) => ({x, y: at}))];
  });
}

const isClipped = (element) => chain(element).some((e) => getComputedStyle(e).clipPath !== 'none');

/** Every pixel of what a shape clips, where it is small: of such a one a tip may be all that shows. */
function tipsOf(element) {
  return Array.from(isClipped(element) ? element.getClientRects() : [])
    .filter(({width, height}) => width * height < 5000)
    .flatMap(({left, top, width, height}) => Array.from({length: Math.ceil(width) * Math.ceil(height)}, (_, i) => ({
      x: Math.ceil(left) + (i % Math.ceil(width)), y: Math.ceil(top) + Math.floor(i / Math.ceil(width)),
    })));
}

function gridPoints(step) {
  const all = [];
  for (let y = step / 2; y < innerHeight; y += step) {
    for (let x = step / 2; x < innerWidth; x += step) {
      all.push({x, y});
    }
  }
  return all;
}

/** The last pixels inside the borders of what scrolls: there two scrollbars meet, which take no clicks. */
function corners() {
  return scrollers.filter((scroller) => scroller !== root).map((scroller) => {
    const {right, bottom} = scroller.getBoundingClientRect();
    const {borderRightWidth, borderBottomWidth} = getComputedStyle(scroller);
    return {
      x: Math.floor(right - parseFloat(borderRightWidth)) - 1,
      y: Math.floor(bottom - parseFloat(borderBottomWidth)) - 1,
    };
  }).filter(({x, y}) => x >= 0 && y >= 0 && x < innerWidth && y < innerHeight);
}

const finePoints = (elements) =>
  elements.flatMap((element) => [...pointsOf(element), ...linesOf(element)]);

/**
 * Points for the place as it stands: for each element that shows somewhere a few of the points at
 * which it does. In a new place they are looked for on a coarse grid and on what is wanted as well.
 */
function points(elements, isNew) {
  const byElement = new Map();
  const fine = [...finePoints(elements), ...elements.flatMap(tipsOf)];
  if (isNew) {
    fine.push(...gridPoints(6), ...finePoints(Array.from(wanted()).slice(0, 60)));
  }
  for (const {x, y} of fine) {
    const hit = x >= 0 && y >= 0 && x < innerWidth && y < innerHeight ? document.elementFromPoint(x, y) : null;
    if (hit !== null) {
      byElement.set(hit, [...(byElement.get(hit) ?? []), {x, y}]);
    }
  }
  const chosen = isNew ? [...corners(), ...(seen.size === 1 ? gridPoints(50) : [])] : [];
  for (const [element, places] of byElement) {
    const times = tried.get(element) ?? 0;
    // Of a nested document's frame, only the border tells the page of a click; of clipped scrollbars,
    // what is between them.
    const isRare = element.localName === 'iframe' || (scrollers.includes(element) && isClipped(element));
    const few = isNew && isRare ? places.length : Math.min(4, 12 - times);
    for (let i = 0; i < few; i += 1) {
      chosen.push(places[Math.floor(((i + 0.5) * places.length) / few)]);
    }
    tried.set(element, times + Math.max(few, 0));
  }
  return chosen;
}

/** Where everything is scrolled to. */
const offsets = () => scrollers.map(({scrollLeft, scrollTop}) => [scrollLeft, scrollTop]);

let place = offsets();

/** A click on a label may scroll to its control. Answers whether one did, and scrolls back. */
function scrollsBack() {
  const hasMoved = offsets().join() !== place.join();
  scrollers.forEach((s, i) => s.scrollTo({left: place[i][0], top: place[i][1], behavior: 'instant'}));
  return hasMoved;
}

const plan = positions();

/** Scrolls on and answers the points to click at there; null when everything has been looked at. */
function next() {
  while (goals.some((_, index) => isOpen(index)) && seen.size < 250) {
    const {value, done} = plan.next();
    if (done) {
      return null;
    }
    place = offsets();
    const isNew = !seen.has(place.join());
    seen.add(place.join());
    const found = points(value, isNew);
    if (found.length > 0) {
      return found;
    }
  }
  return null;
}

/* ---- Forms ---- */

const VALID = {email: 'a@example.com', url: 'http://example.com/', number: '7', tel: '7'};

/** Where a click goes to a control or to its label, as the page stands; null where none does. */
function spotOf(control) {
  for (const target of [control, ...(control.labels ?? [])]) {
    for (const share of [0.5, 0, 1]) {
      bring(target, share);
      const spot = [target, ...target.querySelectorAll('*')].flatMap(pointsOf)
        .find(({x, y}) => target.contains(document.elementFromPoint(x, y)));
      if (spot !== undefined) {
        return spot;
      }
    }
  }
  return null;
}

/** Each field and button of a form in turn: where to click, and how often. */
const controls = Array.from(document.forms).flatMap((form) => Array.from(form.elements))
  .concat(Array.from(document.querySelectorAll('input[type=image]')));

function approach(index) {
  keepsFocus = false;
  if (controls.length <= index) {
    return null;
  }
  // What is ticked has to stay so.
  const clicks = controls[index].matches('[type=checkbox]:checked') ? 2 : 1;
  return {spot: spotOf(controls[index]), clicks};
}

/**
 * Whether the browser leads to a field that no click reaches: it puts the focus there when a submit
 * fails at it.
 */
function isLedTo(index) {
  const control = controls[index];
  if (control.form?.noValidate !== false || !control.matches(':invalid')) {
    return false;
  }
  control.reportValidity();
  return document.activeElement === control;
}

/** What has the focus, ready to be written over. */
function focused() {
  const field = document.activeElement;
  const takesText = field.matches('input, textarea')
    && !['checkbox', 'radio', 'submit', 'image', 'button', 'reset', 'range', 'color'].includes(field.type);
  if (takesText) {
    field.select();
  }
  return {
    text: takesText ? VALID[field.type] ?? '7' : '',
    takesEnter: field.localName === 'input',
    ticks: ['checkbox', 'radio'].includes(field.type),
  };
}

window.visitor = {
  approach, counted: () => Array.from(counted), focused, isLedTo, next, scrollsBack,
};
