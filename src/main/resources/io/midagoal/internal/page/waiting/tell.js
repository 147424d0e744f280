/*
 * The page's side of the bridge between the page's own world and the isolated one in which pages are
 * judged. Runs ahead of the page's scripts and keeps what it needs of the browser, so that nothing a
 * page overrides later reaches it. Files behind it, in the same function, tell facts that only the
 * page's world knows; ask.js asks for them.
 *
 * Questions and answers are events on `performance`: an object of the browser that both worlds share
 * and that, unlike the document, keeps its listeners through document.open. bridge.js has its
 * name, which no page can guess.
 */
import bridge from './bridge.js';

const {CustomEvent, JSON, Object: {assign, create}} = window;
const bus = window.performance;
const dispatch = bus.dispatchEvent.bind(bus);
const listen = bus.addEventListener.bind(bus);

/**
 * Answers questions for `topic` with what `facts` returns: a record of strings, numbers and
 * booleans. It is copied to one without a prototype, on which no toJSON of the page's can stand.
 * @param {string} topic @param {() => object} facts
 */
export default (topic, facts) => listen(`${bridge}.${topic}`, () => {
  const detail = JSON.stringify(assign(create(null), facts()));
  dispatch(new CustomEvent(`${bridge}.${topic}.told`, {detail}));
});
