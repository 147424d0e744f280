/*
 * Waits inside the page until all its goals can be judged, and judges them. The wait ends when every
 * goal is met and nothing pending could undo that, when the page has settled with something missing,
 * or at the cap. docs/waiting.md tells users what is waited for, and for how long.
 *
 * Nothing lasts until the cap but loading and a blocked main thread: what may never end is waited for
 * during a share of the cap, and what repeats itself until its budget is used up (see pending.js).
 */
import ask from './ask.js';
import dom from '../dom/dom.js';
import judge from '../goals/judge.js';
import limits from './limits.js';
import pageFacts from './pageFacts.js';
import scrollTour from './scrollTour.js';
import types from '../goals/types.js';

/**
 * Times in milliseconds: `now`, how long ago the last check was (`passed`), how long the wait has
 * taken (`waited`), how much of that only for animations (`animated`), and the `cap`.
 * @typedef {{now: number, passed: number, waited: number, animated: number, cap: number}} Clock
 */

/** The browser's default limit of resource timing entries. */
const MOST_RESOURCES = 250;
/** Judging blocks the page: after each judgement it rests this many times as long. */
const REST_PER_JUDGEMENT = 5;

/** @type {Pending} */
const NOTHING =
  {work: 0, requests: 0, repeats: 0, subscriptions: 0, nextTimerIn: -1, isLeaving: false};

/** Whether pending.js runs on this page: it can only be installed with CDP. */
const seesPending = ask('pending') !== null;

/** @returns {Pending} */
function pending() {
  return ask('pending') ?? NOTHING;
}

function loaded() {
  return document.readyState === 'complete';
}

/** When the page had loaded, as `performance.now()` counts; 0 before that. */
function loadedAt() {
  return performance.getEntriesByType('navigation')[0]?.loadEventEnd ?? 0;
}

/**
 * Whether Mida's anti-flicker style still hides the page.
 * @param {number} now
 */
function hasAntiFlicker(now) {
  return document.getElementById('abhide') !== null && now - loadedAt() < limits.ANTI_FLICKER_MS;
}

/**
 * In how many milliseconds, at most `limit`, the last running animation ends; or 0.
 * @param {number} limit
 */
function animatingFor(limit) {
  const left = document.getAnimations()
    .filter((animation) => animation.playState === 'running')
    .map(({effect, currentTime, playbackRate}) =>
      (Number(effect?.getComputedTiming().endTime) - Number(currentTime)) / Math.abs(playbackRate));
  return Math.max(0, ...left.filter((ms) => ms <= limit));
}

/**
 * In how many milliseconds `<meta http-equiv="refresh">` opens another page, or Infinity.
 * @param {number} now
 */
