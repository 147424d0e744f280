/*
 * What becomes of a page under the pointer: a style sheet may lay something over an element, or turn
 * it away, as soon as a visitor points at it. The page's own rules for `:hover` are tried on what
 * would lie under the pointer, and taken away before anybody sees them. Style sheets of other
 * origins cannot be read.
 */
const hover = (() => {
  /** Properties that decide where a click lands. */
  const DECISIVE = [
    'bottom', 'clip-path', 'content-visibility', 'display', 'height', 'left', 'max-height',
    'max-width', 'min-height', 'min-width', 'pointer-events', 'position', 'right', 'rotate', 'scale',
    'top', 'transform', 'translate', 'visibility', 'width', 'z-index',
  ];
  const MOST_RULES = 500;

  /** Transitions end at once: a visitor's pointer rests for a moment before it clicks. */
  const AT_ONCE = '*, ::before, ::after { transition: none !important }';

  /** One more, in the sum that decides between rules, as `:hover` would be. */
  const ONE_CLASS = ':nth-child(n)';

  function* rulesIn(holder, around = '&') {
    for (const rule of holder.cssRules ?? []) {
      if (rule instanceof CSSStyleRule) {
        const selector = rule.selectorText.replaceAll('&', `:is(${around})`);
        yield {selector, style: rule.style};
        yield* rulesIn(rule, selector);
      } else if (rule instanceof CSSImportRule) {
        yield* rulesOf(rule.styleSheet);
      } else if (applies(rule)) {
        yield* rulesIn(rule, around);
      }
    }
  }

  function applies(rule) {
    return rule.cssRules !== undefined
      && (!(rule instanceof CSSMediaRule) || matchMedia(rule.conditionText).matches)
      && (!(rule instanceof CSSSupportsRule) || CSS.supports(rule.conditionText));
  }

  function* rulesOf(sheet) {
    if (sheet === null || sheet.disabled || !matchMedia(sheet.media.mediaText).matches) {
      return;
    }
    try {
      yield* rulesIn(sheet);
    } catch (error) {
      // Another origin's rules are not told, and apply all the same.
      if (error.name !== 'SecurityError') {
        throw error;
      }
    }
  }

  const isDecisive = (style) => DECISIVE.some((name) => style.getPropertyValue(name) !== '');

  /** The part of a selector whose element must lie under the pointer, without saying so. */
  function hoveredPart(selector) {
    const [upToIt] = selector.match(/^.*?:hover[^\s>+~]*/s);
    return upToIt.replace(/::?(?:before|after)|::[\w-]+/g, '')
      .replace(/(^|[\s>+~]):hover/g, '$1*').replaceAll(':hover', '');
  }

  /** The page's rules for what lies under the pointer; read anew for each judgement. */
  let known = null;

  function knownRules() {
    known ??= readRules();
    return known;
  }

  function readRules() {
    const found = [];
    for (const sheet of dom.styleSheets()) {
      for (const {selector, style} of rulesOf(sheet)) {
        if (selector.includes(':hover') && isDecisive(style) && found.length < MOST_RULES) {
          const parts = selector.split(/,(?![^(]*\))/)
            .filter((part) => part.includes(':hover') && !part.includes(':not('));
          parts.forEach((part) => found.push(
            {selector: part.trim(), hovered: hoveredPart(part.trim()), style}));
        }
      }
    }
    return found;
  }

  function matches(element, selector) {
    try {
      return dom.matches(element, selector);
    } catch (error) {
      if (error.name === 'SyntaxError') {
        return false;
      }
      throw error;
    }
  }

  const placeOf = (element) => dom.children(dom.parent(element)).indexOf(element) + 1;

  /** A selector for exactly these elements: one, and those around it up to the root. */
  function selectorOf(chain) {
    let path = ':root';
    const all = [path];
    for (const element of chain.slice(0, -1).reverse()) {
      path += ` > :nth-child(${placeOf(element)})`;
      all.push(path);
    }
    return `:where(${all.join(', ')})${ONE_CLASS}`;
  }

  /** What `look` finds while the pointer would be over `hit`; null where that changes nothing. */
  function during(hit, look) {
    const chain = dom.path(hit);
    const relevant = knownRules().filter(({hovered}) => chain.some((a) => matches(a, hovered)));
    return relevant.length === 0 ? null : withRules(rewritten(relevant, selectorOf(chain)), look);
  }

  /** What lies around an element and changes under the pointer, from the inside out. */
  function changingAround(element) {
    return dom.path(element).slice(1)
      .filter((a) => knownRules().some(({hovered}) => matches(a, hovered)));
  }

  function rewritten(rules, hovered) {
    return rules.map(({selector, style}) =>
      `${selector.replaceAll(':hover', hovered)} { ${style.cssText} }`).join('\n');
  }

  function withRules(text, look) {
    const sheet = new CSSStyleSheet();
    const before = [...document.adoptedStyleSheets];
    sheet.replaceSync(`${text}\n${AT_ONCE}`);
    document.adoptedStyleSheets = [...before, sheet];
    try {
      return look();
    } finally {
      // In two steps, so that going back is no transition either.
      sheet.replaceSync(AT_ONCE);
      dom.box(dom.root());
      document.adoptedStyleSheets = before;
    }
  }

  function forget() {
    known = null;
  }

  return {changingAround, during, forget};
})();
