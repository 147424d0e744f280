/*
 * The eyes of the oracle: what arrives at the document while a real mouse and keyboard act, and where
 * the things are that they may try. Written for itself, after the readings of the guide; it shares nothing with the
 * library that it checks.
 */
window.oracle = (() => {
  // By number: a page may have a Node or an Element of its own (the H2 console has).
  const ELEMENT = 1, TEXT = 3;
  const state = {hits: [], clicks: [], counts: () => false, form: null};
  const say = (e) =>
    e.tagName.toLowerCase() + (e.id ? '#' + e.id : '') +
    [...(e.classList ?? [])].slice(0, 2).map((c) => '.' + c).join('');

  /** Lets the clicks of a label through: the control's own click comes after. */
  const forwards = (target) =>
    target.closest('label') !== null && target.closest('a[href], button, input, select, textarea') === null;

  document.addEventListener('click', (event) => {
    if (event.target.nodeType !== ELEMENT) return;
    state.clicks.push(event.target);
    if (state.counts(event.target)) state.hits.push(say(event.target));
    if (state.form) {
      const link = event.target.closest('a[href]');
      if (link && !link.getAttribute('href').startsWith('javascript:')) event.preventDefault();
      return;
    }
    if (!forwards(event.target)) event.preventDefault();
    event.stopImmediatePropagation();
  }, true);

  document.addEventListener('submit', (event) => {
    if (state.form && state.form(event.target)) state.hits.push(say(event.target));
    event.preventDefault();
    event.stopImmediatePropagation();
  }, true);

  // A drop-down of the system would swallow the clicks that follow.
  document.addEventListener('mousedown', (event) => {
    if (event.target.nodeType === ELEMENT && event.target.closest('select')) event.preventDefault();
  }, true);

  // Mida hears nothing of form.submit(), and what it opens would hide the page.
  HTMLFormElement.prototype.submit = () => {};
  window.alert = () => {};
  window.confirm = () => true;
  window.prompt = () => null;
  window.open = () => null;

  const rendered = (e) => e.getClientRects().length > 0;

  /** Scrolls as a visitor can: only what has, or may have, a scroll bar. */
  function bring(element, block) {
    const root = document.scrollingElement;
    for (let box = element.parentElement; box; box = box.parentElement) {
      const style = getComputedStyle(box);
      const isRoot = box === root;
      const flow = isRoot ? rootOverflow() : [style.overflowX, style.overflowY];
      const free = (value) => /auto|scroll/.test(value) || (isRoot && value === 'visible');
      const around = isRoot ? {top: 0, left: 0, bottom: innerHeight, right: innerWidth} : box.getBoundingClientRect();
      const own = element.getBoundingClientRect();
      const by = {behavior: 'instant', top: 0, left: 0};
      if (free(flow[1]) && box.scrollHeight > box.clientHeight) {
        by.top = block === 'start' ? own.top - around.top
          : block === 'end' ? own.bottom - around.bottom
          : (own.top + own.bottom - around.top - around.bottom) / 2;
      }
      if (free(flow[0]) && box.scrollWidth > box.clientWidth && (own.left < around.left || own.right > around.right)) {
        by.left = (own.left + own.right - around.left - around.right) / 2;
      }
      if (by.top || by.left) box.scrollBy(by);
    }
  }

  function rootOverflow() {
    const html = getComputedStyle(document.documentElement);
    const from = html.overflowX === 'visible' && html.overflowY === 'visible' && document.body
      ? getComputedStyle(document.body) : html;
    return [from.overflowX, from.overflowY];
  }

  function grid(rect, columns, rows) {
    const left = Math.max(rect.left, 0), right = Math.min(rect.right, innerWidth);
    const top = Math.max(rect.top, 0), bottom = Math.min(rect.bottom, innerHeight);
    if (right - left < 0.5 || bottom - top < 0.5) return [];
    const points = [[(left + right) / 2, (top + bottom) / 2]];
    for (let y = 0; y < rows; y++) {
      for (let x = 0; x < columns; x++) {
        points.push([left + (right - left) * (x + 0.5) / columns, top + (bottom - top) * (y + 0.5) / rows]);
      }
    }
    return points;
  }

  /** What a click for this element may be aimed at: itself, what hangs out of it, its labels. */
  function aims(element) {
    const inside = [...element.querySelectorAll('*')].filter(rendered).slice(0, 40);
    return [element, ...(element.labels ?? []), ...inside].filter(rendered);
  }

  function points(element, block, fine) {
    bring(aims(element)[0] ?? element, block);
    const all = [];
    for (const aim of aims(element)) {
      const own = aim === element || [...(element.labels ?? [])].includes(aim);
      for (const rect of [...aim.getClientRects()].slice(0, 4)) {
        const of = !own ? grid(rect, 1, 1).slice(0, 1) : fine ? grid(rect, 13, 7) : grid(rect, 5, 3);
        all.push(...of);
      }
    }
    return all.slice(0, fine ? 400 : 60);
  }

  // Texts, as a person reads them.

  const INLINE = /^(inline|inline-block|contents|ruby|inline-flex|inline-grid|inline-table)$/;
  const cased = (text, how) =>
    how === 'uppercase' ? text.toUpperCase()
      : how === 'lowercase' ? text.toLowerCase()
      : how === 'capitalize' ? text.replace(/(^|[\s\u00a0(\-/"'])(\p{L})/gu, (all, before, letter) => before + letter.toUpperCase())
      : text;
  const SILENT = new Set(['SCRIPT', 'STYLE', 'NOSCRIPT', 'TEMPLATE', 'TEXTAREA', 'INPUT', 'IFRAME', 'HEAD', 'OPTION', 'DATALIST', 'CANVAS', 'VIDEO', 'AUDIO', 'OBJECT']);

  function shown(node) {
    if (node.nodeType === TEXT) {
      const parent = node.parentElement;
      if (!parent || getComputedStyle(parent).visibility !== 'visible') return '';
      return cased(node.data, getComputedStyle(parent).textTransform);
    }
    if (node.nodeType !== ELEMENT) return '';
    if (node.tagName === 'BR') return ' ';
    if (node.tagName === 'SELECT') {
      return rendered(node) ? ' ' + (node.size > 1 || node.multiple
        ? [...node.options].map((o) => o.label).join(' ')
        : [...node.selectedOptions].map((o) => o.label).join(' ')) + ' ' : '';
    }
    if (SILENT.has(node.tagName)) return '';
    const display = getComputedStyle(node).display;
    if (display === 'none' || (display !== 'contents' && !node.checkVisibility())) return '';
    const inner = [...node.childNodes].map(shown).join('');
    return INLINE.test(display) ? inner : ' ' + inner + ' ';
  }

  const plain = (text) => text.replace(/\u00ad/g, '').replace(/[\s\u00a0]+/g, ' ').trim();
  const BUTTONS = 'input[type=submit], input[type=button], input[type=reset]';
  const CONTROLS = 'a[href], button, select, summary, [role=button], [role=link], [role=tab], [role=menuitem], [onclick]';

  function textCandidates(value) {
    const wanted = plain(value);
    const holds = (element) => plain(shown(element)).includes(wanted);
    const innermost = [];
    const descend = (element) => {
      const children = [...element.children].filter((child) => !SILENT.has(child.tagName) && holds(child));
      if (children.length === 0) innermost.push(element);
      children.forEach(descend);
    };
    if (wanted !== '' && holds(document.body)) descend(document.body);
    const controls = [...document.querySelectorAll(CONTROLS)].filter(holds);
    const valued = [...document.querySelectorAll(BUTTONS)].filter((one) => plain(cased(one.value, getComputedStyle(one).textTransform)).includes(wanted));
    return [...new Set([...innermost, ...controls, ...valued])];
  }

  let things = [];

  return {
    selector(value) {
      // What matches only under the pointer matches when the click comes.
      document.querySelectorAll(value);
      things = [...document.querySelectorAll(value.replace(/([\w\])*]):(hover|active)(?![\w-])/g, '$1'))];
      state.counts = (target) => target.closest(value) !== null;
      return things.length;
    },
    text(value) {
      things = textCandidates(value);
      const found = things;
      state.counts = (target) => found.some((one) => one.contains(target));
      return things.length;
    },
    forms(value) {
      const all = [...document.querySelectorAll(value)];
      things = all.filter((one) => one.tagName === 'FORM');
      state.form = (target) => target.matches(value);
      return [things.length, all.length];
    },
    /** The parts of a form that a visitor may use: its submit controls, fields or other controls. */
    parts(index, kind) {
      const form = things[index];
      const elements = [...form.elements];
      const submits = (e) => (e.tagName === 'BUTTON' && e.type === 'submit') || (e.tagName === 'INPUT' && /^(submit|image)$/.test(e.type));
      const images = [...document.querySelectorAll('input[type=image]')].filter((e) => e.form === form);
      const quiet = /^(submit|button|reset|image|hidden|file|color)$/;
      const kinds = {
        submit: () => [...elements.filter(submits), ...images],
        field: () => elements.filter((e) => e.tagName === 'INPUT' && !quiet.test(e.type)),
        other: () => [...form.querySelectorAll('a, button, input, [role=button], [onclick]')].filter((e) => !submits(e) && (e.tagName !== 'INPUT' || e.type === 'button')),
      };
      things = kinds[kind]().filter(rendered);
      return things.length;
    },
/** The type of a field that a visitor may write into and that is empty, else nothing. */
    kind: (index) => (things[index].value || things[index].disabled || things[index].readOnly ? '' : things[index].type),
    rendered: (index) => aims(things[index]).length > 0,
    points: (index, block, fine) => points(things[index], block, fine),
    name: (index) => say(things[index]),
    clicksOn: (index) => state.clicks.some((target) => things[index].contains(target)),
    hits: () => state.hits,
  };
})();
