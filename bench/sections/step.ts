// Time of one training step, against native PyTorch in the same rounds: both models, one thread and more, PyTorch with
// the processor's own instruction set and held to AVX2.
import { stepMultiplyAdds } from '../../src/core/network';
import { defaultParams } from '../../src/core/paramSpec';
import { models } from '../../src/models';
import { threadCounts } from '../machine';
import { openOurRun } from '../peers/ours';
import { NATIVE_MODELS } from '../peers/pytorch';
import { fasterLayouts, INSTRUCTIONS, rivalsOf, type Rival, type RivalTiming } from '../peers/rivals';
import { interleave, speedup, type Contestant, type Timing } from '../statistics';
import { figure, percent, times, type Table } from '../table';
import { compareBrowserPeers } from './browserPeers';
import { kernelGflop, measureCeilings, type Ceilings } from './ceiling';
import { defineSection, type SectionContext } from './define';

/** Steps of a round and before the first round, by model: enough for a second or two each. */
const STEPS: Readonly<Record<string, { readonly round: number; readonly warmUp: number }>> = {
  'dcgan-an12954': { round: 16, warmUp: 6 },
  'dcgan-light': { round: 120, warmUp: 30 },
};
const QUICK_SHARE = 0.3;

interface ModelTimes {
  readonly model: string;
  readonly batch: number;
  /** Multiplications and additions of one step as the layers are written. */
  readonly gflop: number;
  readonly ours: readonly (Timing & { readonly threads: number })[];
  readonly native: readonly RivalTiming[];
}

async function timeModel(context: SectionContext, model: string): Promise<ModelTimes> {
  const { lab, machine, options, say } = context;
  const amount = STEPS[model];
  const round = Math.ceil(amount.round * (options.quick ? QUICK_SHARE : 1));
  const threads = threadCounts(machine.cores);
  const pages = [];
  for (const count of threads) {
    say(`${model}: opening the page, ${count} thread(s)`);
    pages.push(
      await openOurRun(lab, `dataset=mnist&model=${model}&backend=wasm&threads=${count}`, amount.warmUp),
    );
  }
  const natives = rivalsOf((options) => lab.torch(options), threads);
  const nativeSteps = async ({ peer, layout }: Rival, count: number) =>
    (await peer.ask('steps', { model: NATIVE_MODELS[model], layout, count })).ms;
  for (const native of natives) {
    say(`${model}: warming up ${native.peer.label}, ${native.layout}`);
    await nativeSteps(native, amount.warmUp);
  }
  const contestants: Contestant[] = [
    ...pages.map((page, i) => ({ name: `Ganvas, ${threads[i]}`, round: () => page.train(round) })),
    ...natives.map((native) => ({
      name: `${native.peer.label}, ${native.layout}`,
      round: () => nativeSteps(native, round),
    })),
  ];
  say(`${model}: ${options.rounds} rounds of ${round} steps, ${contestants.length} contestants`);
  const timings = await interleave(contestants, options.rounds);
  const { config } = await pages[0].record();
  for (const page of pages) await page.close();
  const ours = timings.slice(0, pages.length).map((timing, i) => ({ ...timing, threads: threads[i] }));
  const native = fasterLayouts(natives, timings.slice(pages.length));
  return { model, batch: config.batch, gflop: stepGflop(model, config.batch), ours, native };
}

function stepGflop(id: string, batch: number): number {
  const model = models.find((candidate) => candidate.id === id);
  if (!model) throw new RangeError(`There is no model ${id}.`);
  const params = defaultParams(model.params);
  const generator = model.buildGenerator([28, 28, 1], params);
  const discriminator = model.buildDiscriminator([28, 28, 1], params);
  return (2 * stepMultiplyAdds(generator, discriminator, batch)) / 1e9;
}

function tableOf(context: SectionContext, measured: ModelTimes, ceilings: Ceilings): Table {
  const { model, batch, gflop, ours, native } = measured;
  const own = ceilings.filter((c) => c.model === model);
  const performed = kernelGflop(own[0]?.kernels ?? []);
  const threadsOf = (count: number) => `${count} thread${count === 1 ? '' : 's'}`;
  const rows = [
    ...ours.map((timing) => {
      const ceiling = own.find((c) => c.threads === timing.threads);
      const rate = gflop / (timing.medianMs / 1000);
      const against = native.filter((n) => n.threads === timing.threads);
      return [
        `Ganvas, CPU engine, ${threadsOf(timing.threads)}`,
        figure(timing.medianMs),
        figure((1000 * batch) / timing.medianMs),
        figure(rate),
        ceiling ? percent(performed / (timing.medianMs / 1000) / ceiling.gflops) : '–',
        ...INSTRUCTIONS.map((set) => {
          const peer = against.find((n) => n.instructions === set);
          return peer ? times(speedup(timing, peer)) : '–';
        }),
      ];
    }),
    ...native.map((timing) => [
      `PyTorch, ${threadsOf(timing.threads)}, ${timing.instructions === 'avx2' ? 'AVX2' : context.machine.vectors} (${timing.layout})`,
      figure(timing.medianMs),
      figure((1000 * batch) / timing.medianMs),
      figure(gflop / (timing.medianMs / 1000)),
      '',
      '',
      '',
    ]),
  ];
  return {
    title: `Training step, ${model}, MNIST, batch ${batch}`,
    columns: [
      'what',
      'ms/step',
      'images/s',
      'GFLOP/s as written',
      'of the ceiling',
      `x PyTorch ${context.machine.vectors}`,
      'x PyTorch AVX2',
    ],
    rows,
    notes: [
      `A step is ${gflop.toFixed(2)} GFLOP as the layers are written; the engine's kernels need ${performed.toFixed(2)} of them, and the share of the ceiling counts those.`,
      'Ganvas is the built page with its worker. Both sides count training alone, data and reading the losses of every step included; the page also draws samples and saves, which is not counted.',
      'Ratios compare the same number of threads and are medians over rounds. PyTorch is given in the faster of its two memory layouts, named; bench.json has both.',
    ],
  };
}

export const step = defineSection({
  id: 'step',
  title: 'Step time',
  async run(context) {
    const { lab, say } = context;
    const facts = await lab.torch({ threads: 1, instructions: 'native' }).ask('hello');
    const measured: ModelTimes[] = [];
    for (const model of Object.keys(STEPS)) measured.push(await timeModel(context, model));
    lab.endTorch();
    say('the arithmetic ceiling of the tab');
    const { ceilings, tables } = await measureCeilings(context, Object.keys(STEPS));
    const compared = measured.map((times) => tableOf(context, times, ceilings));
    const others = await compareBrowserPeers(context);
    const notes = [
      ...(compared[0].notes ?? []),
      `PyTorch ${facts.torch}, Python ${facts.python}: convolutions by oneDNN with what the processor has (rows "AVX2": held to that), its own loops with ${facts.capability}.`,
    ];
    return {
      tables: [{ ...compared[0], notes }, ...compared.slice(1), others.table, ...tables],
      data: { torch: facts, models: measured, ceilings, browserPeers: others.compared },
    };
  },
});
