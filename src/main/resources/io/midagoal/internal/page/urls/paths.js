/*
 * The part of a URL behind its origin.
 */

/** What patterns that start at the path are compared with. */
function withQuery(url) {
  const {pathname, search} = new URL(url);
  return pathname + search;
}

const folderOf = (url) => new URL(url).pathname.split('/')[1];

/** Two pages in one first folder, /blog/one and /blog/two, are of a kind. */
const haveOneFolder = (url, other) => folderOf(url) !== '' && folderOf(url) === folderOf(other);

export default {haveOneFolder, withQuery};
