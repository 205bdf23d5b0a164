// The reference's training step on other engines that run in a browser: stock TensorFlow.js on each of its backends and
// jax-js, at a batch that finishes, in turns with this project's engine at the same batch.
import { defaultParams } from '../../src/core/paramSpec';
import { models } from '../../src/models';
import type { StockRequest } from '../browser/wire';
import { askWorker, endWorker } from '../peers/benchWorker';
import { interleave, speedup, type Contestant, type Timing } from '../statistics';
import { figure, times, type Table } from '../table';
import type { SectionContext } from './define';

const REFERENCE = 'dcgan-an12954';
const BATCH = 2;
const ROUNDS = 2;

interface Peer {
  readonly label: string;
  readonly kind: 'stockTfjs' | 'jaxJs';
  readonly backend: string;
  /** Steps of a round and of warming up. */
  readonly steps: number;
}

const PEERS: readonly Peer[] = [
  { label: 'stock tfjs, cpu', kind: 'stockTfjs', backend: 'cpu', steps: 1 },
  { label: 'stock tfjs, webgl (SwiftShader)', kind: 'stockTfjs', backend: 'webgl', steps: 1 },
  { label: 'stock tfjs, webgpu (SwiftShader)', kind: 'stockTfjs', backend: 'webgpu', steps: 1 },
  { label: 'jax-js, wasm', kind: 'jaxJs', backend: 'wasm', steps: 4 },
];

interface Compared {
  readonly peer: Peer;
  /** Null where it failed; `failure` says how. */
  readonly timing: Timing | null;
  readonly ours: Timing | null;
  readonly failure?: string;
}

export async function compareBrowserPeers(
  context: SectionContext,
): Promise<{ readonly compared: readonly Compared[]; readonly table: Table }> {
  const { lab, machine, options, say } = context;
  const model = models.find((candidate) => candidate.id === REFERENCE);
  if (!model) throw new RangeError(`There is no model ${REFERENCE}.`);
  const params = defaultParams(model.params);
  const page = await lab.openBenchPage({ softwareGpu: true });
  const ours = async () => {
    const size = { batch: BATCH, side: 28, width: 1, count: 20 };
    return (
      await askWorker(page, 'engine', 'engine', { do: 'train', model: REFERENCE, modelParams: {}, ...size })
    ).ms;
  };
  await askWorker(page, 'engine', 'engine', { do: 'open', backend: 'wasm', threads: machine.cores });
  await ours();
  const compared: Compared[] = [];
  for (const peer of PEERS) {
    say(`${REFERENCE}, batch ${BATCH}: ${peer.label}`);
    const request: StockRequest = {
      backend: peer.backend,
      generator: model.buildGenerator([28, 28, 1], params),
      discriminator: model.buildDiscriminator([28, 28, 1], params),
      batch: BATCH,
      count: peer.steps,
    };
    const round = async () => (await askWorker(page, peer.kind, peer.label, request)).ms;
    try {
      await round(); // warms up: programs are compiled
      const contestants: Contestant[] = [
        { name: 'Ganvas', round: ours },
        { name: peer.label, round },
      ];
      const [own, timing] = await interleave(contestants, options.quick ? 1 : ROUNDS);
      compared.push({ peer, timing, ours: own });
    } catch (error) {
      const failure = error instanceof Error ? error.message.split('\n')[0] : String(error);
      say(`${peer.label} failed: ${failure}`);
      compared.push({ peer, timing: null, ours: null, failure });
    }
    await endWorker(page, peer.label);
  }
  await page.context().close();
  return { compared, table: tableOf(compared, machine.cores) };
}

function tableOf(compared: readonly Compared[], threads: number): Table {
  const row = (label: string, timing: Timing | null, ratio: string) => [
    label,
    figure(timing?.medianMs),
    figure(timing ? timing.medianMs / BATCH : null),
    ratio,
  ];
  const own = compared.find((c) => c.ours)?.ours ?? null;
  return {
    title: `Training step of ${REFERENCE} on other engines in the same browser, batch ${BATCH}`,
    columns: ['what', 'ms/step', 'ms/image', 'Ganvas is'],
    rows: [
      row(`Ganvas, CPU engine, ${threads} thread(s)`, own, ''),
      ...compared.map(({ peer, timing, ours, failure }) =>
        row(peer.label, timing, timing && ours ? times(speedup(ours, timing)) : failure ? 'failed' : '–'),
      ),
    ],
    notes: [
      ...compared.flatMap(({ peer, failure }) => (failure ? [`${peer.label} failed: ${failure}`] : [])),
      `Batch ${BATCH} is one that they finish; a part of a step does not depend on the batch, so milliseconds per image at batch 32 are fewer for all.`,
      'Stock tfjs: its own operations, gradients and Adam, nothing of this project; tfjs-wasm cannot train convolutions (it has no gradient of their filters). jax-js: the whole step compiled with jit, convolutions as matrix products.',
    ],
  };
}
