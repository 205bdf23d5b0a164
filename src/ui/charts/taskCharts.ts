// The charts that a run's task declares, of the numbers that its steps report. Which they are is the task's to say.
import { valueOf } from '../../core/history';
import type { TaskFacts } from '../../core/taskFacts';
import { defineChart, valuesOf, type HistoryChart } from './define';

/** One chart for each that the task declares, in its order; none before the task is known. */
export const taskCharts = (task: Pick<TaskFacts, 'charts'> | undefined): readonly HistoryChart[] =>
  (task?.charts ?? []).map(({ id, title, help, unit, logScale, better, exact, series }) =>
    defineChart({
      id,
      source: 'history',
      title,
      help,
      xUnit: 'step',
      yUnit: unit,
      logScale,
      ...(better && { better }),
      ...(exact && { exact }),
      toChartData: (history) =>
        series.map((one) => ({
          ...one,
          values: valuesOf(history, (point) => valueOf(point, one.id)),
        })),
    }),
  );
