// Steps of a task held against PyTorch's: losses, moments of every gradient, weights. The programs of bench/ compute the others.
import { normalArray } from '../core/random';
import type { RunConfig } from '../core/runConfig';
import type { TaskTrainer, TrainerState } from '../training/taskTrainer';

/** Of the largest moment of a tensor, or of a thousandth of the network's largest. */
const TOLERANCE = 2e-3;

/** A tensor as the programs read it. */
export const encode = (shape: readonly number[], values: Float32Array) => ({
  shape,
  values: Buffer.from(values.buffer, values.byteOffset, values.byteLength).toString('base64'),
});

/** What PyTorch has after a step; moments and weights by the run's names, as float64 in base64. */
export type TorchStep = Readonly<Record<'moments' | 'weights', Readonly<Record<string, string>>>> & {
  readonly losses: Readonly<Record<string, number>>;
};

const doubles = (text: string): Float64Array =>
  new Float64Array(Uint8Array.from(Buffer.from(text, 'base64')).buffer);
const largest = (values: Float64Array): number => values.reduce((most, v) => Math.max(most, Math.abs(v)), 0);

/** A step as it was taken here; losses without the network's name. */
export interface TakenStep {
  readonly report: Readonly<Record<string, number>>;
  readonly state: TrainerState;
}

/** The first steps of a trainer. */
export async function take(trainer: TaskTrainer, steps: number): Promise<readonly TakenStep[]> {
  const taken: TakenStep[] = [];
  for (let step = 1; step <= steps; step++) {
    const report = trainer.step(step);
    const values = Float32Array.from(await report.data());
    report.dispose();
    const named = Object.fromEntries(
      trainer.series.map((id, i) => [id.replace(/^generator(AB)?\//, ''), values[i]]),
    );
    taken.push({ report: named, state: await trainer.read() });
  }
  return taken;
}

/** What of a step is not PyTorch's: the first few. */
export function torchProblems(
  config: Pick<RunConfig, 'learningRateG' | 'learningRateD'>,
  { report, state }: TakenStep,
  found: TorchStep,
  step: number,
): string[] {
  const ours = new Map(state.tensors.map(({ name, values }) => [name, values]));
  const wrong: string[] = [];
  for (const [id, value] of Object.entries(found.losses))
    if (!(Math.abs(report[id] - value) <= 1e-4 * (1 + Math.abs(value))))
      wrong.push(`step ${step}, ${id} is ${report[id]}, PyTorch has ${value}`);
  const moments = Object.entries(found.moments).map(([name, text]) => [name, doubles(text)] as const);
  for (const [name, moment] of moments) {
    const [network, ...path] = name.split('/');
    const whole = Math.max(
      ...moments.filter(([n]) => n.startsWith(`${network}/`)).map(([, m]) => largest(m)),
    );
    const mine = ours.get(`optimizer/${network}/m/${path.join('/')}`) ?? [];
    const allowed = TOLERANCE * Math.max(largest(moment), 1e-3 * whole) + 1e-9;
    const weights = doubles(found.weights[name]);
    const rate = network.startsWith('generator') ? config.learningRateG : config.learningRateD;
    for (const [i, value] of moment.entries()) {
      if (!(Math.abs(mine[i] - value) <= allowed))
        wrong.push(`step ${step}, moment of ${name}: value ${i} is ${mine[i]}, PyTorch has ${value}`);
      // Where there is no gradient but rounding's, Adam moves a weight by up to a rate in each step.
      const drift = Math.abs(value) > 30 * allowed ? 0.1 * rate : 2.2 * rate * step;
      const weight = ours.get(name)?.[i] ?? NaN;
      if (!(Math.abs(weight - weights[i]) <= drift))
        wrong.push(`step ${step}, ${name}: weight ${i} is ${weight}, PyTorch has ${weights[i]}`);
    }
  }
  return wrong.slice(0, 5);
}

/** Biases that are none at first put whole patches of maps on the kink of a rectifier, where rounding decides the slope. */
export const withBiases = (state: TrainerState): TrainerState => ({
  ...state,
  tensors: state.tensors.map((one, i) =>
    one.name.endsWith('/bias') && !one.name.startsWith('optimizer/')
      ? { ...one, values: normalArray(one.values.length, 7, i).map((v) => 0.1 * v) }
      : one,
  ),
});
