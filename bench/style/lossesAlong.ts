// Losses of style transfer along the steps of L-BFGS, here and in PyTorch, which starts anew for each count of steps. Loaded by
// losses.ts.
import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setBackend } from '@tensorflow/tfjs-core';
import { repositoryRoot } from '../../scripts/runTool';
import { encoders } from '../../src/encoders';
import { openEncoderWeights } from '../../src/encoders/openEncoder';
import { registerRecorder } from '../../src/engine/recording';
import { SimdStepRecorder } from '../../src/engine/simd/recorder';
import { registerSimdBackend, simdBackend, SIMD_BACKEND } from '../../src/engine/simd/register';
import { loadTestModule } from '../../src/testing/simdModule';
import { PYTHON } from '../peers/pytorch';
import { renderTable } from '../table';
import { writeGatysJob } from './gatysJob';
import { drawnPictures, openGatys } from './openGatys';

const COUNTS = [0, 50, 100, 200];
const TERMS = ['total', 'content', 'style'];
const TOLERANCE = 0.02;

export interface LossesAlong {
  readonly side: number;
  readonly encoder: string;
  readonly threads: number;
}

/** @throws RangeError for an encoder that there is none of, or where losses differ by more than two per cent in the end */
export async function compareLosses({ side, encoder, threads }: LossesAlong): Promise<void> {
  registerSimdBackend(await loadTestModule({ threads }));
  await setBackend(SIMD_BACKEND);
  registerRecorder(SIMD_BACKEND, new SimdStepRecorder(simdBackend()));
  const definition = encoders.find(({ id }) => id === encoder);
  if (!definition)
    throw new RangeError(`There is no encoder ${encoder}, but ${encoders.map(({ id }) => id).join(', ')}`);
  const weights = await openEncoderWeights(definition, (name) =>
    readFile(join(repositoryRoot, 'public', 'models', name)),
  );
  const pictures = drawnPictures(side);
  const trainer = openGatys(pictures, { definition, weights });
  const own: ArrayLike<number>[] = [];
  for (let step = 0; step <= Math.max(...COUNTS); step++) {
    if (COUNTS.includes(step)) own.push(trainer.lossesNow()[0]);
    trainer.step().dispose();
    await trainer.afterStep();
  }
  trainer.dispose();
  const folder = await mkdtemp(join(tmpdir(), 'style-'));
  try {
    const job = await writeGatysJob(folder, pictures, { definition, weights }, { steps: COUNTS });
    const script = join(import.meta.dirname, 'gatys_reference.py');
    const [{ lbfgs }]: readonly { readonly lbfgs: readonly (readonly number[])[] }[] = JSON.parse(
      execFileSync(PYTHON, [script, job], { encoding: 'utf8' }),
    );
    // Content that is begun with is off by nothing: of zeros there is no share.
    const share = (found: number, right: number): number => (found === right ? 0 : found / right - 1);
    const off = own.map((losses, i) => TERMS.map((_, term) => share(losses[term], lbfgs[i][term])));
    const percent = (part: number): string => `${(100 * part).toFixed(2)} %`;
    const rows = COUNTS.flatMap((count, i) =>
      TERMS.map((term, at) => [
        ...[String(count), term, own[i][at].toPrecision(5), lbfgs[i][at].toPrecision(5)],
        percent(off[i][at]),
      ]),
    );
    console.log(
      renderTable({
        title: `Losses of style transfer by L-BFGS, ${encoder}, ${side} pixels`,
        columns: ['steps', 'loss', 'Ganvas', 'PyTorch', 'off by'],
        rows,
      }),
    );
    const furthest = Math.max(...off[off.length - 1].map(Math.abs));
    if (!(furthest <= TOLERANCE)) throw new RangeError(`Losses differ by ${percent(furthest)}`);
  } finally {
    await rm(folder, { recursive: true });
  }
}
