/*
 * Counts what could still change the page: requests under way, timers of up to two seconds that have
 * not run, idle callbacks, frames, scripts and style sheets being loaded. Registered ahead of the
 * page's own scripts where the driver can do that; where it cannot, wait.js is more patient instead.
 *
 * A callback that is armed again and again is a clock, not a page being built: the time it may
 * claim, and how often, is bounded.
 */
(() => {
  if (window !== window.top) {
    return;
  }
  const LONGEST_TIMER = 2000;
  const LONGEST_CLAIM = 3000;
  const MOST_CLAIMS = 12;
  const state = {count: 0, intervals: 0};
  const setTimeout = window.setTimeout.bind(window);
  tell('pending', () => state);
  const claims = new Map();

  function begin() {
    state.count += 1;
    let open = true;
    return () => {
      if (open) {
        open = false;
        state.count -= 1;
      }
    };
  }

  /** Whether callbacks of this source may claim that the page waits for them, once more. */
  function mayClaim(callback, delay) {
    const source = `${delay} ${callback}`;
    const claim = claims.get(source) ?? {times: 0, ms: 0};
    claims.set(source, claim);
    claim.times += 1;
    claim.ms += delay;
    return claim.times <= MOST_CLAIMS && (claim.times === 1 || claim.ms <= LONGEST_CLAIM);
  }

  function countCallbacks(arm, disarm, isTimer) {
    const originalArm = window[arm];
    const originalDisarm = window[disarm];
    if (originalArm === undefined) {
      return;
    }
    const open = new Map();
    window[arm] = function (callback, ...rest) {
      const delay = isTimer ? Number(rest[0]) || 0 : 0;
      if (typeof callback !== 'function' || delay > LONGEST_TIMER || !mayClaim(callback, delay)) {
        return originalArm.call(window, callback, ...rest);
      }
      const end = begin();
      const id = originalArm.call(window, (...args) => {
        open.delete(id);
        try {
          return callback.apply(window, args);
        } finally {
          end();
        }
      }, ...rest);
      open.set(id, end);
      return id;
    };
    window[disarm] = function (id) {
      open.get(id)?.();
      open.delete(id);
      return originalDisarm.call(window, id);
    };
  }

  countCallbacks('setTimeout', 'clearTimeout', true);
  countCallbacks('requestIdleCallback', 'cancelIdleCallback', false);
  countCallbacks('requestAnimationFrame', 'cancelAnimationFrame', false);

  function countIntervals() {
    const originalArm = window.setInterval;
    const originalDisarm = window.clearInterval;
    const open = new Set();
    window.setInterval = function (callback, delay, ...rest) {
      const id = originalArm.call(window, callback, delay, ...rest);
      if (!(delay > LONGEST_TIMER)) {
        open.add(id);
        state.intervals = open.size;
      }
      return id;
    };
    window.clearInterval = function (id) {
      open.delete(id);
      state.intervals = open.size;
      return originalDisarm.call(window, id);
    };
  }

  countIntervals();

  /** Ends a claim a moment after a promise, so that what the page does with it has begun. */
  function until(promise) {
    const end = begin();
    const later = () => setTimeout(end, 0);
    promise.then(later, later);
    return promise;
  }

  function countPromises(owner, name) {
    const original = owner[name];
    owner[name] = function (...args) {
      return until(original.apply(this, args));
    };
  }

  countPromises(window, 'fetch');
  ['arrayBuffer', 'blob', 'formData', 'json', 'text'].forEach(
    (name) => countPromises(Response.prototype, name));

  const originalSend = XMLHttpRequest.prototype.send;
  XMLHttpRequest.prototype.send = function (...args) {
    const end = begin();
    this.addEventListener('loadend', () => setTimeout(end, 0), {once: true});
    try {
      return originalSend.apply(this, args);
    } catch (error) {
      end();
      throw error;
    }
  };

  function watchLoading(node) {
    const isScript = node.localName === 'script' && node.src;
    const isStyle = node.localName === 'link' && node.relList.contains('stylesheet');
    if (isScript || isStyle) {
      const end = begin();
      node.addEventListener('load', () => setTimeout(end, 0), {once: true});
      node.addEventListener('error', end, {once: true});
    }
  }

  // Until the document has loaded, its readyState speaks for what it loads.
  new MutationObserver((records) => {
    if (document.readyState === 'complete') {
      records.forEach((record) => record.addedNodes.forEach(watchLoading));
    }
  }).observe(document, {childList: true, subtree: true});
})();
