// How many times as fast products of 16-bit floats are on this device: one product of a usual size in both forms by turns, many
// to a submission where it is quick. Takes a fraction of a second on a graphics card.
import { dispose, ones, type Tensor } from '@tensorflow/tfjs-core';
import { inHalves } from '../halfProducts';
import { runKernel } from '../ops/kernel';
import type { GanvasGpuBackend } from './backend';

const [DEPTH, COLUMNS] = [256, 128];
const USUAL_ROWS = 4096;
const LINEAR = { activation: 'linear', alpha: 0 };
/** A round is long enough to be timed, or has as many products as this. */
const [LEAST_MS, MOST_PRODUCTS] = [4, 256];
const ROUNDS = 5;

/** @param rows of the product; few of them for devices that are software */
export async function halvesGain(backend: GanvasGpuBackend, rows = USUAL_ROWS): Promise<number> {
  const [x, w]: Tensor[] = [ones([rows, DEPTH]), ones([DEPTH, COLUMNS])];
  const product = (): void => dispose(runKernel('GanvasDense', { x, w }, LINEAR));
  const forms = [product, () => inHalves(product)];
  const time = async (form: () => void, count: number): Promise<number> => {
    const start = performance.now();
    for (let i = 0; i < count; i++) form();
    backend.submitPending();
    await backend.device.queue.onSubmittedWorkDone();
    return performance.now() - start;
  };
  for (const form of forms) await time(form, 1);
  let count = 1;
  while (count < MOST_PRODUCTS && (await time(product, count)) < LEAST_MS) count *= 4;
  const best = [Infinity, Infinity];
  for (let round = 0; round < ROUNDS; round++)
    for (const [i, form] of forms.entries()) best[i] = Math.min(best[i], await time(form, count));
  dispose([x, w]);
  return best[0] / best[1];
}
