// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { computed, defineComponent, h } from 'vue';
import { valueOf, type HistoryPoint } from '../../core/history';
import { mounted } from '../../testing/mounted';
import ChartTable from './ChartTable.vue';
import { valuesOf, type ChartDefinition } from './define';
import { provideChartRecord } from './useChartRecord';

const LOSS: ChartDefinition = {
  id: 'loss',
  source: 'history',
  title: 'Loss',
  help: '',
  xUnit: 'step',
  yUnit: '',
  logScale: false,
  toChartData: (history) => [
    {
      ...{ id: 'gLoss', label: 'Generator', role: 'generator', dash: [] },
      values: valuesOf(history, (point) => valueOf(point, 'gLoss')),
    },
  ],
};

const history = (steps: number): HistoryPoint[] =>
  Array.from({ length: steps }, (_, i) => ({ step: i + 1, seconds: i, values: { gLoss: i / 10 } }));

function table(steps: number) {
  const Provided = defineComponent({
    setup() {
      provideChartRecord(computed(() => ({ history: history(steps), measures: [] })));
      return () => h(ChartTable, { definition: LOSS, show: (value: number) => value.toFixed(1) });
    },
  });
  const { root } = mounted(Provided, () => ({}));
  return {
    region: root.querySelector('[role=region]'),
    heads: [...root.querySelectorAll('th')].map((cell) => cell.textContent),
    rows: [...root.querySelectorAll('tbody tr')].map((row) =>
      [...row.querySelectorAll('td')].map((cell) => cell.textContent),
    ),
  };
}

it('names its columns, and has the newest first', () => {
  const { region, heads, rows } = table(3);
  expect(region?.getAttribute('aria-label')).toBe('Loss as a table');
  expect(heads).toEqual(['Step', 'Time', 'Generator']);
  expect(rows.map(([step, , value]) => [step, value])).toEqual([
    ['3', '0.2'],
    ['2', '0.1'],
    ['1', '0.0'],
  ]);
});

it('thins a long run to what a person reads, and keeps the last step', () => {
  const { rows } = table(1000);
  expect(rows.length).toBeLessThanOrEqual(60);
  expect(rows.length).toBeGreaterThan(40);
  expect(rows[0][0]).toBe('1,000');
});

it('has its head before the first step', () => {
  const { heads, rows } = table(0);
  expect(heads).toEqual(['Step', 'Time', 'Generator']);
  expect(rows).toEqual([]);
});
