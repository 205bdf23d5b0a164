// Test support: one step of described networks on the active backend, held against PyTorch in double precision
// (bench/native/step_reference.py), with dropout and random treatment of images off: losses, every gradient, moving
// statistics.
import { join } from 'node:path';
import type { Tensor } from '@tensorflow/tfjs-core';
import type { NetworkSpec } from '../core/network';
import { mapLayers } from '../core/networkEdits';
import type { LoadedDataset } from '../datasets/define';
import { Classes } from '../training/classes';
import { describeNetworks } from '../training/stabilizers/specs';
import { StepInputs } from '../training/stepInputs';
import { Trainer } from '../training/trainer';
import { describeRun, type RandomRun } from './randomNetworks';
import { ROUNDING, shaken, takeSteps, type TakenStep } from './stepAgreement';
import { PROGRAM_PATIENCE_MS } from './patience';
import { inTemporaryFolder } from './tools';
import { runTorch } from './torchPrograms';

const SCRIPT = join(import.meta.dirname, '../../bench/native/step_reference.py');
/** Of the largest gradient of a tensor, or of a thousandth of the network's largest. */
const TOLERANCE = 2e-3;

const undropped = (spec: NetworkSpec): NetworkSpec =>
  mapLayers(spec, ({ layer }) => (layer.kind === 'dropout' ? null : layer));

/** The run without what only this project's random numbers can repeat. */
export function tamed(run: RandomRun): RandomRun {
  const { config, model } = run.parts;
  const parts = {
    ...run.parts,
    config: { ...config, dSteps: 1, augment: 'none', instanceNoise: 0, unrolledSteps: 0 } as const,
    model: {
      ...model,
      buildGenerator: (...args: Parameters<typeof model.buildGenerator>) =>
        undropped(model.buildGenerator(...args)),
      buildDiscriminator: (...args: Parameters<typeof model.buildDiscriminator>) =>
        undropped(model.buildDiscriminator(...args)),
    },
  };
  const trainer = new Trainer(parts);
  const specs = describeNetworks(parts.model, parts.dataset.shape, parts.config, trainer.classes?.count ?? 0);
  trainer.dispose();
  return { ...run, ...specs, parts };
}

interface Encoded {
  readonly shape: readonly number[];
  readonly values: string;
}

export const base64 = (values: Float32Array): string =>
  Buffer.from(values.buffer, values.byteOffset, values.byteLength).toString('base64');

/** What the step takes from outside the networks. */
async function inputsOf({ parts }: RandomRun): Promise<Record<string, Encoded>> {
  const { config, model } = parts;
  const dataset: LoadedDataset = parts.dataset;
  const classes = Classes.of(model, config, dataset.classNames?.length ?? null);
  const trainer = new Trainer(parts);
  const inputs = new StepInputs(config, dataset, classes, trainer.latentSize);
  trainer.dispose();
  inputs.step = 1;
  const tensors: Record<string, Tensor | null> = {
    real: inputs.realBatch(0),
    noiseD: inputs.discriminatorNoise(0),
    noiseG: inputs.generatorNoise(),
    nextReal: inputs.realBatch(1),
    uniforms: inputs.uniforms(0, config.batch / config.packing),
    classesD: inputs.classRowsD(0),
    classesG: inputs.classRowsG(),
    nextClasses: inputs.classRowsD(1),
  };
  const encoded: Record<string, Encoded> = {};
  for (const [name, value] of Object.entries(tensors)) {
    if (!value) continue;
    encoded[name] = { shape: value.shape, values: base64(Float32Array.from(await value.data())) };
    value.dispose();
  }
  return encoded;
}

/** The run with the inputs of its first step and its weights, as the references in bench/native read it. */
export async function question(run: RandomRun, { before }: Pick<TakenStep, 'before'>): Promise<object> {
  const weightsOf = (network: string): Record<string, Encoded> =>
    Object.fromEntries(
      before
        .filter(({ name }) => name.startsWith(`${network}/`))
        .map(({ name, shape, values }) => [
          name.slice(network.length + 1),
          { shape, values: base64(values) },
        ]),
    );
  const { config, model } = run.parts;
  return {
    generator: run.generator,
    discriminator: run.discriminator,
    settings: { ...config, classes: model.classes },
    inputs: await inputsOf(run),
    weights: { generator: weightsOf('generator'), discriminator: weightsOf('discriminator') },
  };
}

