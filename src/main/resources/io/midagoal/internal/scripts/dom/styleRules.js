/*
 * The page's style rules, however deep they are nested: in groups such as `@media`, in other rules,
 * in imported sheets. The browser does not let scripts read style sheets of other origins.
 */
import dom from './dom.js';

/** @typedef {{rule: CSSStyleRule, selector: string}} Flat A rule, and its selector without nesting. */

/**
 * @param {{cssRules?: CSSRuleList}} holder @param {string} parent @returns {Generator<Flat>}
 */
function* rulesIn(holder, parent = '&') {
  for (const rule of holder.cssRules ?? []) {
    if (rule instanceof CSSStyleRule) {
      const selector = rule.selectorText.replaceAll('&', `:is(${parent})`);
      yield {rule, selector};
      yield* rulesIn(rule, selector);
    } else if (rule instanceof CSSImportRule) {
      yield* rulesOf(rule.styleSheet);
    } else {
      yield* rulesIn(/** @type {CSSGroupingRule} */ (rule), parent);
    }
  }
}

/** @param {CSSStyleSheet | null} sheet @returns {Generator<Flat>} */
function* rulesOf(sheet) {
  try {
    yield* rulesIn(sheet ?? {});
  } catch (error) {
    if (error.name !== 'SecurityError') {
      throw error;
    }
  }
}

/**
 * The rules whose selector contains a text, with those of its comma-separated parts that do.
 * @param {string} text @returns {Generator<{rule: CSSStyleRule, parts: string[]}>}
 */
function* containing(text) {
  for (const sheet of dom.styleSheets()) {
    for (const {rule, selector} of rulesOf(sheet)) {
      if (selector.includes(text)) {
        const parts = selector.split(/,(?![^(]*\))/).filter((part) => part.includes(text));
        yield {rule, parts: parts.map((part) => part.trim())};
      }
    }
  }
}

export default {containing};
