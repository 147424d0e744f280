/*
 * How the browser came to the page that it shows, and where that page's links lead. URLs are told as
 * goals are written: on the origin for which the test's site stands in.
 */
const MOST_LINKS = 500;

/**
 * The URL without user and password, which the address bar never shows, on its goal's origin.
 * @param {string} text @param {Sites} sites
 */
function asDefined(text, sites) {
  if (!URL.canParse(text)) {
    return text;
  }
  const url = new URL(text);
  url.username = '';
  url.password = '';
  const site = sites.origins.find(({servedAt}) => new URL(servedAt).origin === url.origin);
  return site === undefined
    ? url.href : new URL(site.origin).origin + url.href.slice(url.origin.length);
}

/**
 * The page's URL as the goals are written for.
 * @param {Sites} sites
 */
function definedUrl(sites) {
  return asDefined(location.href, sites);
}

/**
 * A visit to an origin that the test stands in for has to stay where the test serves it.
 * @param {Sites} sites
 */
function hasLeftSite(sites) {
  const isMapped = sites.origins.some(
    ({origin}) => new URL(origin).origin === new URL(sites.asked).origin);
  return isMapped
    && !sites.origins.some(({servedAt}) => new URL(servedAt).origin === location.origin);
}

/** @param {string} url */
const withoutFragment = (url) => url.replace(/#.*$/s, '');

/**
 * The URLs to which the page's links lead, each once.
 * @param {Sites} sites
 */
function links(sites) {
  /** @type {NodeListOf<HTMLAnchorElement>} */
  const found = document.querySelectorAll('a[href], area[href]');
  const all = Array.from(found).slice(0, MOST_LINKS)
    .filter((link) => typeof link.href === 'string' && /^https?:/.test(link.href))
    .map((link) => asDefined(link.href, sites));
  return Array.from(new Set(all));
}

/**
 * What became of the visit that was asked for.
 * @param {Sites} sites @param {boolean} areLinksAsked @returns {Arrival}
 */
function facts(sites, areLinksAsked) {
  const here = definedUrl(sites);
  const asked = URL.canParse(sites.asked) ? asDefined(new URL(sites.asked).href, sites) : null;
  const navigation = performance.getEntriesByType('navigation')[0];
  const loaded = asDefined(navigation?.name ?? location.href, sites);
  return {
    moved: asked !== null && asked !== here,
    redirects: navigation?.redirectCount ?? 0,
    // The document is the one that was asked for: what changed since is the work of its scripts.
    routed: asked !== null && withoutFragment(loaded) === withoutFragment(asked),
    sentOnBy: document.referrer === '' ? null : asDefined(document.referrer, sites),
    leftSite: asked !== null && hasLeftSite(sites),
    asksForPassword: document.querySelector('input[type="password"]') !== null,
    links: areLinksAsked ? links(sites) : [],
  };
}

export default {definedUrl, facts, links};
