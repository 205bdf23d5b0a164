// What watching costs: the share of the training time that live measuring takes, and how many frames of the plane a second
// arrive while points are trained, with a page that stays responsive and training that keeps most of the time.
import { mainThreadTasks } from '../../e2e/support/mainThread';
import { openOurRun } from '../peers/ours';
import { median } from '../statistics';
import { figure, type Table } from '../table';
import { defineSection, type SectionContext } from './define';

const STEPS = 600;
const QUICK_STEPS = 60;
const WARM_UP = 5;
const WATCH_MS = 10_000;
const QUICK_WATCH_MS = 3000;
const PLACES = ['shown', 'unseen'] as const;
const MEASURE_EVERY = 50;

interface MeasuringCost {
  /** Seconds on the clock beyond training, as a share of training. */
  readonly with: number;
  readonly without: number;
}

/** Time on the clock beyond training, as a share of training: measuring, samples, messages and the last save. */
async function beyondTraining(context: SectionContext, measureEvery: number): Promise<number> {
  const steps = context.options.quick ? QUICK_STEPS : STEPS;
  const run = await openOurRun(context.lab, `dataset=mnist&measureEvery=${measureEvery}`, WARM_UP);
  const before = await run.record();
  const began = performance.now();
  await run.trainTo(WARM_UP + steps);
  const wall = (performance.now() - began) / 1000;
  const after = await run.record();
  await run.close();
  const trained = after.seconds - before.seconds;
  return (wall - trained) / trained;
}

async function measuringCost(context: SectionContext, round: number): Promise<MeasuringCost> {
  const first = round % 2 === 1;
  const early = await beyondTraining(context, first ? MEASURE_EVERY : 0);
  const late = await beyondTraining(context, first ? 0 : MEASURE_EVERY);
  return first ? { with: early, without: late } : { with: late, without: early };
}

interface PlaneFrames {
  readonly place: (typeof PLACES)[number];
  readonly framesPerSecond: number;
  readonly stepsPerSecond: number;
  readonly longestTaskMs: number;
}

async function planeFrames(
  { lab, options }: SectionContext,
  place: (typeof PLACES)[number],
): Promise<PlaneFrames> {
  const query = 'dataset=points-ring&model=gan-mlp&steps=1000000&measureEvery=0&autosaveSeconds=3600';
  const page = await lab.openPage(`${await lab.pageUrl()}#/train?${query}&autostart=1&headless=1`);
  await page.waitForFunction(() => Number(document.documentElement.dataset.runStep ?? '0') >= 200);
  if (place === 'unseen') await page.evaluate(() => (location.hash = '#/about'));
  const look = () =>
    page.evaluate(() => {
      const { planeFrames: frames = '0', runStep = '0' } = document.documentElement.dataset;
      return { at: performance.now(), frames: Number(frames), step: Number(runStep) };
    });
  await page.waitForTimeout(1000);
  const before = await look();
  await page.waitForTimeout(options.quick ? QUICK_WATCH_MS : WATCH_MS);
  const after = await look();
  const tasks = await mainThreadTasks(await lab.browser(), page, () => page.waitForTimeout(3000));
  await page.context().close();
  const seconds = (after.at - before.at) / 1000;
  return {
    place,
    framesPerSecond: (after.frames - before.frames) / seconds,
    stepsPerSecond: (after.step - before.step) / seconds,
    longestTaskMs: tasks[0] ?? NaN,
  };
}

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;

function tablesOf(costs: readonly MeasuringCost[], frames: readonly PlaneFrames[]): Table[] {
  const share = median(costs.map((cost) => cost.with - cost.without));
  return [
    {
      title: 'Live measuring: time beyond training, as a share of training',
      columns: ['measuring', 'not measuring', 'so measuring takes', 'allowed'],
      rows: [
        [
          percent(median(costs.map((cost) => cost.with))),
          percent(median(costs.map((cost) => cost.without))),
          percent(share),
          '10.0 %',
        ],
      ],
      notes: [
        `The default run on MNIST, measured every ${MEASURE_EVERY} steps where there is time, from its first steps on, 1,000 samples a measurement; time beyond training is also samples for the grid, messages and the last save, so the same run without measuring is taken off. Medians over rounds.`,
      ],
    },
    {
      title: 'The plane while it trains',
      columns: ['plane', 'frames/s', 'steps/s', 'longest task of the page, ms of processor'],
      rows: PLACES.map((place) => {
        const those = frames.filter((f) => f.place === place);
        return [
          place,
          figure(median(those.map((f) => f.framesPerSecond))),
          figure(median(those.map((f) => f.stepsPerSecond))),
          figure(median(those.map((f) => f.longestTaskMs))),
        ];
      }),
      notes: [
        'Ring of eight, the GAN of dense layers with its default settings; frames as they arrive at the page, steps as it shows them. Unseen: the person is at another place. Medians over rounds.',
      ],
    },
  ];
}

export const watching = defineSection({
  id: 'watching',
  title: 'What watching costs',
  async run(context) {
    const { options, say } = context;
    const costs: MeasuringCost[] = [];
    const frames: PlaneFrames[] = [];
    for (let round = 1; round <= options.rounds; round++) {
      say(`live measuring, round ${round}`);
      costs.push(await measuringCost(context, round));
      for (const place of PLACES) {
        say(`the plane ${place}, round ${round}`);
        frames.push(await planeFrames(context, place));
      }
    }
    return { tables: tablesOf(costs, frames), data: { costs, frames } };
  },
});
