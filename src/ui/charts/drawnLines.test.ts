import { expect, it } from 'vitest';
import { progressiveGrowing } from '../../tasks/progressiveGrowing';
import { drawnLines } from './drawnLines';
import { taskCharts } from './taskCharts';

const record = {
  history: [7, 7, 14, 28].map((side, i) => ({ step: i + 1, seconds: i, values: { side, gLoss: side } })),
  measures: [],
};

it('smooths what is estimated, and draws what is known as it is', () => {
  const charts = taskCharts(progressiveGrowing);
  const linesOf = (id: string) => {
    const chart = charts.find((one) => one.id === id);
    if (!chart) throw new TypeError(`There is no chart ${id}`);
    return drawnLines(chart, record, 'step')[0].smoothed.map(({ y }) => y);
  };
  expect(linesOf('growth')).toEqual([7, 7, 14, 28]);
  expect(linesOf('losses').at(-1)).toBeLessThan(28);
});
