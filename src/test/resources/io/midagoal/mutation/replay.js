/*
 * Judges one page with one script changed after another, in the page, and says what came out
 * differently. Runs in the isolated world, where pages are judged. `files`, `order` and `goals` are
 * put before this file.
 */
const replay = (() => {
  const ANSWER = `
    const facts = judge.judgeAll(goals, {asked: '', origins: []});
    const failed = goals.filter((goal, i) => !facts[i].met && facts[i].syntaxError === undefined);
    return {facts, reasons: failed.length === 0 ? [] : diagnose.diagnoseAll(failed)};`;

  function judged(sources) {
    const body = order.map((name) => sources[name]).join('\n') + ANSWER;
    return new Function('goals', body)(goals);
  }

  /** What tests hold on every page: status and codes. */
  function verdict({facts, reasons}) {
    return JSON.stringify([
      facts.map((one) => [one.met, one.syntaxError !== undefined, one.met && one.transparent,
        one.met && one.fragile?.why, one.met && one.textInValue]),
      reasons.map(({code}) => code),
    ]);
  }

  /** What must be on the page afterwards as it was. */
  function state() {
    const scrolled = [...document.querySelectorAll('*')]
      .map((e, i) => [i, e.scrollLeft, e.scrollTop]).filter(([, x, y]) => x !== 0 || y !== 0);
    return JSON.stringify([scrollX, scrollY, scrolled, document.activeElement?.outerHTML])
      + document.documentElement.outerHTML;
  }

  const before = {state: state(), answer: judged(files)};
  before.verdict = verdict(before.answer);
  before.words = JSON.stringify(before.answer);

  function outcome({file, start, end, replacement}) {
    const source = files[file];
    const changed = source.slice(0, start) + replacement + source.slice(end);
    try {
      const answer = judged({...files, [file]: changed});
      if (verdict(answer) !== before.verdict) {
        return 'verdict';
      }
      if (state() !== before.state) {
        return 'state';
      }
      return JSON.stringify(answer) === before.words ? 'same' : 'words';
    } catch (error) {
      return 'error';
    }
  }

  /** The outcomes of the mutants in their order, up to the first that left the page changed. */
  function all(mutants) {
    const outcomes = [];
    for (const mutant of mutants) {
      const now = outcome(mutant);
      outcomes.push(now);
      if (state() !== before.state || now === 'error') {
        break;
      }
    }
    return outcomes;
  }

  return {all, baseline: () => before.words};
})();
