// `npm test`: unit tests, browser tests, the built page end to end in Chromium and in other browsers; closes with
// `N passed, N failed, N skipped` summed from the runners' own reports. `--only unit|browser|e2e|others` runs one of them.
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { ensureKernels, ensurePage } from './ensureBuilt';
import { findBrowser } from './findBrowser';
import { clearReport, outputPath, recordExit, sumReports, tallyLine } from './reports';
import { runTool } from './runTool';

const STAGES = {
  unit: 'vitest run --project unit',
  browser: 'vitest run --project browser',
  e2e: 'playwright test',
  others: 'vitest run --project others',
} as const;
/**
 * Two lanes run side by side, the stages of a lane one after another: what waits for browsers or for compilers leaves the processor
 * to the other, and two cores are busy to the end. Only the first stage is shown as it runs, the others when they have ended.
 */
const LANES = [['unit'], ['browser', 'e2e', 'others']] as const;
const stageNames = LANES.flat();
type Stage = (typeof stageNames)[number];

const { values } = parseArgs({ options: { only: { type: 'string' } } });
const isChosen = (stage: Stage): boolean => values.only === undefined || values.only === stage;
const chosen = stageNames.filter(isChosen);
if (chosen.length === 0) {
  console.error(`--only is ${values.only}; give one of ${stageNames.join(', ')}.`);
  process.exit(2);
}

let page: Promise<void> | undefined;

/** What a stage needs beside kernels and a browser: two that need the page wait for one build. */
async function prepare(stage: Stage): Promise<void> {
  if (stage === 'e2e' || stage === 'others') await (page ??= ensurePage());
}

const seconds = (sinceMs: number): string => ((Date.now() - sinceMs) / 1000).toFixed(1);

/** Runs a stage. @param file takes what it prints, in place of the screen */
async function run(stage: Stage, env: Readonly<Record<string, string>>, file?: string): Promise<void> {
  if (file === undefined) console.log(`\n--- ${stage} ---`);
  const startedMs = Date.now();
  recordExit(stage, await runTool(STAGES[stage], env, file));
  if (file !== undefined) console.log(`\n--- ${stage}, beside it ---\n${readFileSync(file, 'utf8')}`);
  console.log(`${stage} took ${seconds(startedMs)} s`);
}

chosen.forEach(clearReport);
/** A stage that cannot begin leaves no report, which counts as a failure; the others run on. */
const saying = (error: unknown): void => console.error(error instanceof Error ? error.message : error);
async function runLane(stages: readonly Stage[], env: Readonly<Record<string, string>>): Promise<void> {
  for (const stage of stages.filter(isChosen)) {
    const file = stage === chosen[0] ? undefined : outputPath(stage);
    await prepare(stage).then(() => run(stage, env, file), saying);
  }
}
try {
  await ensureKernels();
  const env = { CHROME_PATH: (await findBrowser()).executablePath };
  await Promise.all(LANES.map((stages) => runLane(stages, env)));
} catch (error) {
  saying(error);
}

console.log('');
const total = sumReports(chosen);
console.log(tallyLine(total));
process.exit(total.failed > 0 ? 1 : 0);
