/*
 * Records what converts while a visitor acts: track commands put on Mida's queue or passed to
 * mida.track. Runs ahead of the page's own scripts, in every document of the journey; what was
 * recorded is kept in the tab's session storage, so that it outlives the page on which it happened.
 */
(() => {
  const KEY = 'midagoal.recorded';
  const MARK = Symbol.for('midagoal.recording');
  if (window !== window.top || window[MARK]) {
    return;
  }
  Object.defineProperty(window, MARK, {value: true});

  function record(kind, name) {
    const entry = {kind, name: String(name), url: location.href};
    try {
      const recorded = JSON.parse(sessionStorage.getItem(KEY) ?? '[]');
      recorded.push(entry);
      sessionStorage.setItem(KEY, JSON.stringify(recorded));
    } catch {
      // A page without storage keeps its records only until it is left.
      (window[Symbol.for('midagoal.unstored')] ??= []).push(entry);
    }
  }

  /** Replaces a method for good: whoever assigns a new one later is recorded as well. */
  function listenTo(owner, method, heard) {
    if (owner === null || !['object', 'function'].includes(typeof owner)) {
      return;
    }
    let original = owner[method];
    const hooked = function (...args) {
      heard(args);
      return original?.apply(this, args);
    };
    Object.defineProperty(owner, method, {
      configurable: true,
      get: () => (original === undefined ? undefined : hooked),
      set: (value) => {
        original = value === hooked ? original : value;
      },
    });
  }

  function watchQueue(queue) {
    listenTo(queue, 'push', (commands) => {
      for (const command of commands) {
        const name = rules.trackedName(command);
        if (name !== undefined) {
          record('track', name);
        }
      }
    });
  }

  function watchLibrary(library) {
    listenTo(library, 'track', ([name]) => record('track', name));
  }

  /**
   * Watches a global that the page, or Mida's script, may set or replace at any time. Until then it
   * has the value that `absent` answers.
   */
  function watchGlobal(name, watch, absent = () => undefined) {
    let current = window[name];
    if (current !== undefined) {
      watch(current);
    }
    Object.defineProperty(window, name, {
      configurable: true,
      enumerable: true,
      get: () => current ?? absent(),
      set: (value) => {
        if (value !== current) {
          current = value;
          watch(current);
        }
      },
    });
  }

  /**
   * A test network often cannot load Mida's script. Where the page has its tag, what the script would
   * have brought stands in, as visitors would have it.
   */
  const standIn = {track() {}, converted() {}};
  watchLibrary(standIn);
  const hasTag = () => document.querySelector('script[src*="/optimize.js"]') !== null;

  watchGlobal('mdq', watchQueue);
  watchGlobal('mida', watchLibrary, () => (hasTag() ? standIn : undefined));
})();
