/*
 * What there is to know of a page, whatever its goals are.
 */
import arrival from '../urls/arrival.js';
import judge from '../goals/judge.js';
import midaUrls from '../mida/midaUrls.js';
import types from '../goals/types.js';

/** What the browser's own error page says, or null on a page of the site. */
function browserError() {
  return location.protocol === 'chrome-error:'
    ? document.querySelector('.error-code')?.textContent ?? 'an error page' : null;
}

/** The HTTP status; for a response without a body, the browser's error page has it. */
function httpStatus() {
  const shown = browserError()?.match(/HTTP ERROR (\d+)/);
  const navigation = performance.getEntriesByType('navigation')[0];
  return shown ? Number(shown[1]) : navigation?.responseStatus || null;
}

/** The media type of what cannot contain Mida's script (a PDF, an image); null on a page. */
function scriptlessType() {
  const {contentType} = document;
  const namespace = document.documentElement?.namespaceURI ?? '';
  const isPage = ['text/html', 'application/xhtml+xml', 'image/svg+xml'].includes(contentType)
    || (contentType.endsWith('xml') && /xhtml|svg/.test(namespace)
      && document.getElementById('webkit-xml-viewer-source-xml') === null);
  return isPage ? null : contentType;
}

/** The requests to Mida, but on the page's own origin, that got no response. */
function unansweredByMida() {
  const urls = performance.getEntriesByType('resource')
    .filter(({name, responseStatus}) => responseStatus === 0 && URL.canParse(name))
    .map(({name}) => new URL(name))
    .filter((url) => url.origin !== location.origin
      && (midaUrls.isOnMidasServers(url) || midaUrls.isScript(url)));
  return Array.from(new Set(urls.map((url) => url.href)));
}

/**
 * The facts of the page as it is now.
 * @param {GoalQuery[]} goals @param {Sites} sites
 */
function collect(goals, sites) {
  return {
    url: location.href,
    definedUrl: arrival.definedUrl(sites),
    arrival: arrival.facts(sites, goals.some((goal) => types.of(goal).isExpression)),
    title: document.title,
    status: httpStatus(),
    browserError: browserError(),
    contentType: scriptlessType(),
    unansweredByMida: unansweredByMida(),
    goals: judge.judgeAll(goals, sites),
  };
}

/** There is nothing to wait for on an error page. */
function isError() {
  return browserError() !== null || (httpStatus() ?? 0) >= 400;
}

export default {collect, isError, scriptlessType};
