/*
 * A selector as it is at the click: whoever clicks an element points at it, and at what it is in.
 */
/** The pseudo-classes that a click itself brings about; escapes and strings hold none. */
const STATES = new RegExp([
  /\\./, /"(?:\\.|[^"\\])*"/, /'(?:\\.|[^'\\])*'/,
  // Beside the pointer nothing is hovered, nor focused.
  /(?:(?<alone>(?<![^\s>+~,(]))|):(?:hover|focus-within|focus)(?![\w\\-]|[^\s>+~,]*\s*[+~])/,
  /(?<!:not\():checked(?=[^\s>+~,]*\s*(?:,|$))/,
].map(({source}) => source).join('|'), 'gis');

const FOCUSABLE = 'a[href], area[href], button, input, select, summary, textarea, [tabindex],'
  + ' [contenteditable]:not([contenteditable="false" i])';

/**
 * What stands for each: pressing the button gives the focus, a box is ticked before its event.
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
