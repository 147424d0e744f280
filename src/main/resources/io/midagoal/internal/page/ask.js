/*
 * The judging side of the bridge to the page's own world; tell.js is the other one. BRIDGE, the name
 * on which both agree, is put before this file.
 */
const ask = (topic) => {
  let told = null;
  const hear = ({detail}) => {
    told = JSON.parse(detail);
  };
  performance.addEventListener(`${BRIDGE}.${topic}.told`, hear);
  performance.dispatchEvent(new CustomEvent(`${BRIDGE}.${topic}`));
  performance.removeEventListener(`${BRIDGE}.${topic}.told`, hear);
  return told;
};
