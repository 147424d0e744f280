/*
 * The page's side of the bridge between the page's own world and the isolated one in which pages are
 * judged. Runs ahead of the page's scripts and keeps what it needs of the browser, so that nothing a
 * page overrides later reaches it. Files behind it, in the same function, tell facts that only the
 * page's world knows; ask.js asks for them.
 *
 * Questions and answers are events on `performance`: an object of the browser that both worlds share
 * and that, unlike the document, keeps its listeners through document.open. BRIDGE, an unguessable
 * name, is put before this file.
 */
const tell = (() => {
  const {CustomEvent, JSON, Object: {assign, create}} = window;
  const bus = window.performance;
  const dispatch = bus.dispatchEvent.bind(bus);
  const listen = bus.addEventListener.bind(bus);

  /**
   * Answers questions for `topic` with what `facts` returns: a record of strings, numbers and
   * booleans. It is copied to one without a prototype, on which no toJSON of the page's can stand.
   */
  return (topic, facts) => listen(`${BRIDGE}.${topic}`, () => {
    const detail = JSON.stringify(assign(create(null), facts()));
    dispatch(new CustomEvent(`${BRIDGE}.${topic}.told`, {detail}));
  });
})();
