/*
 * Judges one page with one script changed after another, in the page, and says what came out
 * differently. Runs in the isolated world, where pages are judged. `files`, `order`, `goals` and
 * `isPinned` are put before this file.
 */
const replay = (() => {
  const ANSWER = `
    const facts = judge.judgeAll(goals, {asked: '', origins: []});
    const failed = goals.filter((goal, i) => !facts[i].met && facts[i].syntaxError === undefined);
    return {facts, reasons: failed.length === 0 ? [] : diagnose.diagnoseAll(failed)};`;

  /** The body of a function of `goals`; PageReplay knows where in it each file begins. */
  const bodyOf = (sources) => order.map((name) => sources[name]).join('\n') + ANSWER;

  function judged(sources, name = '') {
    return new Function('goals', bodyOf(sources) + name)(goals);
  }

  /** What tests hold: every word, or status, codes, and what is suggested. */
  function verdict({facts, reasons}) {
    return JSON.stringify(isPinned ? [facts, reasons] : [
      facts.map((one) => [one.met, one.syntaxError !== undefined, one.met && one.transparent,
        one.met && one.reachable > 1, one.met && one.fragile?.why, one.met && one.fragile?.suggestion,
        one.met && one.textInValue]),
      reasons.map(({code, suggestion, opener}) => [code, suggestion, opener]),
    ]);
  }

  /** What must be on the page afterwards as it was. */
  function state() {
    const scrolled = [...document.querySelectorAll('*')]
      .map((e, i) => [i, e.scrollLeft, e.scrollTop]).filter(([, x, y]) => x !== 0 || y !== 0);
    return JSON.stringify([scrollX, scrollY, scrolled, document.activeElement?.outerHTML])
      + document.documentElement.outerHTML;
  }

  const before = {state: state(), answer: judged(files, '\n//# sourceURL=judged-as-it-is')};
  before.verdict = verdict(before.answer);
  const start = performance.now();
  judged(files);
  const cost = performance.now() - start;

  function isNoticed({file, start, end, replacement}) {
    const source = files[file];
    const changed = source.slice(0, start) + replacement + source.slice(end);
    try {
      return verdict(judged({...files, [file]: changed})) !== before.verdict
        || state() !== before.state;
    } catch {
      return true;
    }
  }

  /** What became of the mutants so far, should one of them never end. */
  let soFar = [];

  /** Whether each is noticed, in their order, up to the first after which the page has changed. */
  function noticed(mutants) {
    soFar = [];
    for (const mutant of mutants) {
      soFar.push(isNoticed(mutant));
      if (soFar.at(-1) && state() !== before.state) {
        break;
      }
    }
    return soFar;
  }

  return {baseline: () => before.verdict, cost, noticed, soFar: () => soFar};
})();
