/*
 * Tries regular expressions where a bad one can do no harm: in a worker that is ended when it does
 * not answer in time. Runs on a blank page, so that no page's security policy forbids the worker.
 */
const patterns = (() => {
  /** Runs in the worker, after the source of the rules. */
  function answerTrials() {
    onmessage = ({data: {type, value, url}}) => {
      try {
        postMessage({matches: rules.urlCounts({type, value}, url)});
      } catch (error) {
        postMessage({syntaxError: error.message});
      }
    };
  }

  function newWorker(rulesSource) {
    const source = `${rulesSource}\n(${answerTrials})();`;
    return new Worker(URL.createObjectURL(new Blob([source], {type: 'text/javascript'})));
  }

  /** One trial; a worker that does not answer is ended, and the next trial gets a new one. */
  function attempt(holder, trial, limitMs) {
    return new Promise((resolve) => {
      const timer = setTimeout(() => {
        holder.worker.terminate();
        holder.worker = holder.start();
        resolve({timedOut: true});
      }, limitMs);
      holder.worker.onmessage = ({data}) => {
        clearTimeout(timer);
        resolve(data);
      };
      holder.worker.postMessage(trial);
    });
  }

  /** Answers each trial {value, url} with {matches}, {syntaxError} or {timedOut}. */
  async function tryAll(rulesSource, trials, limitMs) {
    const start = () => newWorker(rulesSource);
    const holder = {start, worker: start()};
    const answers = [];
    for (const trial of trials) {
      answers.push(await attempt(holder, {type: 'pageviewRegex', ...trial}, limitMs));
    }
    holder.worker.terminate();
    return answers;
  }

  return {tryAll};
})();
