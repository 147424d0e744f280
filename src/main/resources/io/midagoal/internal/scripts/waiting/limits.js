/*
 * How long midagoal waits, in milliseconds and in shares of the cap. docs/waiting.md says it in words.
 */

/** What takes longer than this, or is older, no longer delays a verdict on what is there. */
const SHORT_MS = 2000;

/** Between two looks at the page. */
const POLL_MS = 25;

/** How long the page must be quiet before a goal is called missing. */
const QUIET_MS_WITH_CDP = 400;
/** Also with CDP where modules may load others: they cannot be seen before they arrive. */
const QUIET_MS_WITHOUT_CDP = 1500;

/** The same where the page has no code that could change it: two frames, and their rounding. */
const QUIET_MS_WITHOUT_CODE = 35;

/** How long nothing may have been pending, or changed, before goals count as met. */
const STABLE_MS_WITH_CDP = 50;
const STABLE_MS_WITHOUT_CDP = 100;

/** How long changes of unknown origin (a clock, a ticker) may extend the wait. */
const CHANGE_EXTENSION_MS_WITH_CDP = 700;
const CHANGE_EXTENSION_MS_WITHOUT_CDP = 2500;

/** A page grows step by step if its steps are no longer apart than this. */
const GROWTH_STEP_MS = 1200;
/** Mida's own time-out for its anti-flicker style is at most 3 s. */
const ANTI_FLICKER_MS = 4000;

/**
 * Shares of the cap: for what may never end (a long poll, a socket), for work under way, and until
 * when a timer or an animation must end to be waited for. The rest is left for the page to become
 * quiet, so that the wait does not end at the cap.
 */
const ENDLESS_SHARE = 0.7;
const WORK_SHARE = 0.75;
const TIMER_SHARE = 0.9;
const QUIET_SHARE = 0.15;
const CHANGE_EXTENSION_SHARE = 0.07;

export default {
  SHORT_MS,
  POLL_MS,
  QUIET_MS_WITH_CDP,
  QUIET_MS_WITHOUT_CDP,
  QUIET_MS_WITHOUT_CODE,
  STABLE_MS_WITH_CDP,
  STABLE_MS_WITHOUT_CDP,
  CHANGE_EXTENSION_MS_WITH_CDP,
  CHANGE_EXTENSION_MS_WITHOUT_CDP,
  GROWTH_STEP_MS,
  ANTI_FLICKER_MS,
  ENDLESS_SHARE,
  WORK_SHARE,
  TIMER_SHARE,
  QUIET_SHARE,
  CHANGE_EXTENSION_SHARE,
};
