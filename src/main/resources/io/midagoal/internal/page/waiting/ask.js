/*
 * The judging side of the bridge to the page's own world; tell.js is the other one. bridge.js has the
 * name on which both agree.
 */
import bridge from './bridge.js';

/** @param {string} topic @returns {any} */
export default (topic) => {
  let told = null;
  const hear = (/** @type {Event} */ event) => {
    told = JSON.parse(/** @type {CustomEvent} */ (event).detail);
  };
  performance.addEventListener(`${bridge}.${topic}.told`, hear);
  performance.dispatchEvent(new CustomEvent(`${bridge}.${topic}`));
  performance.removeEventListener(`${bridge}.${topic}.told`, hear);
  return told;
};
