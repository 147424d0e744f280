/*
 * URLs on which a careless expression may not come to an end: those of the goal's pages, a little
 * longer, with one character more that does not fit.
 */
const attacks = (() => {
  const LENGTH = 60;
  const MOST_PLACES = 12;
  const REPEATED = ['a', 'A', '1', 'a1', '-a', '/a', 'a.', '%20', '&a=1'];

  /** The URL cut off behind each of its words, the longest first. */
  function starts(url) {
    const ends = Array.from(url.matchAll(/[^/?#&=.:-]+/g), ({0: word, index}) => index + word.length);
    return ends.slice(-MOST_PLACES).reverse().map((end) => url.slice(0, end));
  }

  function of(url) {
    const result = [];
    for (const start of starts(url)) {
      const word = /[^/?#&=.:-]+$/.exec(start)[0].slice(0, LENGTH);
      for (const repeated of [...REPEATED, word]) {
        result.push(start + repeated.repeat(Math.ceil(LENGTH / repeated.length)) + '!');
      }
    }
    return result;
  }

  return {of};
})();
