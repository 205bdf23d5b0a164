// A student of the open run's generator as a saved run of its own: same data, same latents, a smaller network. Its
// discriminator starts anew, so that training it on is ordinary training.
import { createRunId, extendRunName } from '../checkpoints/runId';
import type { RunStore } from '../checkpoints/store';
import { distill } from '../compression/distill';
import { networkTotals } from '../core/networkSpec';
import { readRunConfig, writeRunConfig, type RunConfig } from '../core/runConfig';
import { losses } from '../losses';
import { models } from '../models';
import { dcganLight } from '../models/dcganLight';
import type { DistilledRun, DistillRequest } from '../protocol';
import { RunSession } from '../training/session';
import { Trainer } from '../training/trainer';
import { byId, catalogue } from './catalogue';
import type { Call } from './handler';
import { loadDataset } from './openRun';

const LEARNING_RATE = 3e-3;

/** The student's settings: those of the teacher but for the network. @throws InvalidValueError for an impossible width */
function studentConfig(teacher: RunConfig, latentSize: number, width: number): RunConfig {
  const kept = Object.entries(writeRunConfig(teacher)).filter(([key]) => !key.startsWith('model'));
  const network = { model: dcganLight.id, 'model.latentSize': latentSize, 'model.width': width };
  return readRunConfig({ ...Object.fromEntries(kept), ...network }, catalogue);
}

const NO_OUTLETS = {
  changed: () => undefined,
  history: () => undefined,
  samples: () => undefined,
  memory: () => undefined,
  saveFailed: () => undefined,
  measured: () => undefined,
  measureFailed: () => undefined,
  health: () => undefined,
};

/** Nothing may train meanwhile. @throws InvalidValueError, AbortedError, and what saving throws */
export async function distillRun(
  session: RunSession,
  { width, steps }: DistillRequest,
  store: RunStore,
  call: Call,
): Promise<DistilledRun> {
  const { trainer: teacher, identity } = session;
  const config = studentConfig(session.config, teacher.latentSize, width);
  const dataset = await loadDataset(config, call);
  const parts = { config, dataset, model: byId(models, config.model), loss: byId(losses, config.loss) };
  const student = new Trainer(parts);
  try {
    const teaching = teacher.average ?? teacher.generator;
    const { firstLoss, lastLoss } = await distill({
      teacher: teaching,
      student: student.generator,
      steps,
      batch: config.batch,
      learningRate: LEARNING_RATE,
      seed: config.seed,
      signal: call.signal,
      progress: (step, loss) => call.progress(`Step ${step}, distance ${loss.toFixed(3)}`, step / steps),
    });
    for (const [i, weight] of student.average?.weights.entries() ?? []) {
      weight.variable.assign(student.generator.weights[i].variable);
    }
    const own = {
      id: createRunId(),
      name: extendRunName(identity.name, ` (student ${width})`),
      createdAt: Date.now(),
      parent: identity.id,
    };
    const fresh = new RunSession(own, student, { ...NO_OUTLETS, save: async () => undefined });
    await fresh.sample();
    const parameters = ({ spec }: typeof teaching): number => networkTotals(spec).trainable;
    return {
      run: await store.save(await fresh.snapshot()),
      teacherParameters: parameters(teaching),
      studentParameters: parameters(student.generator),
      firstLoss,
      lastLoss,
    };
  } finally {
    student.dispose();
  }
}
