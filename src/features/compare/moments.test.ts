// Timelines in step: every moment of any run, and of each run its last frame up to there.
import { expect, it } from 'vitest';
import { comparedRuns } from './compared';
import { framesAt, momentsOf } from './moments';
import { testRecord } from '../../testing/comparedRecords';

const late = { ...testRecord('c', 9), timeline: testRecord('c', 9).timeline.slice(1) };
const runs = comparedRuns([testRecord('a', 4), testRecord('b', 6), late]);

it('has the moments of all runs, each once', () => {
  expect(momentsOf(runs)).toEqual([{ step: 0 }, { step: 4 }, { step: 6 }, { step: 9 }]);
});

it.each([
  [0, [0, 0, null], [false, false, false]],
  [5, [4, 0, null], [true, false, false]],
  [6, [4, 6, null], [true, false, false]],
  [9, [4, 6, 9], [true, true, false]],
] as const)('at step %d shows the frames of steps %j', (step, frames, ended) => {
  const shown = framesAt(runs, step);
  expect(shown.map(({ frame }) => frame?.step ?? null)).toEqual(frames);
  expect(shown.map((run) => run.ended)).toEqual(ended);
});
