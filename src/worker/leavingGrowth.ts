// What goes along to PyTorch of a run whose networks grow (leavingRuns.ts): the networks of every part of growing from its own on,
// and the first weights of layers that are yet to come.
import type { RunSnapshot } from '../checkpoints/snapshot';
import { growthPlan, partNumber, partOf, type GrowthPart, type GrowthPlan } from '../core/growth';
import type { NetworkSpec } from '../core/network';
import { gridClasses } from '../core/sampleGrid';
import { firstWeights } from '../engine/initialize';
import { losses } from '../losses';
import { growingNetworks, savedPart } from '../training/growingTrainer';
import { byId, everyModel } from './catalogue';
import type { Leaving, LeavingData } from './leavingFacts';

/** From this part on; nothing is faded in where that takes no steps. */
function partsFrom(now: GrowthPart, { stages, fadeSteps }: GrowthPlan): readonly GrowthPart[] {
  const numbers = Array.from({ length: 2 * stages - 1 }, (_, number) => number);
  return numbers.flatMap((number) => {
    const part = partOf(number, stages);
    if (!part || number < partNumber(now)) return [];
    return part.fading && fadeSteps === 0 && number !== partNumber(now) ? [] : [part];
  });
}

const LEARNING = ['generator', 'discriminator'] as const;
type Both = Readonly<Record<(typeof LEARNING)[number], NetworkSpec>>;

/** First weights of what the networks of a part have and those before have not, by part and network. */
const freshWeights = (part: GrowthPart, now: Both, before: Both, seed: number): RunSnapshot['tensors'] =>
  LEARNING.flatMap((id) => {
    const shapes = new Map(firstWeights(before[id], seed).map(({ name, spec }) => [name, spec.shape.join()]));
    return firstWeights(now[id], seed).flatMap(({ name, spec: { shape }, values }) =>
      shapes.get(name) === shape.join()
        ? []
        : [{ name: `${partNumber(part)}/${id}/${name}`, shape: [...shape], values }],
    );
  });

export function growing({ snapshot, dataset }: LeavingData): Leaving {
  const { config, compression, numbers = {} } = snapshot;
  const { shape, classNames } = dataset;
  const model = byId(everyModel, config.model);
  const plan = growthPlan(shape, config.taskParams);
  const labels = classNames?.length ?? null;
  const parts = partsFrom(savedPart(numbers, plan), plan).map((part) => ({
    part,
    ...growingNetworks({ config, model, shape, labels, compression }, part),
  }));
  const [{ classes, latentSize }] = parts;
  return {
    loss: byId(losses, config.loss),
    networks: Object.fromEntries(
      parts.flatMap(({ part, generator, discriminator, average }) =>
        Object.entries({ generator, discriminator, ...(average && { average }) }).map(([id, spec]) => [
          `${id}@${partNumber(part)}`,
          spec,
        ]),
      ),
    ),
    constants: parts
      .slice(1)
      .flatMap(({ part, ...now }, i) => freshWeights(part, now, parts[i], config.seed)),
    facts: {
      classes: classes && model.classes ? { ...model.classes, count: classes.count } : null,
      latentSize,
      gridClasses: [...gridClasses(classes?.count ?? 0)],
      stages: plan.stages,
      fades: Object.fromEntries(parts.flatMap(({ part, fade }) => (fade ? [[partNumber(part), fade]] : []))),
    },
    needsLabels: classes !== null && model.classes?.source === 'labels',
    shown: {},
    learnsFrom: dataset,
  };
}
