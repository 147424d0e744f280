/*
 * What Java calls on a page. Arguments and answers are declared in types.d.ts.
 */
import diagnose from '../diagnosis/diagnose.js';
import probe from '../recording/probe.js';
import reach from '../geometry/reach.js';
import types from '../goals/types.js';
import wait from '../waiting/wait.js';

/**
 * Scrolls to where a click counts, and stays there; answers the point, or null.
 * @param {GoalQuery} goal @returns {ClickPoint | null}
 */
function aimForGood(goal) {
  const point = types.ofElements(goal).aim(goal);
  reach.stay();
  return point;
}

export default {
  aimForGood,
  beginProbe: probe.begin,
  diagnose: diagnose.diagnoseAll,
  endProbe: probe.end,
  judgeHalfLoaded: wait.halfLoaded,
  judgeWhenReady: wait.untilJudged,
};
