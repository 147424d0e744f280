/*
 * Waits inside the page until its goals can be judged, and judges them. One wait for all goals:
 * it ends when the page has loaded, nothing that could change it is pending and every goal is met;
 * or when the page has settled with something missing; or at the cap.
 *
 * What is waited for (the guide's page "How long midagoal waits" says the same to its users):
 *
 * - Before any verdict: loading, the anti-flicker style, requests, timers of up to 2 s, frames, idle
 *   callbacks, messages, fonts, modules, animations that end within 2 s, a navigation under way.
 * - Before something is called missing, besides: longer timers and animations, sources that come
 *   back (a while longer), sockets, images, a page that keeps growing; and then a moment of quiet.
 *
 * What is there and out of reach then is scrolled to, and judged once more.
 *
 * Nothing holds the wait up to the cap but loading and the page's own main thread: what may never
 * end is waited for until a share of the cap is gone, what comes back until its time is used.
 */
import arrival from '../urls/arrival.js';
import ask from './ask.js';
import judge from '../goals/judge.js';
import scrollTour from './scrollTour.js';
import types from '../goals/types.js';

/**
 * Times in milliseconds: `now`, what has `passed` since the last look, what was `waited` so far, how
 * much of it for animations alone, and the `cap`.
 * @typedef {{now: number, passed: number, waited: number, animated: number, cap: number}} Clock
 */

const POLL_MS = 25;
/** How long a page with something missing must have been quiet, in milliseconds. */
const PATIENCE_KNOWING = 400;
/** The same where it is not known what is pending: no preload script, modules that load others. */
const PATIENCE_GUESSING = 1500;
/** How long a page with all goals met must have been quiet after it was seen at work. */
const STILL_KNOWING = 50;
const STILL_GUESSING = 100;
/** Changes of unknown origin (a clock, a ticker) prolong the wait by no more than this. */
const PROLONGING_KNOWING = 700;
const PROLONGING_GUESSING = 2500;
/** Animations, fonts and refreshes hold back every verdict for no longer than this. */
const SHORT = 2000;
/** A page that is built in steps of up to this many milliseconds is seen to grow. */
const LONGEST_STEP = 1200;
/** Mida's own time-out for its anti-flicker style is 3 s at the most. */
const LONGEST_FLICKER = 4000;
/** The browser keeps account of no more resources than this. */
const RESOURCES_KEPT = 250;
/** Judging costs work; while something is missing, it may take this part of the time. */
const REST_PER_JUDGEMENT = 5;

/**
 * Parts of the cap: how much of it may go by for what may never end (a long poll, a socket), for
 * work that is under way, and until a timer or an animation must end to be waited for. What is left
 * is for the page to become quiet in, so that the cap is not what ends the wait.
 */
const ENDLESS_SHARE = 0.7;
const WORK_SHARE = 0.75;
const TIMER_SHARE = 0.9;
const PATIENCE_SHARE = 0.15;
const PROLONGING_SHARE = 0.07;

/** @type {Pending} */
const NOTHING =
  {work: 0, requests: 0, repeats: 0, subscriptions: 0, nextTimerIn: -1, isLeaving: false};

/** Whether it is known what is pending: whether pending.js runs on this page. */
const isKnown = ask('pending') !== null;

/** @returns {Pending} */
function pending() {
  return ask('pending') ?? NOTHING;
}

function loaded() {
  return document.readyState === 'complete';
}

/** When the page had loaded, in milliseconds on the clock of `performance.now()`. */
function loadedAt() {
  return performance.getEntriesByType('navigation')[0]?.loadEventEnd ?? 0;
}

/**
 * The anti-flicker snippet's style, which keeps the page invisible until Mida has run.
 * @param {number} now
 */
function antiFlicker(now) {
  return document.getElementById('abhide') !== null && now - loadedAt() < LONGEST_FLICKER;
}

