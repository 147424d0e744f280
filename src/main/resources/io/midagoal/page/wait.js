/*
 * Waits inside the page until its goals can be judged, and judges them. One wait for all goals:
 * it ends when the page has loaded, nothing that could change it is pending and every goal is met;
 * or when the page has settled with something missing; or at the cap.
 */
const wait = (() => {
  const POLL_MS = 25;
  /** How long a page with something missing must have been quiet, in milliseconds. */
  const PATIENCE_KNOWING = 400;
  const PATIENCE_GUESSING = 1500;
  /** How long a met goal must have stood still where pending work is not known. */
  const STILL_GUESSING = 100;
  /** Changes of unknown origin (a clock, a ticker) prolong the wait by no more than this. */
  const MOST_PROLONGING = 2500;
  /** A request that is still open after this long is a subscription, if all goals are met. */
  const SUBSCRIPTION_AFTER = 1500;

  /** What pending.js counts, {count, intervals}; null where it does not run. */
  const pending = () => ask('pending');

  /** The anti-flicker snippet's style, which keeps the page invisible until Mida has run. */
  function antiFlicker() {
    return document.getElementById('abhide') !== null;
  }

  function loaded() {
    return document.readyState === 'complete' && !antiFlicker();
  }

  function pendingCount() {
    return pending()?.count ?? 0;
  }

  function animating() {
    return document.getAnimations().some((animation) => animation.playState === 'running'
      && Number.isFinite(animation.effect?.getComputedTiming().endTime));
  }

  /** What the browser's own error page says, or null on a page of the site. */
  function browserError() {
    return location.protocol === 'chrome-error:'
      ? document.querySelector('.error-code')?.textContent ?? 'the browser shows an error page' : null;
  }

  /** The HTTP status; of an error without a page of its own only the browser's error page tells. */
  function httpStatus() {
    const told = browserError()?.match(/HTTP ERROR (\d+)/);
    const navigation = performance.getEntriesByType('navigation')[0];
    return told ? Number(told[1]) : navigation?.responseStatus || null;
  }

  function facts(goals, sites) {
    return {
      url: location.href,
      definedUrl: judge.definedUrl(sites),
      title: document.title,
      status: httpStatus(),
      browserError: browserError(),
      goals: judge.judgeAll(goals, sites),
    };
  }

  /** A page that answers with an error is no page to wait for. */
  function isError() {
    return browserError() !== null || httpStatus() >= 400;
  }

  /** Regular expressions are judged elsewhere, by the URL of a page at which nothing is pending. */
  const allMet = (result) => result.goals.every((goal) => goal.met || goal.elsewhere);

  /**
   * Judges a page that did not finish loading in time, as far as it has come; answers null where the
   * browser still shows another one, which has finished.
   */
  function halfLoaded(goals, sites) {
    const navigation = performance.getEntriesByType('navigation')[0];
    const isLoading = navigation !== undefined && navigation.loadEventEnd === 0;
    return isLoading && !isError() ? {...facts(goals, sites), endedBy: 'cap'} : null;
  }

  /** How long this page must be quiet before something is called missing. */
  function patience() {
    const knowing = pending()?.intervals === 0;
    return knowing ? PATIENCE_KNOWING : PATIENCE_GUESSING;
  }

  /**
   * In a document that may run no scripts (a sandbox) timers never fire, not even ours; but nor does
   * anything there build the page.
   */
  function isStill() {
    return matchMedia('(scripting: none)').matches;
  }

  /** Promises the judgement; it comes when the wait ends, which may be at once. */
  function untilJudged(goals, sites, capMs) {
    if (isError()) {
      return Promise.resolve({...facts([], sites), endedBy: 'settled'});
    }
    if (isStill()) {
      const result = facts(goals, sites);
      return Promise.resolve({...result, endedBy: allMet(result) ? 'met' : 'settled'});
    }
    return new Promise((resolve, reject) => poll(goals, sites, capMs, resolve, reject));
  }

  function poll(goals, sites, capMs, done, fail) {
    const start = performance.now();
    let busyUntil = start;
    let changedAt = start;
    let judgedAt = 0;
    let loadedAt = null;
    const observer = new MutationObserver(() => {
      changedAt = performance.now();
    });
    observer.observe(document, {
      attributes: true, characterData: true, childList: true, subtree: true,
    });

    function noteWork(now) {
      if (!loaded()) {
        loadedAt = null;
        busyUntil = now;
      } else {
        loadedAt = loadedAt ?? now;
        if (pendingCount() > 0) {
          busyUntil = now;
        }
      }
    }

    function isQuiet(now) {
      const prolonged = Math.min(changedAt, busyUntil + MOST_PROLONGING);
      return now - Math.max(busyUntil, prolonged) >= patience() && !animating();
    }

    function mayBeMet(now) {
      if (loadedAt === null) {
        return false;
      }
      if (pending() === null) {
        return now - Math.max(changedAt, busyUntil) >= STILL_GUESSING;
      }
      return pendingCount() === 0 || now - loadedAt > SUBSCRIPTION_AFTER;
    }

    /** The end of the wait and the judgement, or null when it goes on. */
    function look(now) {
      if (now - start >= capMs) {
        return {...facts(goals, sites), endedBy: 'cap'};
      }
      const quiet = isQuiet(now);
      const changed = judgedAt <= Math.max(changedAt, busyUntil);
      if (!quiet && !(changed && mayBeMet(now))) {
        return null;
      }
      judgedAt = now;
      const result = facts(goals, sites);
      if (allMet(result)) {
        return {...result, endedBy: 'met'};
      }
      return quiet ? {...result, endedBy: 'settled'} : null;
    }

    function turn() {
      try {
        const now = performance.now();
        noteWork(now);
        const result = look(now);
        if (result === null) {
          setTimeout(turn, POLL_MS);
        } else {
          observer.disconnect();
          done(result);
        }
      } catch (error) {
        observer.disconnect();
        fail(error);
      }
    }

    turn();
  }

  return {halfLoaded, untilJudged};
})();
