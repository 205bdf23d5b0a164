// Every chart that the tasks of compared runs declare, laid over each other: one chart for each of its series, with a
// line for each run that has it. Pure; ui/charts draws.
import type { HistoryPoint } from '../../core/history';
import type { MeasurePoint } from '../../core/measures';
import { namesPictures, type TaskFacts } from '../../core/taskFacts';
import { CLASS_CHARTS, NAMING_CHARTS, SAMPLE_CHARTS, TRANSLATION_CHARTS } from '../../ui/charts';
import type { ChartLayer } from '../../ui/charts/chartFile';
import { pointsOf, seriesOf, type ChartDefinition, type ChartSeries } from '../../ui/charts/define';
import { smooth } from '../../ui/charts/lines';
import { SMOOTH_WINDOW } from '../../ui/charts/drawnLines';
import { taskCharts } from '../../ui/charts/taskCharts';
import type { ComparedRun } from './compared';

export interface OverlayLayer extends ChartLayer {
  readonly run: ComparedRun;
}

export interface Overlay {
  readonly id: string;
  readonly title: string;
  /** Which of the chart's lines, where it has several. */
  readonly series: string | null;
  readonly definition: ChartDefinition;
  readonly layers: readonly [OverlayLayer, ...OverlayLayer[]];
  /** Runs that have no number of it. */
  readonly without: readonly ComparedRun[];
  /** Why lines of some runs would mislead, in words of the catalogue. */
  readonly caveat: string | null;
  /** What judged the runs, where they were not judged alike: such numbers say nothing about each other. */
  readonly judges: readonly string[];
}

export interface Extreme {
  readonly value: number;
  readonly step: number;
}

/** The numbers of a line as it is drawn: smoothed where steps are noisy. */
export interface LineFigures {
  readonly last: Extreme;
  readonly lowest: Extreme;
  readonly highest: Extreme;
}

const chartsOf = (task: TaskFacts): readonly ChartDefinition[] => [
  ...taskCharts(task),
  ...(task.data.includes('noise') ? [...SAMPLE_CHARTS, ...CLASS_CHARTS] : []),
  ...(task.data.includes('domains') ? TRANSLATION_CHARTS : []),
  ...(namesPictures(task) ? NAMING_CHARTS : []),
];

const EMPTY = { history: [], measures: [] };
const comparable = (definition: ChartDefinition): readonly ChartSeries[] =>
  seriesOf(definition, EMPTY).filter(({ reference }) => !reference);

/** The chart with one of its lines alone, which is the run's. */
function ofRun(
  definition: ChartDefinition,
  series: string,
  { name, hue, dash }: ComparedRun,
): ChartDefinition {
  const alone = (lines: readonly ChartSeries[]): readonly ChartSeries[] =>
    lines.filter(({ id }) => id === series).map((line) => ({ ...line, label: name, role: hue, dash }));
  return definition.source === 'history'
    ? {
        ...definition,
        toChartData: (history: readonly HistoryPoint[]) => alone(definition.toChartData(history)),
      }
    : {
        ...definition,
        toChartData: (measures: readonly MeasurePoint[]) => alone(definition.toChartData(measures)),
      };
}

const hasNumbers = ({ definition, record }: ChartLayer): boolean =>
  seriesOf(definition, record).some(({ values }) => values.some(Number.isFinite));

const caveatOf = (definition: ChartDefinition, run: ComparedRun): string | null =>
  (definition.source === 'measures' && definition.instead?.(run.record.measures)) || null;

/** @param taskOf facts of a task by its id; a run of an unknown one has no charts */
export function overlaysOf(
  runs: readonly ComparedRun[],
  taskOf: (id: string) => TaskFacts | undefined,
): readonly Overlay[] {
  const charts = runs.map((run) => {
    const task = taskOf(run.record.config.task);
    return task ? chartsOf(task) : [];
  });
  const found = new Map<
    string,
    { readonly definition: ChartDefinition; readonly line: ChartSeries; readonly alone: boolean }
  >();
  for (const definition of charts.flat()) {
    const lines = comparable(definition);
    for (const line of lines)
      if (!found.has(`${definition.id}/${line.id}`))
        found.set(`${definition.id}/${line.id}`, { definition, line, alone: lines.length === 1 });
  }
  return [...found].flatMap(([id, { definition: chart, line, alone }]): Overlay[] => {
    const own = runs.flatMap(
      (run, i): { readonly run: ComparedRun; readonly definition: ChartDefinition }[] => {
        const definition = charts[i].find((one) => one.id === chart.id);
        return definition ? [{ run, definition }] : [];
      },
    );
    const caveats = own.map(({ run, definition }) => caveatOf(definition, run));
    const layers = own
      .filter((_, i) => caveats[i] === null)
      .map(({ run, definition }): OverlayLayer => ({
        run,
        record: run.record,
        definition: ofRun(definition, line.id, run),
      }))
      .filter(hasNumbers);
    const [first, ...others] = layers;
    if (first === undefined) return [];
    const judges = layers.flatMap(({ record }) => record.measures.at(-1)?.evaluator ?? []);
    return [
      {
        id,
        title: chart.title,
        series: alone ? null : line.label,
        definition: chart,
        layers: [first, ...others],
        without: runs.filter((run) => !layers.some((layer) => layer.run === run)),
        caveat: caveats.find((caveat) => caveat !== null) ?? null,
        judges: chart.source === 'measures' && new Set(judges).size > 1 ? [...new Set(judges)] : [],
      },
    ];
  });
}

/** @returns null for a line without a number */
export function figuresOf({ definition, record }: ChartLayer): LineFigures | null {
  const points = pointsOf(definition, record);
  const raw = seriesOf(definition, record).at(0)?.values ?? new Float64Array();
  const values = smooth(raw, definition.source === 'history' ? SMOOTH_WINDOW : 1);
  let figures: LineFigures | null = null;
  for (let i = 0; i < values.length; i++) {
    if (!Number.isFinite(raw[i])) continue;
    const here = { value: values[i], step: points[i].step };
    figures = {
      last: here,
      lowest: figures && figures.lowest.value <= here.value ? figures.lowest : here,
      highest: figures && figures.highest.value >= here.value ? figures.highest : here,
    };
  }
  return figures;
}
