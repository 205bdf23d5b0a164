// What the kiosk benchmark says: times, sizes, and ganvas-player beside the rest. Measures nothing itself.
import { speedup, type Timing } from '../statistics';
import { figure, times, type Table } from '../table';
import type { RuntimeName } from './contestants';
import type { FileKind } from './models';

export interface Entry {
  readonly runtime: RuntimeName;
  readonly label: string;
  readonly file: FileKind;
}

/** The kiosk's default first: what the others are compared with. */
export const ENTRIES: readonly Entry[] = [
  { runtime: 'ganvas', label: 'Ganvas kiosk', file: 'tflite float32' },
  { runtime: 'ganvas', label: 'Ganvas kiosk', file: 'tflite int8' },
  { runtime: 'ganvas-player', label: 'ganvas-player', file: 'tflite float32' },
  { runtime: 'ganvas-player', label: 'ganvas-player', file: 'tflite int8' },
  { runtime: 'onnxruntime-web', label: 'onnxruntime-web', file: 'onnx float32' },
  { runtime: 'onnxruntime-web', label: 'onnxruntime-web', file: 'onnx int8' },
  { runtime: 'litert', label: 'LiteRT.js', file: 'tflite float32' },
  { runtime: 'litert', label: 'LiteRT.js', file: 'tflite int8' },
];

export interface ContestantFacts extends Entry {
  /** Compressed bytes of the files that its page loaded. */
  readonly runtimeBytes: number;
  /** Bytes of WebAssembly memory after drawing. */
  readonly memoryBytes: number;
  readonly modelBytes: number;
}

export interface Case {
  readonly model: string;
  readonly threads: number;
  readonly throttle: number;
  readonly timings: readonly Timing[];
  readonly slowed: readonly [number, number];
  readonly contestants: readonly ContestantFacts[];
}

/** The best of a runtime's two files, as who installs it would choose. */
const best = (timings: readonly Timing[], label: string): Timing =>
  timings
    .filter(({ name }) => name.startsWith(label))
    .reduce((least, timing) => (timing.medianMs < least.medianMs ? timing : least));

const kB = (bytes: number): string => figure(bytes / 1000);

export function timesTable(cases: readonly Case[]): Table {
  return {
    title: 'Kiosk: milliseconds an image, batch 1 (median; slowed: mean)',
    columns: [
      'model',
      'threads',
      'slowed',
      'known work slowed',
      ...ENTRIES.map((e) => `${e.label}, ${e.file}`),
      'x onnxruntime-web',
      'x LiteRT.js',
    ],
    rows: cases.map(({ model, threads, throttle, timings, slowed: [least, most] }) => [
      model,
      String(threads),
      `${throttle}x`,
      throttle === 1 ? '–' : `${least.toFixed(1)} to ${most.toFixed(1)}x`,
      ...ENTRIES.map((e) => figure(timings.find((t) => t.name === `${e.label}, ${e.file}`)?.medianMs)),
      times(speedup(timings[0], best(timings, 'onnxruntime-web'))),
      threads > 1 ? '–' : times(speedup(timings[0], best(timings, 'LiteRT.js'))),
    ]),
    notes: [
      'From latents in memory to image values in memory, one image at a time; all draw the same images from the same seeded weights, which is checked.',
      'The last columns compare the kiosk’s default (float32 arithmetic) with the quicker of the other’s two files: above 1 the kiosk is quicker.',
      'The DevTools protocol slows by stopping the page’s thread every few milliseconds; what is known to take half a millisecond, done between the images, shows by how much in the same rounds, and times are for exactly the slowing that was asked for.',
      'LiteRT.js and ganvas-player run on one thread here; onnxruntime-web and the kiosk with two threads run in workers.',
    ],
  };
}

/** ganvas-player by itself, at full speed: how many times as fast as the quicker of the other's two files. */
export function playerTable(cases: readonly Case[]): Table {
  const rows = cases
    .filter(({ threads, throttle }) => threads === 1 && throttle === 1)
    .map(({ model, timings }) => {
      const own = best(timings, 'ganvas-player');
      const others = ['Ganvas kiosk', 'onnxruntime-web', 'LiteRT.js'].map((label) => best(timings, label));
      return [model, figure(own.medianMs), ...others.map((other) => times(speedup(own, other)))];
    });
  return {
    title: 'ganvas-player, batch 1, one thread',
    columns: ['model', 'ms an image', 'x Ganvas kiosk', 'x onnxruntime-web', 'x LiteRT.js'],
    rows,
    notes: ['Each by the quicker of its two files; medians over rounds of the ratio within a round.'],
  };
}

export const sizesTable = (cases: readonly Case[]): Table => ({
  title: 'Kiosk: sizes in kB',
  columns: ['model', 'runtime', 'file', 'model file', 'runtime, gzip', 'WebAssembly memory'],
  rows: cases
    .filter(({ threads, throttle }) => threads === 1 && throttle === 1)
    .flatMap(({ model, contestants }) =>
      contestants.map((c) => [
        model,
        c.label,
        c.file,
        kB(c.modelBytes),
        kB(c.runtimeBytes),
        kB(c.memoryBytes),
      ]),
    ),
  notes: ['The runtime’s size is what its page loaded, the benchmark’s own few kB included.'],
});
