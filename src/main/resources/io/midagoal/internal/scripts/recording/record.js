/*
 * Records conversions: track commands in Mida's queue, calls of mida.track, and the clicks and submits
 * that count for the given goals. Runs ahead of the page's own scripts in every document of a journey,
 * and stores its records in the tab's session storage, so that they outlive the page.
 */
import describe from '../elements/describe.js';
import tracking from '../goals/tracking.js';
import types from '../goals/types.js';

/** @param {GoalQuery[]} goals */
export default (goals) => {
  const KEY = 'midagoal.recorded';
  const MARK = Symbol.for('midagoal.recording');
  /** The first clicks and submits that do not count are recorded, too, to explain what happened. */
  const MOST_OTHERS = 5;
  if (window !== window.top || MARK in window) {
    return;
  }
  const {parse, stringify} = JSON;
  /** @template T @param {(stored: Storage) => T} use */
  const storage = (use) => {
    try {
      return use(sessionStorage);
    } catch {
      // Without storage, records last only as long as the page.
      return null;
    }
  };

  /** The records of earlier pages and this one, kept here because a page may clear the storage. */
  const entries = parse(storage((stored) => stored.getItem(KEY)) ?? '[]');
  const heard = new WeakSet();

  const keep = () => storage((stored) => stored.setItem(KEY, stringify(entries)));

  /** @param {string} kind @param {unknown} name */
  function note(kind, name) {
    entries.push({kind, name: String(name), url: location.href});
    keep();
  }

  /** Returns and clears the records. */
  function take() {
    hearQueued(window.mdq);
    storage((stored) => stored.removeItem(KEY));
    return entries.splice(0);
  }

  Object.defineProperty(window, MARK, {value: take});

  /* ---- Mida's queue and library ---- */

  /** @param {any} command */
  function hear(command) {
    const name = tracking.nameOf(command);
    if (name !== undefined && !heard.has(command)) {
      heard.add(command);
      note('track', name);
    }
  }

  /**
   * Not all commands are pushed: some are in the queue's literal, or were set by index.
   * @param {unknown} queue
   */
  function hearQueued(queue) {
    if (Array.isArray(queue)) {
      queue.forEach(hear);
    }
  }

  /**
   * Listens to calls of a method, even if the page assigns another one later.
   * @param {any} owner @param {string} method @param {(args: any[]) => void} listener
   */
  function listenTo(owner, method, listener) {
    if (owner === null || !['object', 'function'].includes(typeof owner)) {
      return;
    }
    let original = owner[method];
    /** @this {any} @param {any[]} args */
    const hooked = function (...args) {
      listener(args);
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

  /** @param {unknown} queue */
  function watchQueue(queue) {
    hearQueued(queue);
    listenTo(queue, 'push', (commands) => commands.forEach(hear));
  }

  /** @param {unknown} library */
  function watchLibrary(library) {
    listenTo(library, 'track', ([name]) => note('track', name));
  }

  /**
   * Watches a global that the page or Mida's script may set at any time. Until then, it has the value
   * that `absent` returns.
   * @param {'mdq' | 'mida'} name @param {(value: unknown) => void} watch
   * @param {() => unknown} absent
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
   * Test networks often cannot load Mida's script. If the page has its tag, this object takes the place
   * of the script's own.
   */
  const standIn = {track() {}, converted() {}};
  watchLibrary(standIn);
  const hasTag = () => document.querySelector('script[src*="/optimize.js"]') !== null;

  watchGlobal('mdq', watchQueue);
  watchGlobal('mida', watchLibrary, () => (hasTag() ? standIn : undefined));

  /* ---- clicks and submits ---- */

  /**
   * Records an event for each goal for which it counts, or else as one that did not count.
   * @param {string} event
   */
  function watchEvents(event) {
    const listening = converting.filter((goal) => types.ofElements(goal).event === event);
    let others = 0;
    document.addEventListener(event, (heard) => {
      const target = /** @type {Element} */ (heard.target);
      const counting = listening.filter((goal) => types.ofElements(goal).counts(goal, target));
      counting.forEach((goal) => note(goal.type, goal.value));
      if (counting.length === 0 && others < MOST_OTHERS) {
        others += 1;
        note(event, describe.tag(target));
      }
    }, true);
  }

  const converting = goals.filter(({type}) => !tracking.TYPES.includes(type));
  if (converting.length > 0) {
    watchEvents('click');
    watchEvents('submit');
  }
  window.addEventListener('pagehide', () => {
    hearQueued(window.mdq);
    keep();
  }, true);
};
