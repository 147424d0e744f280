/*
 * Answers questions of the isolated world in the page's own world; ask.js asks them. Runs ahead of the
 * page's scripts and saves the functions that it needs, so that the page cannot override them.
 *
 * Questions and answers are events on `performance`: both worlds share it and, unlike the document,
 * it keeps its listeners after `document.open()`.
 */
import bridge from './bridge.js';

const {CustomEvent, JSON, Object: {assign, create}} = window;
const bus = window.performance;
const dispatch = bus.dispatchEvent.bind(bus);
const listen = bus.addEventListener.bind(bus);

/**
 * Answers questions about `topic` with what `facts` returns: a record of strings, numbers and
 * booleans. It is copied to an object without a prototype, where the page cannot put a `toJSON`.
 * @param {string} topic @param {() => object} facts
 */
export default (topic, facts) => listen(`${bridge}.${topic}`, () => {
  const detail = JSON.stringify(assign(create(null), facts()));
  dispatch(new CustomEvent(`${bridge}.${topic}.told`, {detail}));
});
