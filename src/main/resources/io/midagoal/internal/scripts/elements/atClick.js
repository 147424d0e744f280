/*
 * A selector as it matches at the time of a click, when the element and its ancestors are hovered.
 */
/** The pseudo-classes that a click causes; skips escapes and strings. */
const STATES = new RegExp([
  /\\./, /"(?:\\.|[^"\\])*"/, /'(?:\\.|[^'\\])*'/,
  // A sibling of the clicked element is neither hovered nor focused.
  /(?:(?<alone>(?<![^\s>+~,(]))|):(?:hover|focus-within|focus)(?![\w\\-]|[^\s>+~,]*\s*[+~])/,
  /(?<!:not\():checked(?=[^\s>+~,]*\s*(?:,|$))/,
].map(({source}) => source).join('|'), 'gis');

const FOCUSABLE = 'a[href], area[href], button, input, select, summary, textarea, [tabindex],'
  + ' [contenteditable]:not([contenteditable="false" i])';

/**
 * What matches each at the click: pressing the button gives focus, a box is ticked before the event.
 * @type {Record<string, string>}
 */
const AT_CLICK = {
  ':checked': ':is(:checked, input[type="checkbox" i], input[type="radio" i])',
  ':focus': `:is(${FOCUSABLE})`,
  ':focus-within': `:is(${FOCUSABLE}, :has(${FOCUSABLE}))`,
};

/** @param {string} written */
function selector(written) {
  return written.replace(STATES, (found, ...rest) => {
    const name = found.toLowerCase();
    if (name === ':hover') {
      return rest.at(-1).alone === undefined ? '' : '*';
    }
    return AT_CLICK[name] ?? found;
  });
}

export default {selector};
