// What the shared components are shown with: made-up runs and pictures, the same on every device. Pure.
import { inkWhere, writeDrawing } from '../../core/drawing';
import { valueOf, type HistoryPoint, type ImageBatch } from '../../core/history';
import type { ParamSpec } from '../../core/paramSpec';
import { valuesOf, type ChartDefinition, type ChartRecord } from '../../ui/charts/define';

const SIDE = 28;

/** Rings that widen from image to image, grey, 28 pixels a side. */
export function ringImages(count: number): ImageBatch {
  const pixels = new Uint8Array(count * SIDE * SIDE);
  for (let i = 0; i < pixels.length; i++) {
    const image = Math.floor(i / (SIDE * SIDE));
    const x = (i % SIDE) - SIDE / 2 + 0.5;
    const y = (Math.floor(i / SIDE) % SIDE) - SIDE / 2 + 0.5;
    const distance = Math.abs(Math.hypot(x, y) - (2 + (image % 10)));
    pixels[i] = Math.max(0, Math.round(255 * (1 - distance / 2)));
  }
  return { count, height: SIDE, width: SIDE, channels: 1, pixels };
}

/** A ring, as a person would draw one. */
export const EXAMPLE_DRAWING = writeDrawing(inkWhere((x, y) => Math.abs(Math.hypot(x, y) - 0.6) < 0.12));

/** Losses that fall and swing; `steps` points, one a step. */
export function exampleHistory(steps: number): HistoryPoint[] {
  return Array.from({ length: steps }, (_, i) => ({
    step: i + 1,
    seconds: (i + 1) * 0.05,
    values: {
      gLoss: 0.7 + 2 * Math.exp(-i / 60) + 0.1 * Math.sin(i / 3),
      dLoss: 0.6 - 0.3 * Math.exp(-i / 60) + 0.05 * Math.cos(i / 4),
    },
  }));
}

const line = (
  id: string,
  label: string,
  role: 'generator' | 'discriminator',
  history: readonly HistoryPoint[],
) => ({
  ...{ id, label, role, dash: role === 'generator' ? [] : [6, 2] },
  values: valuesOf(history, (point) => valueOf(point, id)),
});

/** A chart of two losses. */
export const EXAMPLE_CHART: ChartDefinition = {
  id: 'example-losses',
  source: 'history',
  title: 'Loss',
  help: 'Lower is better for the network that the line belongs to.',
  xUnit: 'step',
  yUnit: '',
  logScale: true,
  toChartData: (history) => [
    line('gLoss', 'Generator', 'generator', history),
    line('dLoss', 'Discriminator', 'discriminator', history),
  ],
};

/** What the charts draw, by the state of the run behind them. */
export const CHART_RECORDS: Readonly<Record<'empty' | 'running' | 'done', ChartRecord>> = {
  empty: { history: [], measures: [] },
  running: { history: exampleHistory(12), measures: [] },
  done: { history: exampleHistory(240), measures: [] },
};

/** One field of each kind. */
export const FIELD_SPECS: readonly ParamSpec[] = [
  {
    id: 'learning-rate',
    kind: 'number',
    label: 'Learning rate',
    min: 0.00001,
    max: 0.1,
    default: 0.0002,
    scale: 'log',
    help: 'How far a step goes.',
  },
  { id: 'batch', kind: 'integer', label: 'Batch', min: 2, max: 512, default: 32, help: 'Images a step.' },
  {
    id: 'optimizer',
    kind: 'choice',
    label: 'Optimizer',
    default: 'adam',
    help: 'What turns slopes into steps.',
    choices: [
      { value: 'adam', label: 'Adam' },
      { value: 'sgd', label: 'SGD' },
    ],
  },
  { id: 'flip', kind: 'boolean', label: 'Mirror images', default: false, help: 'Every second image.' },
];
