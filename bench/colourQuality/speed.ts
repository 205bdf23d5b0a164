// What a step of a run takes while a judge measures its samples on the way, as the page does. Loaded by measure.ts.
import { processorMs } from '../../src/testing/processorTime';
import { RunSession } from '../../src/training/session';
import { SILENT_OUTLETS } from '../../src/training/sessionOutlets';
import { LiveMeasures } from '../../src/training/measuring/liveMeasures';
import { Measurer } from '../../src/training/measuring/measurer';
import { figure, renderTable } from '../table';
import { JUDGES, openEngine, openTrainer } from './judges';

export interface SpeedAsked {
  readonly side: number;
  readonly train: Uint8Array;
  readonly steps: number;
}

/** Times that each is run, one after the other, so that what slows the machine for a while slows all. */
const ROUNDS = 2;

interface Taken {
  milliseconds: number;
  measured: number;
  /** Step of the first measurement. */
  first: number;
}

async function train(judge: keyof typeof JUDGES | null, asked: SpeedAsked, into: Taken): Promise<void> {
  const { side, steps } = asked;
  const { trainer, dataset } = openTrainer(asked.train, side, { steps, seed: 1 });
  const live =
    judge &&
    new LiveMeasures(
      new Measurer({
        ...{ trainer: () => trainer, dataset, loadHeldOut: () => Promise.resolve(null) },
        openEvaluator: () => JUDGES[judge](side),
      }),
    );
  const told = {
    ...SILENT_OUTLETS,
    measured: ({ step }: { readonly step: number }) => {
      into.measured++;
      if (into.first === 0) into.first = step;
    },
  };
  const session = new RunSession({ id: 'r', name: '', createdAt: 0, parent: null }, trainer, told, live);
  const began = processorMs();
  session.play();
  await session.ended();
  into.milliseconds += processorMs() - began;
  await session.dispose();
}

export async function compareSpeed(asked: SpeedAsked): Promise<void> {
  await openEngine();
  const kinds = [null, 'random', 'encoder'] as const;
  const taken = kinds.map((): Taken => ({ milliseconds: 0, measured: 0, first: 0 }));
  for (let round = 0; round < ROUNDS; round++)
    for (const [i, kind] of kinds.entries()) await train(kind, asked, taken[i]);
  console.log(
    renderTable({
      title: 'Steps while samples are measured',
      columns: ['judge', 'ms of processor a step', 'measurements', 'first at step'],
      rows: kinds.map((kind, i) => [
        kind ?? 'none',
        figure(taken[i].milliseconds / (ROUNDS * asked.steps)),
        String(taken[i].measured / ROUNDS),
        String(taken[i].first),
      ]),
    }),
  );
}