/**
 * The longest time in milliseconds, up to `limit`, after which a running animation ends; or 0.
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
 * In how many milliseconds `<meta http-equiv="refresh">` leads to another page, or Infinity.
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
 * The modules that inline scripts name in `import("...")`; looked for when scripts are added.
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

/** Whether a module that an inline script names has not arrived; some come on a click only. */
function importing() {
  return namedModules().some(
    (url) => performance.getEntriesByName(url, 'resource').length === 0)
    && performance.getEntriesByType('resource').length < RESOURCES_KEPT;
}

/** Modules load others by `import()`, and nothing tells of it before they have arrived. */
function mayImport() {
  return document.querySelector('script[type="module"]') !== null;
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

/**
 * The media type of a document in which no script can stand, Mida's neither: a PDF, an image, a
 * text; null on a page.
 */
function scriptlessType() {
  const {contentType} = document;
  const namespace = document.documentElement?.namespaceURI ?? '';
  const isPage = ['text/html', 'application/xhtml+xml', 'image/svg+xml'].includes(contentType)
    || (contentType.endsWith('xml') && /xhtml|svg/.test(namespace)
      && document.getElementById('webkit-xml-viewer-source-xml') === null);
  return isPage ? null : contentType;
}

/**
 * Whether this document was here before the page was opened, which is the `opened`th: the browser
 * stays where it is when the answer is a download or has no content. 0 where none was opened.
 * @param {number} opened
 */
function stays(opened) {
  const before = globalThis.midagoalOpened ?? opened;
  globalThis.midagoalOpened = opened;
  return opened > 0 && before < opened;
}

const STAYS = 'the browser stays on the page before, as it does when the answer is a download or'
  + ' has no content';

/** @param {GoalQuery[]} goals @param {Sites} sites */
function facts(goals, sites) {
  return {
    url: location.href,
    definedUrl: arrival.definedUrl(sites),
    arrival: arrival.facts(sites, goals.some((goal) => types.of(goal).isExpression)),
    title: document.title,
    status: httpStatus(),
    browserError: browserError(),
    contentType: scriptlessType(),
    goals: judge.judgeAll(goals, sites),
  };
}

/** A page that answers with an error is no page to wait for. */
function isError() {
  return browserError() !== null || (httpStatus() ?? 0) >= 400;
}

/**
 * Regular expressions are judged elsewhere, by the URL of a page at which nothing is pending.
 * @param {{goals: GoalFacts[]}} result
 */
const allMet = (result) => result.goals.every((goal) => goal.met || goal.elsewhere);

/** Fonts and modules may never come, and mostly change nothing of what is there. */
function expectsCode() {
  return document.fonts.status === 'loading' || importing();
}

/**
 * Whether something holds back every verdict. `clock`, in milliseconds: `now`, what has `passed`
 * since the last look, what was `waited` so far, how much of it for animations alone, the `cap`.
 * @param {Pending} work @param {Clock} clock
 */
function holdsBack(work, clock) {
  return !loaded() || antiFlicker(clock.now)
    || (clock.waited < WORK_SHARE * clock.cap && work.work > 0)
    || (clock.waited < ENDLESS_SHARE * clock.cap && (work.requests > 0 || work.isLeaving))
    || (clock.waited < SHORT && expectsCode())
    || refreshIn(clock.now) <= SHORT;
}

/**
 * Animations that are started again and again must not hold back for ever.
 * @param {Clock} clock
 */
function animationHoldsBack(clock) {
  return clock.animated < SHORT && animatingFor(SHORT) > 0;
}

/**
 * Whether something holds back, besides, that anything is called missing.
 * @param {Pending} work @param {Clock} clock
 */
function mayStillCome(work, clock) {
  const left = TIMER_SHARE * clock.cap - clock.waited;
  const mayBeEndless = clock.waited < ENDLESS_SHARE * clock.cap;
  return (clock.waited < WORK_SHARE * clock.cap && work.repeats > 0)
    || (mayBeEndless && (work.subscriptions > 0 || expectsCode() || animatingFor(left) > 0))
    || (work.nextTimerIn >= 0 && work.nextTimerIn < left)
    || refreshIn(clock.now) < left;
}

/**
 * Judges a page that did not finish loading in time, as far as it has come; answers null where the
 * browser still shows another one, which has finished.
 * @param {GoalQuery[]} goals @param {Sites} sites @returns {PageFacts | null}
 */
function halfLoaded(goals, sites) {
  const navigation = performance.getEntriesByType('navigation')[0];
  const isLoading = navigation !== undefined && navigation.loadEventEnd === 0;
  return isLoading && !isError() ? {...facts(goals, sites), endedBy: 'cap'} : null;
}

/** What has changed on the page, and when it last grew. */
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

/**
 * How long the page must be quiet before something is called missing.
 * @param {number} cap
 */
function patience(cap) {
  const isCertain = isKnown && !mayImport();
  return Math.min(isCertain ? PATIENCE_KNOWING : PATIENCE_GUESSING, PATIENCE_SHARE * cap);
}

/** @param {number} cap */
function mostProlonging(cap) {
  return isKnown ? Math.min(PROLONGING_KNOWING, PROLONGING_SHARE * cap) : PROLONGING_GUESSING;
}

/**
 * In a document that may run no scripts (a sandbox) timers never fire, not even ours; but nor does
 * anything there build the page.
 */
function runsNoScripts() {
  return matchMedia('(scripting: none)').matches;
}

/**
 * Promises the judgement; it comes when the wait ends, which may be at once.
 * @param {GoalQuery[]} goals @param {Sites} sites @param {number} capMs @param {number} opened
 * @returns {Promise<PageFacts>}
 */
function untilJudged(goals, sites, capMs, opened) {
  if (stays(opened)) {
    return Promise.resolve(
      {...facts([], sites), status: null, browserError: STAYS, endedBy: 'settled'});
  }
  if (isError() || scriptlessType() !== null) {
    return Promise.resolve({...facts([], sites), endedBy: 'settled'});
  }
  if (runsNoScripts()) {
    const result = facts(goals, sites);
    return Promise.resolve({...result, endedBy: allMet(result) ? 'met' : 'settled'});
  }
  const endAt = performance.now() + capMs;
  return polled(goals, sites, capMs).then((result) => (
    result.endedBy === 'settled' && isMissing(goals, result.goals)
      ? afterGoingThere(goals, sites, result, endAt) : result));
}

/**
 * @param {GoalQuery[]} goals @param {Sites} sites @param {number} capMs
 * @returns {Promise<PageFacts>}
 */
function polled(goals, sites, capMs) {
  return new Promise((resolve, reject) => poll(goals, sites, capMs, resolve, reject));
}

/** @param {GoalQuery} goal @param {GoalFacts} fact */
const mayBeFurtherDown = (goal, fact) => types.isOfElements(goal)
  && !fact.met && fact.syntaxError === undefined;

/**
 * Whether any goal is not met that may be once a visitor has gone to it.
 * @param {GoalQuery[]} goals @param {GoalFacts[]} found
 */
const isMissing = (goals, found) => goals.some((goal, i) => mayBeFurtherDown(goal, found[i]));

/**
 * What is known of the goals once a visitor has gone there: one that was met then is met.
 * @param {GoalQuery[]} goals @param {GoalFacts[]} found @param {GoalFacts[]} later
 * @returns {GoalFacts[]}
 */
function bettered(goals, found, later) {
  return found.map((fact, i) => (mayBeFurtherDown(goals[i], fact)
    ? {...later[i], onScroll: later[i].met} : fact));
}

/** @param {Pending} work */
const isAtWork = ({work, requests, repeats, nextTimerIn}) =>
  work + requests + repeats > 0 || nextTimerIn >= 0;

/**
 * The judgement after a visitor has scrolled to what is missing: it may come to life by that.
 * @param {GoalQuery[]} goals @param {Sites} sites @param {PageFacts} result @param {number} endAt
 * @returns {Promise<PageFacts>}
 */
async function afterGoingThere(goals, sites, result, endAt) {
  let found = result.goals;
  const isEnough = () => {
    found = bettered(goals, found, judge.judgeAll(goals, sites));
    return !isMissing(goals, found) || performance.now() > endAt;
  };
  const changes = watchChanges();
  const missing = goals.filter((goal, i) => mayBeFurtherDown(goal, found[i]))
    .flatMap((goal) => types.ofElements(goal).elements(goal));
  const hasMoved = await scrollTour.to(missing, isEnough);
  changes.end();
  if (hasMoved && (changes.changedAt > 0 || isAtWork(pending())) && isMissing(goals, found)) {
    const last = await polled(goals, sites, endAt - performance.now());
    found = bettered(goals, found, last.goals);
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
  /** When something was last seen that holds back every verdict, and what is missing. */
  let heldUntil = isKnown ? 0 : Math.max(0, loadedAt());
  let busyUntil = start;
  let judgedAt = 0;
  let judgedIn = 0;

  function noteTime() {
    const now = performance.now();
    clock.passed = now - clock.now;
    clock.now = now;
    clock.waited = now - start;
  }

  function noteWork() {
    const work = pending();
    const {now} = clock;
    if (holdsBack(work, clock)) {
      heldUntil = now;
      busyUntil = now;
    } else if (animationHoldsBack(clock)) {
      clock.animated += clock.passed;
      heldUntil = now;
      busyUntil = now;
    } else if (mayStillCome(work, clock)
      || (clock.waited < ENDLESS_SHARE * clock.cap && isGrowing(now))) {
      busyUntil = now;
    }
  }

  /**
   * Whether the page grows step by step; one that replaces what it shows does not grow.
   * @param {number} now
   */
  function isGrowing(now) {
    return changes.step <= LONGEST_STEP && now - changes.grownAt < 1.5 * changes.step + POLL_MS;
  }

  /** @param {number} now */
  function isQuiet(now) {
    const prolonged = Math.min(changes.changedAt, busyUntil + mostProlonging(capMs));
    return now - Math.max(busyUntil, prolonged) >= patience(capMs);
  }

  /**
   * Whether nothing is at work that could take away what is there.
   * @param {number} now
   */
  function isStill(now) {
    if (isKnown) {
      return now - heldUntil >= STILL_KNOWING;
    }
    const hasScripts = document.scripts.length > 0;
    return now - heldUntil >= (hasScripts ? PATIENCE_GUESSING : 0)
      && now - Math.min(changes.changedAt, heldUntil + PROLONGING_GUESSING) >= STILL_GUESSING;
  }

  /** @param {number} now */
  function isWorthJudging(now) {
    return judgedAt <= Math.max(changes.changedAt, heldUntil)
      && now - judgedAt >= judgedIn * REST_PER_JUDGEMENT;
  }

  /** @param {string} endedBy */
  function judgeNow(endedBy) {
    judgedAt = performance.now();
    const result = {...facts(goals, sites), endedBy};
    judgedIn = performance.now() - judgedAt;
    return result;
  }

  /**
   * The end of the wait and the judgement, or null when it goes on.
   * @param {number} now @returns {PageFacts | null}
   */
  function look(now) {
    if (now - start >= capMs) {
      return judgeNow('cap');
    }
    const quiet = isQuiet(now);
    if (!quiet && !(isStill(now) && isWorthJudging(now))) {
      return null;
    }
    const result = judgeNow('settled');
    if (allMet(result)) {
      return {...result, endedBy: 'met'};
    }
    return quiet ? result : null;
  }

  function turn() {
    try {
      noteTime();
      noteWork();
      const result = look(clock.now);
      if (result === null) {
        setTimeout(turn, POLL_MS);
      } else {
        changes.end();
        done(result);
      }
    } catch (error) {
      changes.end();
      fail(error);
    }
  }

  turn();
}

export default {halfLoaded, untilJudged};