interface Answer {
  readonly dLoss: number;
  readonly gLoss: number;
  readonly gradients: Readonly<Record<string, string>>;
  readonly moving: Readonly<Record<string, string>>;
}

export const doubles = (text: string): Float64Array =>
  new Float64Array(Uint8Array.from(Buffer.from(text, 'base64')).buffer);
export const largest = (values: Float64Array): number =>
  values.reduce((most, v) => Math.max(most, Math.abs(v)), 0);

/** What in a step is not PyTorch's; `moved` is the step from weights a few roundings away. */
function problems({ parts }: RandomRun, step: TakenStep, moved: TakenStep, answer: Answer): string[] {
  const { config } = parts;
  const found: string[] = [];
  const [ours, other] = [step, moved].map(({ report, after }) => ({
    report,
    byName: new Map(after.map((t) => [t.name, t.values])),
  }));
  const held = (what: string, values: readonly ArrayLike<number>[], allowed: number): void => {
    const [mine, theirs, near] = values;
    let rounding = 0;
    for (let i = 0; i < theirs.length; i++) rounding = Math.max(rounding, Math.abs(mine[i] - near[i]));
    for (let i = 0; i < theirs.length; i++)
      if (!(Math.abs(mine[i] - theirs[i]) <= allowed + ROUNDING * rounding)) {
        found.push(`${what}: value ${i} is ${mine[i]}, PyTorch has ${theirs[i]}`);
        return;
      }
  };
  for (const [i, loss] of [answer.dLoss, answer.gLoss].entries())
    held(`loss ${i}`, [[ours.report[i]], [loss], [other.report[i]]], 1e-4 * (1 + Math.abs(loss)));
  const gradients = Object.entries(answer.gradients).map(([name, text]) => [name, doubles(text)] as const);
  for (const [name, gradient] of gradients) {
    const [network, ...path] = name.split('/');
    const moment = `optimizer/${network}/m/${path.join('/')}`;
    const [mine, near] = [ours, other].map(
      ({ byName }) => byName.get(moment)?.map((m) => m / (1 - config.beta1)) ?? [],
    );
    const whole = Math.max(...gradients.filter(([n]) => n.startsWith(network)).map(([, g]) => largest(g)));
    held(name, [mine, gradient, near], TOLERANCE * Math.max(largest(gradient), 1e-3 * whole) + 1e-9);
  }
  for (const [name, text] of Object.entries(answer.moving)) {
    const theirs = doubles(text);
    const [mine, near] = [ours, other].map(({ byName }) => byName.get(name) ?? []);
    // A bias before a batch norm has no gradient but rounding's, and Adam moves it by up to a rate.
    const drift = name.endsWith('Mean') ? 3 * config.learningRateD : 0;
    held(name, [mine, theirs, near], TOLERANCE * Math.max(largest(theirs), 1e-3) + drift);
  }
  return found;
}

/** What PyTorch computes otherwise, in words, run by run; empty where nothing differs. */
export async function torchDisagreements(given: readonly RandomRun[]): Promise<string[]> {
  const runs = given.map(tamed);
  const steps: TakenStep[] = [];
  const questions: object[] = [];
  for (const run of runs) {
    const [step] = await takeSteps(run.parts, 1);
    steps.push(step);
    questions.push(await question(run, step));
  }
  const answers: Answer[] = await inTemporaryFolder(async (write) => {
    const file = await write('runs.json', JSON.stringify(questions));
    const patienceMs = PROGRAM_PATIENCE_MS + runs.length * 5000;
    return JSON.parse(await runTorch([SCRIPT, file], undefined, patienceMs));
  });
  const wrong: string[] = [];
  for (const [i, run] of runs.entries()) {
    // What rounding can do is looked at only where it is needed.
    if (problems(run, steps[i], steps[i], answers[i]).length === 0) continue;
    const [moved] = await takeSteps(run.parts, 1, shaken([steps[i]]));
    const found = problems(run, steps[i], moved, answers[i]);
    if (found.length > 0) wrong.push([describeRun(run), ...found].join('\n'));
  }
  return wrong;
}
