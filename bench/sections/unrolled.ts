// The published experiment of Metz et al. 2017 (https://arxiv.org/abs/1611.02163, section 3.1): a ring of eight Gaussians,
// learnt with and without unrolled steps from the same seeds; how many clusters the generator covers at the end.
import { openOurRun } from '../peers/ours';
import { median } from '../statistics';
import { figure, type Table } from '../table';
import { defineSection, type SectionContext } from './define';

const SEEDS = [1, 2, 3, 4, 5];
const STEPS = 3000;
const QUICK_STEPS = 200;
const UNROLLED = [0, 5];
const MEASURE_EVERY = 250;
/** One learning rate for both networks, small ones of 64 units, as quick to train as to break. */
const SETTINGS =
  'dataset=points-ring&model=gan-mlp&model.width=64&batch=64&learningRateG=0.001&learningRateD=0.001';

interface Outcome {
  readonly unrolledSteps: number;
  readonly seed: number;
  /** Of the last measurement. */
  readonly modesCovered: number;
  readonly goodSamples: number;
  readonly gridJs: number;
  readonly seconds: number;
}

async function train(
  { lab, options }: SectionContext,
  unrolledSteps: number,
  seed: number,
): Promise<Outcome> {
  const steps = options.quick ? QUICK_STEPS : STEPS;
  const query = `${SETTINGS}&unrolledSteps=${unrolledSteps}&seed=${seed}&measureEvery=${MEASURE_EVERY}`;
  const run = await openOurRun(lab, query, steps);
  const { measures, seconds } = await run.record();
  await run.close();
  const values = measures.at(-1)?.values ?? {};
  return {
    unrolledSteps,
    seed,
    modesCovered: values['modes-covered'] ?? NaN,
    goodSamples: values['good-samples'] ?? NaN,
    gridJs: values['grid-js'] ?? NaN,
    seconds,
  };
}

function tableOf(outcomes: readonly Outcome[]): Table {
  return {
    title: 'Unrolled steps on a ring of eight',
    columns: [
      'unrolled steps',
      'clusters covered, by seed',
      'median',
      'good samples',
      'JS on a grid',
      'seconds',
    ],
    rows: UNROLLED.map((steps) => {
      const those = outcomes.filter(({ unrolledSteps }) => unrolledSteps === steps);
      return [
        String(steps),
        those.map(({ modesCovered }) => modesCovered).join(', '),
        figure(median(those.map(({ modesCovered }) => modesCovered))),
        figure(median(those.map(({ goodSamples }) => goodSamples))),
        figure(median(those.map(({ gridJs }) => gridJs))),
        figure(median(those.map(({ seconds }) => seconds))),
      ];
    }),
    notes: [
      `After Metz et al. 2017: the same seeds ${SEEDS.join(', ')}, ${STEPS} steps, with and without unrolling; settings ${SETTINGS}. The last measurement of each run; medians over seeds.`,
    ],
  };
}

export const unrolled = defineSection({
  id: 'unrolled',
  title: 'Unrolled steps',
  async run(context) {
    const outcomes: Outcome[] = [];
    for (const seed of context.options.quick ? SEEDS.slice(0, 1) : SEEDS) {
      for (const steps of UNROLLED) {
        outcomes.push(await train(context, steps, seed));
        const { modesCovered, seconds } = outcomes[outcomes.length - 1];
        context.say(`${steps} unrolled steps, seed ${seed}: ${modesCovered} of 8 in ${seconds.toFixed(0)} s`);
      }
    }
    return { tables: [tableOf(outcomes)], data: outcomes };
  },
});
