/*
 * Tracks what could still change the page: timers, requests, frames, idle callbacks, messages,
 * scripts and images that load, open sockets, navigations. Runs in the page's own world, ahead of its
 * scripts, where the driver supports that. wait.js decides how long to wait for what is pending.
 *
 * Each source opens a claim, and ends it once the page has begun to handle the result. A claim delays
 * either every verdict or only a "missing". A source that repeats itself (the same callback text
 * after the same delay, a request to the same address) may be a clock or a poll: it has a budget of
 * time, a smaller one for delaying every verdict, a larger one for delaying a "missing".
 *
 * Pages must not notice. Functions are replaced by proxies, which keep name, length, `this`, return
 * values, exceptions and the look of native code. Callbacks are not wrapped: a callback of our own,
 * scheduled right behind the page's, ends the claim. Nothing here relies on what a page may replace
 * later, such as the methods of arrays and maps.
 */
import bridge from './bridge.js';
import limits from './limits.js';
import tell from './tell.js';

(() => {
  /** Where a parent asks its frames; the top document is asked over the bridge, for `pending`. */
  const KEY = Symbol.for(`${bridge}.pending`);

  const {SHORT_MS} = limits;
  /** Frames and idle callbacks that are later than this do not come: the tab is hidden. */
  const FRAME_LIMIT = 1000;
  const IDLE_LIMIT = 5000;

  /**
   * Budgets of a source that repeats itself, in milliseconds: how long it may delay every verdict,
   * and a "missing"; and the least that each repetition uses.
   */
  const TIMERS = {every: 2200, missing: 3500, step: 10};
  const FRAMES = {every: 1100, missing: 2200, step: 16};
  const MESSAGES = {every: 1500, missing: 2500, step: 8};
  const REQUESTS = {every: 2200, missing: 3500, step: 300};

  /**
   * A claim delays every verdict until `delaysAllUntil`, then a "missing" until `expiresAt`. `dueAt`
   * is when a long timer fires, else 0; `isSlow` says that it may never end.
   * @typedef {{delaysAllUntil: number, expiresAt: number, dueAt: number, isSlow: boolean}} Claim
   * @typedef {typeof TIMERS} Budget
   */

  /** @type {any} */
  const world = window;

  const {apply, construct} = Reflect;
  const now = performance.now.bind(performance);
  const nativeSetTimeout = window.setTimeout;
  const nativeClearTimeout = window.clearTimeout;
  const nativeSetInterval = window.setInterval;
  const nativeText = Function.prototype.toString;
  const nativeThen = Promise.prototype.then;
  const nativeListen = EventTarget.prototype.addEventListener;
  const nativeSearch = Element.prototype.querySelectorAll;
  const nativeSlice = String.prototype.slice;
  const nativeSplit = String.prototype.split;
  const nativeLog = Math.log2;
  const nativeRound = Math.round;
  const weakGet = WeakMap.prototype.get;
  const weakSet = WeakMap.prototype.set;

  /** Open claims by number, and sources by key; both without a prototype. */
  const open = Object.create(null);
  let sources = Object.create(null);
  let serial = 0;
  let isLeaving = false;

  /** @param {number} ms @param {() => void} callback */
  function after(ms, callback) {
    return apply(nativeSetTimeout, window, [callback, ms]);
  }

  /** @param {EventTarget} target @param {string} type @param {(event: any) => void} listener */
  function listen(target, type, listener) {
    apply(nativeListen, target, [type, listener]);
  }

  /**
   * Opens a claim; returns the function that ends it.
   * @param {Claim} claim
   */
  function begin(claim) {
    serial += 1;
    const id = serial;
    open[id] = claim;
    return () => {
      delete open[id];
    };
  }

  /** @param {number} delaysAllUntil */
  function beginWork(delaysAllUntil, expiresAt = Infinity) {
    return begin({delaysAllUntil, expiresAt, dueAt: 0, isSlow: false});
  }

  /** The browser's own work: if it takes longer than this, it hangs. */
  function beginBrief() {
    return beginWork(Infinity, now() + SHORT_MS);
  }

  /** @param {number} delaysAllUntil */
  function beginSlow(delaysAllUntil) {
    return begin({delaysAllUntil, expiresAt: Infinity, dueAt: 0, isSlow: true});
  }

  /**
   * Until when a claim of this source delays every verdict; null where its budget is used up. It
   * has used the time on the clock or the sum of its delays, whichever is less: timers that run side
   * by side use no more than one, and a slow machine does not use up the budget.
   * @param {string} key @param {number} ms @param {Budget} budget
   */
  function allowance(key, ms, budget) {
    const time = now();
    const source = sources[key] ?? (sources[key] = {times: 0, since: time});
    source.times += 1;
    const step = ms > budget.step ? ms : budget.step;
    const byClock = time + ms - source.since;
    const byCount = source.times * step;
    const used = byClock < byCount ? byClock : byCount;
    if (source.times === 1 || used <= budget.every) {
      return Infinity;
    }
    return used <= budget.missing ? 0 : null;
  }

  const originals = new WeakMap();

  /**
   * Replaces a function by a proxy with the trap `act`.
   * @param {any} owner @param {string} name
   * @param {(target: any, self: any, args: any[]) => unknown} act
   */
  function replace(owner, name, act) {
    const original = owner?.[name];
    if (typeof original === 'function') {
      owner[name] = new Proxy(original, {apply: act});
      apply(weakSet, originals, [owner[name], original]);
    }
  }

  // A proxy reads as native code, but without its name.
  replace(Function.prototype, 'toString', (target, self, args) =>
    apply(target, apply(weakGet, originals, [self]) ?? self, args));

  /**
   * Calls `onNew` with each new object of a class.
   * @param {string} name @param {(made: any) => void} onNew
   */
  function replaceClass(name, onNew) {
    const original = world[name];
    if (typeof original !== 'function') {
      return;
    }
    /** @type {any} */
    const replacement = new Proxy(original, {
      construct(target, args, newTarget) {
        const made = construct(target, args, newTarget === replacement ? target : newTarget);
        onNew(made);
        return made;
      },
    });
    apply(weakSet, originals, [replacement, original]);
    world[name] = replacement;
    original.prototype.constructor = replacement;
  }

  /**
   * Identifies a callback: closures with the same text are the same source.
   * @param {unknown} callback
   */
  function textOf(callback) {
    const isFunction = typeof callback === 'function';
    const text = isFunction ? apply(nativeText, callback, [])
      : typeof callback === 'string' ? callback : '';
    return `${text.length} ${apply(nativeSlice, text, [0, 300])}`;
  }

  /**
   * A delay as the browser reads it; null where reading would run the page's code.
   * @param {any} given
   */
  function delayOf(given) {
    if (typeof given === 'object' && given !== null || typeof given === 'function'
      || typeof given === 'symbol' || typeof given === 'bigint') {
      return null;
    }
    const ms = +given;
    return ms > 0 && ms < 2 ** 31 ? ms : 0;
  }

  // Timers

  const armed = Object.create(null);

  /** @param {unknown} id */
  function disarm(id) {
    if ((typeof id === 'number' || typeof id === 'string') && armed[id] !== undefined) {
      armed[id].end();
      apply(nativeClearTimeout, window, [armed[id].companion]);
      delete armed[id];
    }
  }

  /**
   * The same callback after about the same delay is the same source. Clocks vary the delay a little;
   * every awaited pause has the same callback, the promise's own.
   * @param {unknown} callback @param {number} delay
   */
  function keyOfTimer(callback, delay) {
    return `timer ${nativeRound(nativeLog(delay + 1))} ${textOf(callback)}`;
  }

  /** @param {unknown} callback @param {number} delay */
  function claimOfTimer(callback, delay) {
    const delaysAllUntil = allowance(keyOfTimer(callback, delay), delay, TIMERS);
    if (delaysAllUntil === null) {
      return null;
    }
    return delay > SHORT_MS
      ? begin({delaysAllUntil: 0, expiresAt: Infinity, dueAt: now() + delay, isSlow: false})
      : beginWork(delaysAllUntil);
  }

  replace(window, 'setTimeout', (target, self, args) => {
    const id = apply(target, self, args);
    const delay = delayOf(args[1]);
    const end = delay === null ? null : claimOfTimer(args[0], delay);
    if (end !== null) {
      armed[id] = {end, companion: after(/** @type {number} */ (delay), () => disarm(id))};
    }
    return id;
  });

  /** An interval opens a claim for each run, until it is cleared or its budget is used up. */
  replace(window, 'setInterval', (target, self, args) => {
    const id = apply(target, self, args);
    const delay = delayOf(args[1]);
    if (delay === null || delay > TIMERS.missing) {
      return id;
    }
    const key = `interval ${delay} ${textOf(args[0])}`;
    let end = claimOfInterval(key, delay);
    if (end !== null) {
      const companion = apply(nativeSetInterval, window, [() => {
        end?.();
        end = claimOfInterval(key, delay);
        if (end === null) {
          apply(nativeClearTimeout, window, [companion]);
          delete armed[id];
        }
      }, delay]);
      armed[id] = {end: () => end?.(), companion};
    }
    return id;
  });

  /** @param {string} key @param {number} delay */
  function claimOfInterval(key, delay) {
    const delaysAllUntil = allowance(key, delay, TIMERS);
    return delaysAllUntil === null ? null : beginWork(delay > SHORT_MS ? 0 : delaysAllUntil);
  }

  ['clearTimeout', 'clearInterval'].forEach((name) => {
    replace(window, name, (target, self, args) => {
      disarm(args[0]);
      return apply(target, self, args);
    });
  });

  // Frames and idle callbacks

  /** @param {string} arm @param {string} cancel @param {number} goneAfter */
  function countCallbacks(arm, cancel, goneAfter) {
    const nativeArm = world[arm];
    const nativeCancel = world[cancel];
    const ends = Object.create(null);
    replace(window, arm, (target, self, args) => {
      const id = apply(target, self, args);
      const delaysAllUntil = allowance(`${arm} ${textOf(args[0])}`, 0, FRAMES);
      if (delaysAllUntil !== null) {
        const end = beginWork(delaysAllUntil, now() + goneAfter);
        const companion = apply(nativeArm, window, [() => {
          end();
          delete ends[id];
        }]);
        ends[id] = () => {
          end();
          apply(nativeCancel, window, [companion]);
          delete ends[id];
        };
      }
      return id;
    });
    replace(window, cancel, (target, self, args) => {
      if (typeof args[0] === 'number') {
        ends[args[0]]?.();
      }
      return apply(target, self, args);
    });
  }

  countCallbacks('requestAnimationFrame', 'cancelAnimationFrame', FRAME_LIMIT);
  countCallbacks('requestIdleCallback', 'cancelIdleCallback', IDLE_LIMIT);

  /**
   * Observers of layout get their first entries with the next frame.
   * @param {string} name
   */
  function countObservations(name) {
    const nativeFrame = window.requestAnimationFrame;
    replace(world[name]?.prototype, 'observe', (target, self, args) => {
      apply(target, self, args);
      if (allowance(name, 0, FRAMES) !== null) {
        const end = beginWork(Infinity, now() + FRAME_LIMIT);
        apply(nativeFrame, window, [() => after(0, end)]);
      }
    });
  }

  // Messages: schedulers such as React's continue with them

  /** @param {any} owner */
  function countMessages(owner) {
    replace(owner, 'postMessage', (target, self, args) => {
      const answer = apply(target, self, args);
      const delaysAllUntil = allowance('message', 0, MESSAGES);
      if (delaysAllUntil !== null) {
        after(0, beginWork(delaysAllUntil));
      }
      return answer;
    });
  }

  countMessages(window);
  countMessages(window.MessagePort?.prototype);

  // Requests, and other work that returns a promise

  /**
   * A request to the same address again is a poll.
   * @param {string} key
   */
  function beginRequest(key) {
    const delaysAllUntil = allowance(key, 0, REQUESTS);
    return delaysAllUntil === null ? () => {} : beginSlow(delaysAllUntil);
  }

  /**
   * Ends a claim after a promise, once the page's handlers have begun. The page gets the derived
   * promise, so that a rejection that it does not handle stays unhandled.
   * @template T @param {Promise<T>} promise @param {() => void} end @returns {Promise<T>}
   */
  function until(promise, end) {
    const later = () => after(0, end);
    return apply(nativeThen, promise, [
      (value) => {
        later();
        return value;
      },
      (error) => {
        later();
        throw error;
      },
    ]);
  }

  /** @param {any} owner @param {string[]} names @param {(args: any[]) => string | null} keyOf */
  function countPromises(owner, names, keyOf = () => null) {
    names.forEach((name) => replace(owner, name, (target, self, args) => {
      const promise = apply(target, self, args);
      const key = keyOf(args);
      return until(promise, key === null ? beginSlow(Infinity) : beginRequest(key));
    }));
  }

  /**
   * A request's address without its query, which often holds a timestamp.
   * @param {unknown} url @returns {string}
   */
  function addressOf(url) {
    return typeof url === 'string' || url instanceof URL
      ? apply(nativeSplit, `${url}`, ['?'])[0] : '';
  }

  replace(window, 'fetch', (target, self, args) => {
    const promise = apply(target, self, args);
    const isRequest = args[0] instanceof Request;
    const isReport = (isRequest ? args[0].keepalive : args[1]?.keepalive) === true;
    return isReport ? promise
      : until(promise, beginRequest(`fetch ${addressOf(isRequest ? args[0].url : args[0])}`));
  });
  countPromises(window.Response?.prototype, ['arrayBuffer', 'blob', 'bytes', 'formData', 'json', 'text']);
  countPromises(window.ReadableStreamDefaultReader?.prototype, ['read'], () => 'stream');
  countPromises(window.WebAssembly,
    ['compile', 'compileStreaming', 'instantiate', 'instantiateStreaming']);
  countPromises(window.ServiceWorkerContainer?.prototype, ['register']);
  countPromises(window.FontFace?.prototype, ['load']);
  countPromises(window.HTMLImageElement?.prototype, ['decode']);
  countPromises(window.Scheduler?.prototype, ['postTask'], () => 'task');

  const addresses = new WeakMap();
  const sending = new WeakMap();

  replace(XMLHttpRequest.prototype, 'open', (target, self, args) => {
    const answer = apply(target, self, args);
    apply(weakSet, addresses, [self, `xhr ${addressOf(args[1])}`]);
    return answer;
  });

  replace(XMLHttpRequest.prototype, 'send', (target, self, args) => {
    apply(weakGet, sending, [self])?.();
    const end = beginRequest(apply(weakGet, addresses, [self]) ?? 'xhr');
    apply(weakSet, sending, [self, end]);
    listen(self, 'loadend', () => after(0, end));
    try {
      return apply(target, self, args);
    } catch (error) {
      end();
      throw error;
    }
  });

  replace(window.IDBFactory?.prototype, 'open', (target, self, args) => {
    const request = apply(target, self, args);
    endOn(request, ['success', 'error', 'blocked'], beginBrief());
    return request;
  });

  replace(window.IDBDatabase?.prototype, 'transaction', (target, self, args) => {
    const transaction = apply(target, self, args);
    if (allowance('transaction', 0, MESSAGES) !== null) {
      endOn(transaction, ['complete', 'abort'], beginBrief());
    }
    return transaction;
  });

  replace(window.Document?.prototype, 'startViewTransition', (target, self, args) => {
    const transition = apply(target, self, args);
    const end = beginBrief();
    apply(nativeThen, transition.finished, [end, end]);
    return transition;
  });

  /**
   * Ends a claim after one of these events, once the page's handlers have begun.
   * @param {EventTarget} target @param {string[]} types @param {() => void} end
   */
  function endOn(target, types, end) {
    for (let i = 0; i < types.length; i += 1) {
      listen(target, types[i], () => after(0, end));
    }
  }

  // Sockets and workers: their messages may bring content, if any come

  /** How long to expect more messages after the first one. */
  const MORE_MESSAGES_MS = 2500;

  /** @param {EventTarget} source */
  function expectMessages(source) {
    const end = beginSlow(now() + SHORT_MS);
    let isFirst = true;
    listen(source, 'message', () => {
      if (isFirst) {
        isFirst = false;
        after(MORE_MESSAGES_MS, end);
      }
    });
    endOn(source, ['error', 'close'], end);
  }

  ['WebSocket', 'EventSource', 'Worker'].forEach((name) => replaceClass(name, expectMessages));

  // Scripts, styles, images and frames

  const loading = new WeakMap();
  const LOADED = 'script[src], link[href], img[src], img[srcset], iframe';

  /** @param {any} element */
  function isAwaited(element) {
    switch (element.localName) {
      case 'script':
        return element.src !== '';
      case 'link':
        return /\b(stylesheet|modulepreload)\b/.test(element.rel) && !element.disabled
          && (element.media === '' || matchMedia(element.media).matches);
      case 'img':
        return element.loading !== 'lazy' && !element.complete;
      case 'iframe':
        return element.loading !== 'lazy';
      default:
        return false;
    }
  }

  /** @param {any} element */
  function watchLoading(element) {
    let load = apply(weakGet, loading, [element]);
    if (!isAwaited(element) || load?.end) {
      return;
    }
    if (load === undefined) {
      load = {};
      apply(weakSet, loading, [element, load]);
      endOn(element, ['load', 'error'], () => {
        load.end?.();
        load.end = undefined;
      });
    }
    const isCode = element.localName === 'script' || element.localName === 'link';
    load.end = beginSlow(isCode ? Infinity : now() + SHORT_MS);
  }

  /** @param {ArrayLike<Element>} elements */
  function watchEach(elements) {
    for (let i = 0; i < elements.length; i += 1) {
      watchLoading(elements[i]);
    }
  }

  /** @param {NodeList} nodes */
  function watchAdded(nodes) {
    for (let i = 0; i < nodes.length; i += 1) {
      if (nodes[i].nodeType === 1) {
        watchLoading(nodes[i]);
        watchEach(apply(nativeSearch, nodes[i], [LOADED]));
      }
    }
  }

  // Until the document has loaded, its readyState covers what it loads.
  new MutationObserver((records) => {
    for (let i = 0; document.readyState === 'complete' && i < records.length; i += 1) {
      watchAdded(records[i].addedNodes);
      if (records[i].type === 'attributes') {
        watchLoading(records[i].target);
      }
    }
  }).observe(document, {
    childList: true, subtree: true, attributes: true, attributeFilter: ['src', 'srcset', 'href', 'rel'],
  });

  /** Images outside the document: pages create them to wait for their load event. */
  function countDetachedImages() {
    const described = Object.getOwnPropertyDescriptor(HTMLImageElement.prototype, 'src');
    const set = new Proxy(/** @type {(url: string) => void} */ (described?.set), {
      apply(target, self, args) {
        apply(target, self, args);
        if (document.readyState === 'complete') {
          watchLoading(self);
        }
      },
    });
    apply(weakSet, originals, [set, described?.set]);
    Object.defineProperty(HTMLImageElement.prototype, 'src', {...described, set});
  }

  // Navigation: the next page is the one to judge

  function watchLeaving() {
    listen(navigation, 'navigate', (event) => {
      const {url, sameDocument} = event.destination;
      const isPage = apply(nativeSlice, url, [0, 4]) === 'http' && event.downloadRequest === null;
      if (isPage && !sameDocument) {
        isLeaving = true;
        after(0, () => {
          isLeaving = isLeaving && !event.defaultPrevented;
        });
      }
    });
    const stay = () => {
      isLeaving = false;
    };
    listen(navigation, 'navigateerror', stay);
    listen(navigation, 'navigatesuccess', stay);
  }

  /**
   * Keeps the page out of the back/forward cache: cached pages keep their streams open, and after six
   * of them the browser has no connection left for the site.
   */
  listen(window, 'unload', () => {});

  countObservations('IntersectionObserver');
  countObservations('ResizeObserver');
  countDetachedImages();
  if (window.navigation !== undefined) {
    watchLeaving();
  }

  // User input starts something new: all budgets are renewed.
  ['pointerdown', 'keydown', 'click'].forEach((type) => {
    apply(nativeListen, window, [type, () => {
      sources = Object.create(null);
    }, {capture: true, passive: true}]);
  });

  /**
   * Frames of the same origin may send messages to this page.
   * @param {Pending} counts
   */
  function addFrames(counts) {
    for (let i = 0; i < window.length; i += 1) {
      try {
        const inner = world[i][KEY]?.();
        counts.repeats += inner === undefined ? 0 : inner.work + inner.repeats;
        counts.subscriptions += inner === undefined ? 0 : inner.requests + inner.subscriptions;
      } catch {
        // A frame of another origin cannot be asked.
      }
    }
  }

  /**
   * What is pending now. `work` and `requests` delay every verdict, `repeats` and `subscriptions` only
   * a "missing"; `requests` and `subscriptions` may never end. `nextTimerIn` is the time until the
   * next long timer fires, or -1; `isLeaving` says that another page is about to load.
   * @returns {Pending}
   */
  function snapshot() {
    const time = now();
    const counts = {work: 0, requests: 0, repeats: 0, subscriptions: 0, nextTimerIn: -1, isLeaving};
    for (const id in open) {
      const claim = open[id];
      if (claim.dueAt > 0) {
        const left = claim.dueAt - time > 0 ? claim.dueAt - time : 0;
        counts.nextTimerIn = counts.nextTimerIn < 0 || left < counts.nextTimerIn
          ? left : counts.nextTimerIn;
      } else if (time < claim.expiresAt) {
        const delaysAll = time < claim.delaysAllUntil;
        counts.work += delaysAll && !claim.isSlow ? 1 : 0;
        counts.requests += delaysAll && claim.isSlow ? 1 : 0;
        counts.repeats += !delaysAll && !claim.isSlow ? 1 : 0;
        counts.subscriptions += !delaysAll && claim.isSlow ? 1 : 0;
      }
    }
    addFrames(counts);
    return counts;
  }

  tell('pending', snapshot);
  if (window !== window.top) {
    Object.defineProperty(window, KEY, {value: snapshot});
  }
})();
