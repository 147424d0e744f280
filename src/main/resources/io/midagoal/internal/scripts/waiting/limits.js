/*
 * The limit that pending.js and wait.js share.
 */
/** What takes longer than this, or is older, no longer delays a verdict on what is there. */
export default {SHORT_MS: 2000};
