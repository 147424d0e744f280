/*
 * Section externalLink: a click counts when its target is, or is inside, a link whose address, as the
 * browser resolves it, contains the value.
 */
import aim from '../elements/aim.js';
import clicks from '../elements/clicks.js';
import describe from '../elements/describe.js';
import dom from '../dom/dom.js';
import nearMisses from '../diagnosis/nearMisses.js';
import noMatch from '../diagnosis/noMatch.js';
import trial from '../elements/trial.js';
import unreachable from '../diagnosis/unreachable.js';

const LINKS = 'a[href], area[href]';

/** @param {Element} link @param {string} value */
const leadsTo = (link, value) => dom.isHtml(link)
  && /** @type {HTMLAnchorElement} */ (link).href.includes(value);

/** @param {ParentNode} root @param {string} value */
const linksIn = (root, value) => dom.all(root, LINKS).filter((link) => leadsTo(link, value));

/** @param {GoalQuery} goal */
const matching = (goal) => linksIn(document, goal.value);

/**
 * Links cannot be nested, so there is only one.
 * @param {GoalQuery} goal @param {Element} target
 */
function counts(goal, target) {
  const link = dom.closest(target, LINKS);
  return link !== null && leadsTo(link, goal.value);
}

/** @type {ClickingType} */
const clicking = {
  matching,
  areas: (element) => [element],
  counting: (goal) => (target) => counts(goal, target),
};

/**
 * @param {Element[]} links @param {string} url
 * @returns {Diagnosis[]} what to note of links that lead to the page's own site
 */
function notes(links, url) {
  const own = [location.host, new URL(url).host];
  const areInternal = links.length > 0
    && links.every((link) => own.includes(/** @type {HTMLAnchorElement} */ (link).host));
  return areInternal ? [{finding: 'internal-link', data: {link: describe.element(links[0])}}] : [];
}

/** @param {GoalQuery} goal @param {Page} page */
function judge(goal, {url}) {
  const {facts, reachable} = clicks.judge(clicking, goal);
  return {...facts, notes: [...facts.notes, ...notes(reachable, url)]};
}

const works = trial.withJudge((goal) => clicks.judge(clicking, goal).facts);

/**
 * Values that may have been meant: hosts and whole addresses of the page's links.
 * @param {GoalQuery} goal
 */
function candidates(goal) {
  const urls = linksIn(document, '').map((link) => /** @type {HTMLAnchorElement} */ (link).href);
  const hosts = urls.filter((url) => URL.canParse(url)).map((url) => new URL(url).hostname);
  const addresses = urls.map((url) => url.replace(/^https?:\/\//, ''));
  return nearMisses.nearest(goal.value, [...hosts, ...addresses]);
}

/** @param {GoalQuery} goal */
function diagnose(goal) {
  const links = matching(goal);
  return links.length > 0 ? unreachable.nearestReason(links)
    : noMatch.outOfReach((root) => linksIn(root, goal.value).length > 0) ?? {
      finding: 'no-match-link',
      data: {suggestion: noMatch.firstThatWorks(goal, candidates(goal), works)},
    };
}

/** @type {ElementType} */
export default {
  event: 'click',
  aim: (goal) => aim.atFirst(clicks.clickable(clicking, goal)),
  counts,
  diagnose,
  elements: matching,
  hidden: matching,
  judge,
};
