// A chart as a file for the person: a picture in two forms, or its numbers. The picture's colours are the light ones of the style
// sheet, since a report is printed on white.
import type { ProducedFile } from '../../protocol';
import { decimalSign } from '../../i18n/language';
import { inWords } from '../../stores/catalogueWords';
import { csvFile } from '../csv';
import { words } from '../words';
import { chartSvg } from './chartSvg';
import { pointsOf, seriesOf, type ChartDefinition, type ChartRecord } from './define';
import { drawnLines, lastOf } from './drawnLines';
import type { XAxis } from './useChartView';

export type ChartForm = 'png' | 'svg' | 'csv';

/** What is drawn of one record. */
export interface ChartLayer {
  readonly definition: ChartDefinition;
  readonly record: ChartRecord;
}

export interface ShownChart {
  /** One, or several that lie over each other: the first says what the chart is. */
  readonly layers: readonly [ChartLayer, ...ChartLayer[]];
  readonly xAxis: XAxis;
  readonly logarithmic: boolean;
  /** Whose it is. */
  readonly of: string;
}

/** Pixels of a PNG for each of the drawing, for print. */
const SHARPNESS = 2;

/** Layers have steps of their own: a row for each number, with its line's name. */
function layeredRows(layers: readonly ChartLayer[]): readonly (readonly (string | number)[])[] {
  const [{ definition: first }] = layers;
  const header = ['Line', 'Step', 'seconds', first.title];
  const rows = layers.flatMap(({ definition, record }) =>
    seriesOf(definition, record).flatMap(({ label, values }) =>
      pointsOf(definition, record).map(({ step, seconds }, i) => [label, step, seconds, values[i]]),
    ),
  );
  return [header, ...rows];
}

/** Every number of the chart, the header first: in English, as every table for programs, so that one script reads a whole class's. */
export function chartRows({ layers }: ShownChart): readonly (readonly (string | number)[])[] {
  const [{ definition, record }] = layers;
  if (layers.length > 1) return layeredRows(layers);
  const lines = seriesOf(definition, record);
  return [
    ['Step', 'seconds', ...lines.map(({ label }) => label)],
    ...pointsOf(definition, record).map(({ step, seconds }, i) => [
      ...[step, seconds],
      ...lines.map(({ values }) => values[i]),
    ]),
  ];
}

/** The chart as SVG. @param colour a token of the style sheet, `--text` */
export function chartPicture(
  { layers, xAxis, logarithmic, of }: ShownChart,
  colour: (token: string) => string,
): string {
  const [{ definition }] = layers;
  return chartSvg({
    title: inWords(definition.title),
    subtitle: of,
    xLabel: xAxis === 'step' ? inWords(definition.xUnit) : words('chart.seconds'),
    to: Math.max(...layers.map(({ record }) => lastOf(record, xAxis))),
    percent: definition.yUnit === '%',
    decimalSign: decimalSign(),
    logarithmic: logarithmic && definition.logScale,
    lines: layers
      .flatMap((layer) => drawnLines(layer.definition, layer.record, xAxis))
      .map((line) => ({ ...line, label: inWords(line.label), colour: colour(`--${line.role}`) })),
    colours: {
      ground: colour('--card'),
      text: colour('--text'),
      quiet: colour('--text-quiet'),
      grid: colour('--line'),
    },
  });
}

/** What comes of the tokens of the style sheet as they are on white, whatever the page looks like now. */
function onWhite<T>(use: (colour: (token: string) => string) => T): T {
  const probe = document.createElement('div');
  probe.dataset.theme = 'light';
  probe.hidden = true;
  document.body.append(probe);
  try {
    const style = getComputedStyle(probe);
    return use((token) => style.getPropertyValue(token).trim());
  } finally {
    probe.remove();
  }
}

async function rasterized(svg: string): Promise<Uint8Array<ArrayBuffer>> {
  const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const canvas = document.createElement('canvas');
    Object.assign(canvas, { width: SHARPNESS * image.naturalWidth, height: SHARPNESS * image.naturalHeight });
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
    if (!blob) throw new Error('This browser made no PNG of the chart.');
    return new Uint8Array(await blob.arrayBuffer());
  } finally {
    URL.revokeObjectURL(url);
  }
}

/** Anything that leaves as numbers and as a picture. */
export interface Savable {
  /** The header first. */
  readonly rows: () => readonly (readonly (string | number)[])[];
  /** As SVG. @param colour a token of the style sheet, `--text` */
  readonly svg: (colour: (token: string) => string) => string;
}

/** @throws Error when the browser makes no PNG */
export async function savedFile(what: Savable, form: ChartForm, name: string): Promise<ProducedFile> {
  if (form === 'csv') return csvFile(`${name}.csv`, what.rows());
  const svg = onWhite(what.svg);
  return form === 'svg'
    ? { fileName: `${name}.svg`, mimeType: 'image/svg+xml', bytes: new TextEncoder().encode(svg) }
    : { fileName: `${name}.png`, mimeType: 'image/png', bytes: await rasterized(svg) };
}

/** A chart of a run, or of several. */
export const savableChart = (chart: ShownChart): Savable => ({
  rows: () => chartRows(chart),
  svg: (colour) => chartPicture(chart, colour),
});
