/*
 * How the browser arrived at the current page, and where its links lead. URLs are on the origin for
 * which the goals are written, not on the one that the test serves in its place.
 */
const MOST_LINKS = 500;

/**
 * The URL on its goals' origin, and as the address bar shows it: without user and password.
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

/** @param {Sites} sites */
function definedUrl(sites) {
  return asDefined(location.href, sites);
}

/**
 * Whether a redirection led from the origin that the test serves to one that it does not.
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
 * The URLs of the page's links, without duplicates.
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
 * How the page that was asked for came to be the current one.
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
    // The document is the one that was asked for: its scripts have changed the URL since.
    routed: asked !== null && withoutFragment(loaded) === withoutFragment(asked),
    sentOnBy: document.referrer === '' ? null : asDefined(document.referrer, sites),
    leftSite: asked !== null && hasLeftSite(sites),
    asksForPassword: document.querySelector('input[type="password"]') !== null,
    links: areLinksAsked ? links(sites) : [],
  };
}

export default {definedUrl, facts, links};