function refreshIn(now) {
  /** @type {HTMLMetaElement | null} */
  const meta = document.querySelector('meta[http-equiv="refresh" i]');
  const content = meta?.content ?? '';
  const [, seconds, rest] = content.match(/^\s*([\d.]+)\s*[;,]\s*(.*)$/) ?? [, NaN, ''];
  const url = rest.replace(/^url\s*=\s*/i, '').replace(/^(["'])(.*?)\1.*$/, '$2');
  if (url === '' || new URL(url, document.baseURI).href === location.href) {
    return Infinity;
  }
  const left = loadedAt() + Number(seconds) * 1000 - now;
  return left > -1000 ? left : Infinity;
}

/**
 * The modules that inline scripts name in `import("...")`, cached for a number of scripts.
 * @type {{scripts: number, urls: string[]}}
 */
const named = {scripts: -1, urls: []};

function namedModules() {
  if (named.scripts !== document.scripts.length) {
    named.scripts = document.scripts.length;
    named.urls = Array.from(document.scripts)
      .filter((script) => !script.src && /^(module|(text|application)\/javascript)?$/.test(script.type))
      .flatMap((script) => Array.from(
        (script.text ?? '').matchAll(/\bimport\s*\(\s*(["'`])((?:https?:|[./])[^"'`$]*)\1/g)))
      .map(([, , path]) => new URL(path, document.baseURI).href);
  }
  return named.urls;
}

/** Whether a module named in an inline script is missing; some are imported on a click only. */
function isImporting() {
  return namedModules().some(
    (url) => performance.getEntriesByName(url, 'resource').length === 0)
    && performance.getEntriesByType('resource').length < MOST_RESOURCES;
}

/** Modules load others with `import()`, which nobody can see before they arrive. */
function mayImport() {
  return document.querySelector('script[type="module"]') !== null;
}

/**
 * Regular expressions are judged elsewhere (urlQuestions.js), by the final URL.
 * @param {{goals: GoalFacts[]}} result
 */
const allMet = (result) => result.goals.every((goal) => goal.met || goal.elsewhere);

/** Fonts and modules may never arrive, and mostly change nothing that is there. */
function expectsCode() {
  return document.fonts.status === 'loading' || isImporting();
}

/**
 * Whether something pending delays every verdict.
 * @param {Pending} work @param {Clock} clock
 */
function delaysAll(work, clock) {
  return !loaded() || hasAntiFlicker(clock.now)
    || (clock.waited < limits.WORK_SHARE * clock.cap && work.work > 0)
    || (clock.waited < limits.ENDLESS_SHARE * clock.cap && (work.requests > 0 || work.isLeaving))
    || (clock.waited < limits.SHORT_MS && expectsCode())
    || refreshIn(clock.now) <= limits.SHORT_MS;
}

/**
 * Animations that start again and again must not delay verdicts for ever.
 * @param {Clock} clock
 */
function animationDelaysAll(clock) {
  return clock.animated < limits.SHORT_MS && animatingFor(limits.SHORT_MS) > 0;
}

/**
 * Whether something pending may still bring what is missing.
 * @param {Pending} work @param {Clock} clock
 */
function mayStillCome(work, clock) {
  const left = limits.TIMER_SHARE * clock.cap - clock.waited;
  const mayBeEndless = clock.waited < limits.ENDLESS_SHARE * clock.cap;
  return (clock.waited < limits.WORK_SHARE * clock.cap && work.repeats > 0)
    || (mayBeEndless && (work.subscriptions > 0 || expectsCode() || animatingFor(left) > 0))
    || (work.nextTimerIn >= 0 && work.nextTimerIn < left)
    || refreshIn(clock.now) < left;
}

/**
 * Whether the browser still shows the document from before this page, the `opened`th, was opened. It
 * does so for a download and for an empty response. `opened` is 0 where midagoal opened no page.
 * @param {number} opened
 */
function isPreviousDocument(opened) {
  const before = globalThis.midagoalOpened ?? opened;
  globalThis.midagoalOpened = opened;
  return opened > 0 && before < opened;
}

/**
 * Judges the part that has arrived of a page that did not finish loading in time; null where the
 * browser still shows the page before.
 * @param {GoalQuery[]} goals @param {Sites} sites @returns {PageFacts | null}
 */
function judgeHalfLoaded(goals, sites) {
  const navigation = performance.getEntriesByType('navigation')[0];
  const isLoading = navigation !== undefined && navigation.loadEventEnd === 0;
  return isLoading && !pageFacts.isError() ? {...pageFacts.collect(goals, sites), endedBy: 'cap'} : null;
}

/** Observes when the page last changed and grew, and how long its last step of growth took. */
function watchChanges() {
  const seen = {changedAt: 0, grownAt: -Infinity, step: Infinity, end() {}};
  const everything = document.getElementsByTagName('*');
  let most = everything.length;
  const note = () => {
    seen.changedAt = performance.now();
    if (everything.length > most) {
      most = everything.length;
      seen.step = seen.changedAt - seen.grownAt;
      seen.grownAt = seen.changedAt;
    }
  };
  const changes = new MutationObserver(note);
  changes.observe(document, {
    attributes: true, characterData: true, childList: true, subtree: true,
  });
  // Code that has arrived is about to run.
  const arrivals = new PerformanceObserver(note);
  arrivals.observe({type: 'resource'});
  seen.end = () => {
    changes.disconnect();
    arrivals.disconnect();
  };
  return seen;
}

/** Elements with scripts, and those whose documents may have some. */
const WITH_CODE = 'script, iframe, frame, object, embed';

/** @param {Element} element */
const hasHandler = (element) =>
  dom.attributeNames(element).some((name) => name.startsWith('on'));

/** Whether the page has no code of its own: nothing can change it any more. */
function hasNoCode() {
  return dom.first(document, WITH_CODE) === null && !dom.all(document, '*').some(hasHandler);
}

/**
 * Whether a page that has been quiet for so long counts as quiet.
 * @param {number} quietFor @param {number} cap
 */
function isQuietEnough(quietFor, cap) {
  const seesAll = seesPending && !mayImport();
  const quiet = seesAll ? limits.QUIET_MS_WITH_CDP : limits.QUIET_MS_WITHOUT_CDP;
  const share = limits.QUIET_SHARE * cap;
  return quietFor >= Math.min(quiet, share)
    || (quietFor >= Math.min(limits.QUIET_MS_WITHOUT_CODE, share) && seesPending && hasNoCode());
}

/** @param {number} cap */
function changeExtensionMs(cap) {
  return seesPending
    ? Math.min(limits.CHANGE_EXTENSION_MS_WITH_CDP, limits.CHANGE_EXTENSION_SHARE * cap)
    : limits.CHANGE_EXTENSION_MS_WITHOUT_CDP;
}

/** In a sandbox without scripts, even our timers never fire; but nothing changes the page either. */
function runsNoScripts() {
  return matchMedia('(scripting: none)').matches;
}

/**
 * Judges the goals when the wait ends, which may be at once.
 * @param {GoalQuery[]} goals @param {Sites} sites @param {number} capMs @param {number} opened
 * @returns {Promise<PageFacts>}
 */
function judgeWhenReady(goals, sites, capMs, opened) {
  if (isPreviousDocument(opened)) {
    return Promise.resolve({
      ...pageFacts.collect([], sites), status: null, isPrevious: true, endedBy: 'settled',
    });
  }
  if (pageFacts.isError() || pageFacts.scriptlessType() !== null) {
    return Promise.resolve({...pageFacts.collect([], sites), endedBy: 'settled'});
  }
  if (runsNoScripts()) {
    const result = pageFacts.collect(goals, sites);
    return Promise.resolve({...result, endedBy: allMet(result) ? 'met' : 'settled'});
  }
  const endAt = performance.now() + capMs;
  return pollUntilReady(goals, sites, capMs).then((result) => (
    result.endedBy === 'settled' && mayMeetMore(goals, result.goals)
      ? judgeWhileScrolling(goals, sites, result, endAt) : result));
}

/**
 * @param {GoalQuery[]} goals @param {Sites} sites @param {number} capMs
 * @returns {Promise<PageFacts>}
 */
function pollUntilReady(goals, sites, capMs) {
  return new Promise((resolve, reject) => poll(goals, sites, capMs, resolve, reject));
}

/** @param {GoalQuery} goal @param {GoalFacts} fact */
const mayBeMetOnScroll = (goal, fact) => types.isOfElements(goal)
  && !fact.met && fact.syntaxError === undefined;

/** @param {GoalQuery[]} goals @param {GoalFacts[]} found */
const mayMeetMore = (goals, found) => goals.some((goal, i) => mayBeMetOnScroll(goal, found[i]));

/**
 * The facts, with later ones for goals that were not met: once met, a goal stays met.
 * @param {GoalQuery[]} goals @param {GoalFacts[]} found @param {GoalFacts[]} later
 * @returns {GoalFacts[]}
 */
function withLater(goals, found, later) {
  return found.map((fact, i) => (mayBeMetOnScroll(goals[i], fact)
    ? {...later[i], onScroll: later[i].met} : fact));
}

/** @param {Pending} work */
const isBusy = ({work, requests, repeats, nextTimerIn}) =>
  work + requests + repeats > 0 || nextTimerIn >= 0;

/**
 * Scrolls to what is not met, which may make the page show it, and judges again at each stop.
 * @param {GoalQuery[]} goals @param {Sites} sites @param {PageFacts} result @param {number} endAt
 * @returns {Promise<PageFacts>}
 */
async function judgeWhileScrolling(goals, sites, result, endAt) {
  let found = result.goals;
  const judgeAtStop = () => {
    found = withLater(goals, found, judge.judgeAll(goals, sites));
    return !mayMeetMore(goals, found) || performance.now() > endAt;
  };
  const changes = watchChanges();
  const missing = goals.filter((goal, i) => mayBeMetOnScroll(goal, found[i]))
    .flatMap((goal) => types.ofElements(goal).elements(goal));
  const hasMoved = await scrollTour.visit(missing, judgeAtStop);
  changes.end();
  if (hasMoved && (changes.changedAt > 0 || isBusy(pending())) && mayMeetMore(goals, found)) {
    const last = await pollUntilReady(goals, sites, endAt - performance.now());
    found = withLater(goals, found, last.goals);
  }
  const all = {...result, goals: found};
  return {...all, endedBy: allMet(all) ? 'met' : 'settled'};
}

/**
 * Calls `done` with the judgement when the wait ends.
 * @param {GoalQuery[]} goals @param {Sites} sites @param {number} capMs
 * @param {(result: PageFacts) => void} done @param {(error: unknown) => void} fail
 */
function poll(goals, sites, capMs, done, fail) {
  const start = performance.now();
  const clock = {now: start, passed: 0, waited: 0, animated: 0, cap: capMs};
  const changes = watchChanges();
  /** When something last delayed every verdict; when something last delayed a "missing". */
  let delayedUntil = seesPending ? 0 : Math.max(0, loadedAt());
  let busyUntil = start;
  let judgedAt = 0;
  let judgedIn = 0;

  function updateClock() {
    const now = performance.now();
    clock.passed = now - clock.now;
    clock.now = now;
    clock.waited = now - start;
  }

  function checkPending() {
    const work = pending();
    const {now} = clock;
    if (delaysAll(work, clock)) {
      delayedUntil = now;
      busyUntil = now;
    } else if (animationDelaysAll(clock)) {
      clock.animated += clock.passed;
      delayedUntil = now;
      busyUntil = now;
    } else if (mayStillCome(work, clock)
      || (clock.waited < limits.ENDLESS_SHARE * clock.cap && isGrowing(now))) {
      busyUntil = now;
    }
  }

  /**
   * A page that only replaces what it shows does not grow.
   * @param {number} now
   */
  function isGrowing(now) {
    return changes.step <= limits.GROWTH_STEP_MS
      && now - changes.grownAt < 1.5 * changes.step + limits.POLL_MS;
  }

  /** @param {number} now */
  function isQuiet(now) {
    const changedUntil = Math.min(changes.changedAt, busyUntil + changeExtensionMs(capMs));
    return isQuietEnough(now - Math.max(busyUntil, changedUntil), capMs);
  }

  /**
   * Whether nothing is pending that could take away what is there.
   * @param {number} now
   */
  function isStable(now) {
    if (seesPending) {
      return now - delayedUntil >= limits.STABLE_MS_WITH_CDP;
    }
    const hasScripts = document.scripts.length > 0;
    const changedUntil =
      Math.min(changes.changedAt, delayedUntil + limits.CHANGE_EXTENSION_MS_WITHOUT_CDP);
    return now - delayedUntil >= (hasScripts ? limits.QUIET_MS_WITHOUT_CDP : 0)
      && now - changedUntil >= limits.STABLE_MS_WITHOUT_CDP;
  }

  /** @param {number} now */
  function isWorthJudging(now) {
    return judgedAt <= Math.max(changes.changedAt, delayedUntil)
      && now - judgedAt >= judgedIn * REST_PER_JUDGEMENT;
  }

  /** @param {string} endedBy */
  function judgeNow(endedBy) {
    judgedAt = performance.now();
    const result = {...pageFacts.collect(goals, sites), endedBy};
    judgedIn = performance.now() - judgedAt;
    return result;
  }

  /**
   * The judgement that ends the wait, or null when it goes on.
   * @param {number} now @returns {PageFacts | null}
   */
  function judgeIfReady(now) {
    if (now - start >= capMs) {
      return judgeNow('cap');
    }
    const quiet = isQuiet(now);
    if (!quiet && !(isStable(now) && isWorthJudging(now))) {
      return null;
    }
    const result = judgeNow('settled');
    if (allMet(result)) {
      return {...result, endedBy: 'met'};
    }
    return quiet ? result : null;
  }

  function check() {
    try {
      updateClock();
      checkPending();
      const result = judgeIfReady(clock.now);
      if (result === null) {
        setTimeout(check, limits.POLL_MS);
      } else {
        changes.end();
        done(result);
      }
    } catch (error) {
      changes.end();
      fail(error);
    }
  }

  check();
}

export default {judgeHalfLoaded, judgeWhenReady};
