/*
 * Records what converts while a visitor acts: track commands put on Mida's queue or passed to
 * mida.track, and clicks and submits, with whether they count for one of the given goals. Runs ahead
 * of the page's own scripts, in every document of the journey; what was recorded is kept in the tab's
 * session storage, so that it outlives the page on which it happened.
 */
import describe from '../elements/describe.js';
import tracking from '../goals/tracking.js';
import types from '../goals/types.js';

/** @param {GoalQuery[]} goals */
export default (goals) => {
  const KEY = 'midagoal.recorded';
  const MARK = Symbol.for('midagoal.recording');
  /** Clicks and submits that do not count are told to explain what happened: the first few will do. */
  const MOST_BESIDE = 5;
  if (window !== window.top || MARK in window) {
    return;
  }
  const {parse, stringify} = JSON;
  /** @template T @param {(stored: Storage) => T} use */
  const storage = (use) => {
    try {
      return use(sessionStorage);
    } catch {
      // A page without storage keeps its records only until it is left.
      return null;
    }
  };

  /** What the journey's earlier pages recorded, and this one: a page may clear the storage. */
  const entries = parse(storage((stored) => stored.getItem(KEY)) ?? '[]');
  const heard = new WeakSet();

  const keep = () => storage((stored) => stored.setItem(KEY, stringify(entries)));

  /** @param {string} kind @param {unknown} name */
  function note(kind, name) {
    entries.push({kind, name: String(name), url: location.href});
    keep();
  }

  /** Answers what was recorded, and forgets it. */
  function take() {
    hearWhatLies(window.mdq);
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
   * Commands may lie in a queue that were not pushed: in a literal, or put in by index.
   * @param {unknown} queue
   */
  function hearWhatLies(queue) {
    if (Array.isArray(queue)) {
      queue.forEach(hear);
    }
  }

  /**
   * Replaces a method for good: whoever assigns a new one later is recorded as well.
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
    hearWhatLies(queue);
    listenTo(queue, 'push', (commands) => commands.forEach(hear));
  }

  /** @param {unknown} library */
  function watchLibrary(library) {
    listenTo(library, 'track', ([name]) => note('track', name));
  }

  /**
   * Watches a global that the page, or Mida's script, may set or replace at any time. Until then it
   * has the value that `absent` answers.
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
   * A test network often cannot load Mida's script. Where the page has its tag, what the script would
   * have brought stands in, as visitors would have it.
   */
  const standIn = {track() {}, converted() {}};
  watchLibrary(standIn);
  const hasTag = () => document.querySelector('script[src*="/optimize.js"]') !== null;

  watchGlobal('mdq', watchQueue);
  watchGlobal('mida', watchLibrary, () => (hasTag() ? standIn : undefined));

  /* ---- clicks and submits ---- */

  /**
   * Notes an event for each goal for which it counts, and else that it did not.
   * @param {string} event
   */
  function watchEvents(event) {
    const listening = converting.filter((goal) => types.ofElements(goal).event === event);
    let beside = 0;
    document.addEventListener(event, (heard) => {
      const target = /** @type {Element} */ (heard.target);
      const counting = listening.filter((goal) => types.ofElements(goal).counts(goal, target));
      counting.forEach((goal) => note(goal.type, goal.value));
      if (counting.length === 0 && beside < MOST_BESIDE) {
        beside += 1;
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
    hearWhatLies(window.mdq);
    keep();
  }, true);
};
