/*
 * Asks the page's own world, where tell.js answers. Both know the name in bridge.js.
 */
import bridge from './bridge.js';

/** @param {string} topic @returns {any} */
export default (topic) => {
  let answer = null;
  const hear = (/** @type {Event} */ event) => {
    answer = JSON.parse(/** @type {CustomEvent} */ (event).detail);
  };
  performance.addEventListener(`${bridge}.${topic}.told`, hear);
  performance.dispatchEvent(new CustomEvent(`${bridge}.${topic}`));
  performance.removeEventListener(`${bridge}.${topic}.told`, hear);
  return answer;
};
