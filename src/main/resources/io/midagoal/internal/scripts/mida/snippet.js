/*
 * The page's Mida script: the tags that load it, and whether they could. A network without access to
 * Mida's servers is not the page's fault and is not reported here.
 */
import dom from '../dom/dom.js';
import midaUrls from './midaUrls.js';

/** The script types that browsers run; loaders put a prefix before them for a while. */
const RUNS = /(^|-)(module|(text|application)\/(x-)?(java|ecma)script)?$/i;

/** @param {string | null} address */
function parsed(address) {
  return address !== null && URL.canParse(address, document.baseURI)
    ? new URL(address, document.baseURI) : null;
}

/** @param {URL | null} url @returns {url is URL} */
const isMidaScript = (url) => url !== null && midaUrls.isScript(url);

/** The resources that the page's content security policy has blocked. */
function violations() {
  if (window.ReportingObserver === undefined) {
    return [];
  }
  const observer = new ReportingObserver(() => {}, {types: ['csp-violation'], buffered: true});
  observer.observe();
  const reports = observer.takeRecords();
  observer.disconnect();
  return reports.map((report) => /** @type {CSPViolationReportBody} */ (report.body))
    .filter((body) => body.disposition === 'enforce');
}

/** The browser's timing entries of scripts. */
function fetches() {
  return performance.getEntriesByType('resource')
    .filter((entry) => entry.initiatorType === 'script');
}

/**
 * @param {URL} url @param {Element | null} element @param {PerformanceResourceTiming[]} fetched
 * @param {CSPViolationReportBody[]} blocked @returns {Snippet}
 */
function facts(url, element, fetched, blocked) {
  const own = fetched.filter((entry) => entry.name === url.href);
  const type = element?.getAttribute('type') ?? '';
  return {
    url: url.href,
    host: url.hostname,
    key: url.searchParams.get('key') ?? '',
    inHead: element === null || element.closest('head') !== null,
    heldBack: element !== null && own.length === 0
      && (!RUNS.test(type) || !element.hasAttribute('src')) ? type : null,
    blockedBy: blocked.find((body) => body.blockedURL === url.href)?.effectiveDirective ?? null,
    status: own.map((entry) => entry.responseStatus).find((status) => status > 0) ?? null,
  };
}

/** All Mida scripts of the page, including those whose tag a loader has removed. */
function all() {
  const fetched = fetches();
  const blocked = violations();
  const tags = dom.all(document, 'script')
    .flatMap((element) => {
      const url = parsed(element.getAttribute('src') ?? element.getAttribute('data-src'));
      return isMidaScript(url) ? [{element, url}] : [];
    });
  const known = new Set(tags.map(({url}) => url.href));
  const gone = Array.from(new Set(fetched.map((entry) => entry.name)))
    .filter((name) => !known.has(name)).map(parsed).filter(isMidaScript)
    .map((url) => ({element: null, url}));
  return [...tags, ...gone].map(({url, element}) => facts(url, element, fetched, blocked));
}

/**
 * A goal with a value requires the script, so that the page is waited for until it has one.
 * @param {GoalQuery} goal
 */
function judge(goal) {
  const scripts = all();
  return {met: goal.value === '' || scripts.length > 0, scripts};
}

/** @type {GoalType} */
export default {judge};
