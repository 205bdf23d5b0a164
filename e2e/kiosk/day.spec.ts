// Twenty-four hours on the page's own clocks in a few thousand frames; the whole day at frames of a real length is
// bench/kiosk/day.ts.
import {
  expect,
  test,
  tinyClassifier,
  tinyFloatModel,
  tinyInt8Model,
  tinyTranslator,
} from '../support/kiosk';
import { KioskDay } from '../support/kioskDay';

const TURNS = 4;
const FRAMES = 160;
/** Of 24 hours in two models' frames a turn. */
const STEP_MS = (24 * 3_600_000) / (TURNS * 2 * FRAMES);

type Reading = Awaited<ReturnType<KioskDay['read']>>;

/** The first two turns fill the rings of figures and touch what is touched; after them nothing may grow. */
async function expectFlat(day: KioskDay, readings: readonly Reading[]): Promise<void> {
  const [, early] = readings;
  const last = readings[readings.length - 1];
  const heaps = ({ pageBytes, workerBytes, bufferBytes }: Reading) => pageBytes + workerBytes + bufferBytes;
  expect(heaps(last) - heaps(early), JSON.stringify(readings)).toBeLessThan(300_000);
  expect(last.runtimeBytes).toBe(early.runtimeBytes);
  expect(last.workers).toBe(early.workers);
  // What was just closed is still counted now and then, and gone some frames later.
  const nodesLater = async (): Promise<number> => {
    await day.drive(20);
    return (await day.read()).nodes;
  };
  if (last.nodes > early.nodes) await expect.poll(nodesLater).toBeLessThanOrEqual(early.nodes);
  expect(last.listeners).toBeLessThanOrEqual(early.listeners);
}

test('memory stays flat over a day of frames, models and touches', async ({ page, board }) => {
  const models = [
    ['float', tinyFloatModel()],
    ['int8', await tinyInt8Model()],
  ] as const;
  const day = await KioskDay.start(page, board);
  const readings = [];
  for (let turn = 0; turn < TURNS; turn++) {
    for (const [kind, model] of models) {
      await day.sendModel(`${kind} ${turn}`, model);
      await day.drive(FRAMES, STEP_MS);
    }
    await day.touch(turn % 2);
    readings.push(await day.read());
  }
  console.log(JSON.stringify(readings));
  expect(day.seconds).toBeGreaterThan(86_400);
  expect(await day.images()).toBeGreaterThan(5 * TURNS * FRAMES);
  await expectFlat(day, readings);
});

test('memory stays flat over a day of pictures and names', async ({ page, board }) => {
  const models = [
    ['translator', tinyTranslator()],
    ['classifier', tinyClassifier()],
  ] as const;
  const day = await KioskDay.start(page, board);
  const readings = [];
  for (let turn = 0; turn < TURNS; turn++) {
    for (const [kind, model] of models) {
      await day.sendModel(`${kind} ${turn}`, model);
      await day.drive(FRAMES, STEP_MS);
    }
    await page.getByRole('button', { name: 'Picture 2' }).click();
    readings.push(await day.read());
  }
  expect(day.seconds).toBeGreaterThan(86_400);
  expect(await day.images()).toBeGreaterThan(TURNS * FRAMES);
  await expectFlat(day, readings);
});
