/**
 * The path and query of a URL.
 * @param {string} url
 */
function withQuery(url) {
  const {pathname, search} = new URL(url);
  return pathname + search;
}

/** @param {string} url */
const folderOf = (url) => new URL(url).pathname.split('/')[1];

/**
 * Whether two pages are in the same first folder, such as /blog/one and /blog/two.
 * @param {string} url @param {string} other
 */
const haveOneFolder = (url, other) => folderOf(url) !== '' && folderOf(url) === folderOf(other);

export default {haveOneFolder, withQuery};
