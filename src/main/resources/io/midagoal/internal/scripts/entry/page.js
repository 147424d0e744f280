/*
 * What Java calls on a page. types.d.ts declares the arguments and answers.
 */
import diagnose from '../diagnosis/diagnose.js';
import probe from '../recording/probe.js';
import reach from '../geometry/reach.js';
import types from '../goals/types.js';
import wait from '../waiting/wait.js';

/**
 * Scrolls to a point where a click counts and keeps the page there; null where there is none.
 * @param {GoalQuery} goal @returns {ClickPoint | null}
 */
function aimForGood(goal) {
  const point = types.ofElements(goal).aim(goal);
  reach.keepScrolled();
  return point;
}

export default {
  aimForGood,
  beginProbe: probe.begin,
  diagnose: diagnose.diagnoseAll,
  endProbe: probe.end,
  judgeHalfLoaded: wait.judgeHalfLoaded,
  judgeWhenReady: wait.judgeWhenReady,
};
