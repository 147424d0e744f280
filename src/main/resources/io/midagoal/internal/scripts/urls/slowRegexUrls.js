/*
 * URLs that expose expressions with catastrophic backtracking: parts of the page's URL, with a long
 * repetition and a character that does not match.
 */
const WORD = /[^/?#&=.:-]+/g;
const LENGTH = 60;
const MOST_PLACES = 12;
const REPEATED = ['a', 'A', '1', 'a1', '-a', '/a', 'a.', '%20', '&a=1'];

/**
 * The URL cut off after its host and after each word, the longest first.
 * @param {string} url
 */
function starts(url) {
  const root = `${new URL(url).origin}/`;
  const words = url.slice(root.length).matchAll(WORD);
  const ends = Array.from(words, ({0: word, index}) => index + word.length);
  return [0, ...ends].slice(-MOST_PLACES).reverse().map((end) => url.slice(0, root.length + end));
}

/** @param {string} url */
function like(url) {
  const result = [];
  for (const start of starts(url)) {
    const word = /** @type {string} */ (start.match(WORD)?.at(-1)).slice(0, LENGTH);
    for (const repeated of [...REPEATED, word]) {
      result.push(start + repeated.repeat(Math.ceil(LENGTH / repeated.length)) + '!');
    }
  }
  return result;
}

export default {like};
