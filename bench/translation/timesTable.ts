// One picture through untrained translators and style students in every precision, by LiteRT: sizes, medians, shortest. Loaded by
// times.ts.
import type { NetworkSpec } from '../../src/core/network';
import { defaultParams } from '../../src/core/paramSpec';
import { openLiteModel } from '../../src/exporters/runtimes/liteRt';
import { variantFile } from '../../src/exporters/tflite/variantFile';
import { buildGraph } from '../../src/graph/buildGraph';
import { calibrate } from '../../src/graph/calibration';
import { multiplyAdds } from '../../src/graph/facts';
import { runFloatGraph } from '../../src/graph/floatReference';
import { styleStudent } from '../../src/models/networks/styleStudent';
import type { VariantId } from '../../src/protocol';
import { cycleGanFacts } from '../../src/tasks/cycleGanFacts';
import { generatorSpec } from '../../src/tasks/translation/params';
import { seededInputs, seededWeights } from '../../src/testing/exportModels';
import { loadTestLiteRt } from '../../src/testing/liteRt';

const VARIANTS: readonly VariantId[] = ['float32', 'float16', 'int8-weights', 'int8', 'int4-weights'];
/** A row's round takes so long at least, and ends with so many pictures or where it takes far longer. */
const ROUND_MS = 250;
const FEWEST_PICTURES = 5;
const LONG_MS = 1000;

/** One of both generators of the tables in docs/compression.md. */
const translator = (width: number): NetworkSpec =>
  generatorSpec('generator', { ...defaultParams(cycleGanFacts.params), width }, [28, 28, 1]);
/** The default student of one style, on a camera's frame. */
const student = (width: number): NetworkSpec =>
  styleStudent({ shape: [128, 128, 3], channels: 3, width, depth: 1, blocks: 3, classes: 1 });
const NETWORKS: readonly (readonly [string, NetworkSpec])[] = [
  ...[32, 24, 16].map((width) => [`U-Net, width ${width}, 28 pixels`, translator(width)] as const),
  ...[16, 12, 8].map((width) => [`style student, width ${width}, 128 pixels`, student(width)] as const),
];

const shown = (milliseconds: number): string => `${Number(milliseconds.toPrecision(3))} ms`;

interface Row {
  readonly cells: readonly string[];
  readonly run: () => Promise<unknown>;
  readonly times: number[];
}

async function rowsOf(name: string, spec: NetworkSpec): Promise<readonly Row[]> {
  const runtime = await loadTestLiteRt();
  const graph = buildGraph(spec, seededWeights(spec, 3));
  const inputs = seededInputs(spec, 1);
  const ranges = calibrate(graph, inputs, 1, 'min-max', runFloatGraph);
  const rows: Row[] = [];
  for (const variant of VARIANTS) {
    const file = await variantFile(graph, variant, () => ranges);
    const model = await openLiteModel(runtime, file.callable);
    const size = `${(file.bytes.length / 1000).toFixed(1)} kB`;
    const adds = `${(multiplyAdds(graph) / 1e6).toPrecision(3)} M`;
    rows.push({ cells: [name, adds, variant, size], run: () => model.run(inputs), times: [] });
  }
  return rows;
}

/** Some pictures of a row, after one that is not counted. */
async function round({ run, times }: Row): Promise<void> {
  await run();
  const start = performance.now();
  for (let i = 0, elapsed = 0; elapsed < ROUND_MS || (i < FEWEST_PICTURES && elapsed < LONG_MS); i++) {
    const began = performance.now();
    await run();
    const ended = performance.now();
    times.push(ended - began);
    elapsed = ended - start;
  }
}

/** @param rounds over all rows, so that what disturbs the machine for a while disturbs none alone */
export async function printTimes(rounds: number): Promise<void> {
  const rows: Row[] = [];
  for (const [name, spec] of NETWORKS) rows.push(...(await rowsOf(name, spec)));
  for (let i = 0; i < rounds; i++) for (const row of rows) await round(row);
  const columns = ['network', 'multiply-adds', 'precision', 'size', 'median', 'shortest'];
  console.log(`| ${columns.join(' | ')} |\n|${'---|'.repeat(columns.length)}`);
  for (const { cells, times } of rows) {
    times.sort((a, b) => a - b);
    console.log(`| ${[...cells, shown(times[times.length >> 1]), shown(times[0])].join(' | ')} |`);
  }
}
