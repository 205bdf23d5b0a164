// What leaves with a chart: all its numbers, and the lines that the page shows.
import { expect, it } from 'vitest';
import { valuesOf, type HistoryChart } from './define';
import { chartPicture, chartRows, type ShownChart } from './chartFile';

const LOSS: HistoryChart = {
  ...{ id: 'loss', source: 'history', title: 'Loss', help: 'Lower is better.' },
  ...{ xUnit: 'step', yUnit: '', logScale: true },
  toChartData: (history) => [
    {
      ...{ id: 'd', label: 'Discriminator', role: 'discriminator', dash: [] },
      values: valuesOf(history, ({ values }) => values.dLoss),
    },
  ],
};
const history = Array.from({ length: 1000 }, (_, i) => ({
  ...{ step: i + 1, seconds: (i + 1) / 10 },
  values: { dLoss: i === 500 ? NaN : 1 / (i + 1) },
}));
const shown: ShownChart = {
  layers: [{ definition: LOSS, record: { history, measures: [] } }],
  ...{ xAxis: 'step', logarithmic: false },
  of: 'My run',
};

it('writes every number of every line', () => {
  const rows = chartRows(shown);
  expect(rows).toHaveLength(1001);
  expect(rows[0]).toEqual(['Step', 'seconds', 'Discriminator']);
  expect(rows[2]).toEqual([2, 0.2, 0.5]);
  expect(rows[501]).toEqual([501, 50.1, NaN]);
});

it('draws by time where the page does, in the colours that it is given', () => {
  const svg = chartPicture({ ...shown, xAxis: 'time', logarithmic: true }, (token) => `of${token}`);
  expect(svg).toContain('>seconds<');
  expect(svg).toContain('>My run<');
  expect(svg).toContain('stroke="of--discriminator"');
  expect(svg).toContain('>0.001<');
  expect(svg).toContain('>100<');
});

it('writes layers with steps of their own one under the other, each with its line', () => {
  const [first] = shown.layers;
  const second = {
    definition: {
      ...LOSS,
      toChartData: (points: Parameters<typeof LOSS.toChartData>[0]) =>
        LOSS.toChartData(points).map((line) => ({ ...line, label: 'Other', role: 'run-2' as const })),
    },
    record: { history: history.slice(0, 3), measures: [] },
  };
  const rows = chartRows({ ...shown, layers: [first, second] });
  expect(rows).toHaveLength(1004);
  expect(rows[0]).toEqual(['Line', 'Step', 'seconds', 'Loss']);
  expect(rows[1003]).toEqual(['Other', 3, 0.3, 1 / 3]);
  const svg = chartPicture({ ...shown, layers: [first, second] }, (token) => `of${token}`);
  expect(svg).toContain('stroke="of--discriminator"');
  expect(svg).toContain('stroke="of--run-2"');
});
