// Time to draw images with a generator: this project's engine, onnxruntime-web in the same browser, native PyTorch.
import { readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { threadCounts } from '../machine';
import { askWorker } from '../peers/benchWorker';
import { LAYOUTS, NATIVE_MODELS } from '../peers/pytorch';
import { fastest, interleave, speedup, type Contestant, type Timing } from '../statistics';
import { figure, times, type Table } from '../table';
import { defineSection, type SectionContext } from './define';

const BATCHES = [1, 64];
/** Passes of a round, by batch. */
const PASSES: Readonly<Record<number, number>> = { 1: 60, 64: 8 };
const QUICK_SHARE = 0.25;

interface Case {
  readonly model: string;
  readonly batch: number;
  readonly threads: number;
}

interface Measured extends Case {
  readonly ours: Timing;
  readonly onnxRuntime: Timing;
  readonly pytorch: Timing;
}

/** The generator as an ONNX file, base64; written by PyTorch's own exporter for this very batch. */
async function exportOnnx(context: SectionContext, model: string, batch: number) {
  const path = join(tmpdir(), `ganvas-bench-${process.pid}-${model}-${batch}.onnx`);
  const peer = context.lab.torch({ threads: 1, instructions: 'native' });
  const { latent } = await peer.ask('export', { model: NATIVE_MODELS[model], batch, path });
  const file = (await readFile(path)).toString('base64');
  await rm(path);
  return { latent, file };
}

async function measure(
  context: SectionContext,
  page: Page,
  { model, batch, threads }: Case,
): Promise<Measured> {
  const { lab, options } = context;
  const count = Math.max(2, Math.ceil((PASSES[batch] ?? 8) * (options.quick ? QUICK_SHARE : 1)));
  const { latent, file } = await exportOnnx(context, model, batch);
  const engine = `engine ${threads}`;
  await askWorker(page, 'engine', engine, { do: 'open', backend: 'wasm', threads });
  const onnx = { model: file, threads, batch, latent, count };
  const native = lab.torch({ threads, instructions: 'native' });
  const contestants: Contestant[] = [
    {
      name: 'Ganvas',
      round: async () => (await askWorker(page, 'engine', engine, { do: 'infer', model, batch, count })).ms,
    },
    {
      name: 'onnxruntime-web',
      round: async () => (await askWorker(page, 'onnxRuntime', `onnx ${threads}`, onnx)).ms,
    },
    ...LAYOUTS.map((layout) => ({
      name: `PyTorch, ${layout}`,
      round: async () =>
        (await native.ask('infer', { model: NATIVE_MODELS[model], layout, batch, count })).ms,
    })),
  ];
  for (const { round } of contestants) await round(); // warms up
  const [ours, onnxRuntime, ...layouts] = await interleave(contestants, options.rounds);
  return { model, batch, threads, ours, onnxRuntime, pytorch: fastest(layouts) };
}

function tableOf(measured: readonly Measured[], facts: { readonly torch: string }): Table {
  const perImage = (timing: Timing, batch: number) => figure(timing.medianMs / batch);
  return {
    title: 'Inference: milliseconds per image of the generator',
    columns: [
      'model',
      'batch',
      'threads',
      'Ganvas, CPU engine',
      'onnxruntime-web',
      'PyTorch',
      'x onnxruntime-web',
      'x PyTorch',
    ],
    rows: measured.map(({ model, batch, threads, ours, onnxRuntime, pytorch }) => [
      model,
      String(batch),
      String(threads),
      perImage(ours, batch),
      perImage(onnxRuntime, batch),
      perImage(pytorch, batch),
      times(speedup(ours, onnxRuntime)),
      times(speedup(ours, pytorch)),
    ]),
    notes: [
      'From latents in memory to image values in memory. Each on the threads of its row; weights are random, which changes no time.',
      'onnxruntime-web 1.30 on WebAssembly in a worker of an isolated page; its model is what PyTorch exports for that batch, dense layers as matrix products, batch norms folded into the convolutions, all optimizations on.',
      `PyTorch ${facts.torch} in inference mode, in the faster of its two memory layouts.`,
    ],
  };
}

export const inference = defineSection({
  id: 'inference',
  title: 'Inference',
  async run(context) {
    const { lab, machine, say } = context;
    const page = await lab.openBenchPage();
    const facts = await lab.torch({ threads: 1, instructions: 'native' }).ask('hello');
    const measured: Measured[] = [];
    for (const model of Object.keys(NATIVE_MODELS)) {
      for (const threads of threadCounts(machine.cores)) {
        for (const batch of BATCHES) {
          say(`${model}, batch ${batch}, ${threads} thread(s)`);
          measured.push(await measure(context, page, { model, batch, threads }));
        }
      }
    }
    await page.context().close();
    lab.endTorch();
    return { tables: [tableOf(measured, facts)], data: { torch: facts, cases: measured } };
  },
});
