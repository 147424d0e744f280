/*
 * The part of a URL behind its origin.
 */

/**
 * What patterns that start at the path are compared with.
 * @param {string} url
 */
function withQuery(url) {
  const {pathname, search} = new URL(url);
  return pathname + search;
}

/** @param {string} url */
const folderOf = (url) => new URL(url).pathname.split('/')[1];

/**
 * Two pages in one first folder, /blog/one and /blog/two, are of a kind.
 * @param {string} url @param {string} other
 */
const haveOneFolder = (url, other) => folderOf(url) !== '' && folderOf(url) === folderOf(other);

export default {haveOneFolder, withQuery};
