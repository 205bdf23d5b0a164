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
 * The first of a pair keeps the processor busy; the other waits for its browsers most of the time, and runs beside it. It is shown
 * when it has ended.
 */
const PAIRS = [
  ['unit', 'browser'],
  ['e2e', 'others'],
] as const;
const stageNames = PAIRS.flat();
type Stage = (typeof stageNames)[number];

const { values } = parseArgs({ options: { only: { type: 'string' } } });
const isChosen = (stage: Stage): boolean => values.only === undefined || values.only === stage;
const chosen = stageNames.filter(isChosen);
if (chosen.length === 0) {
  console.error(`--only is ${values.only}; give one of ${stageNames.join(', ')}.`);
  process.exit(2);
}

/** What a stage needs before it runs; the browser is found once and passed on. */
async function prepare(stage: Stage): Promise<Record<string, string>> {
  await ensureKernels();
  const browser = { CHROME_PATH: (await findBrowser()).executablePath };
  if (stage === 'e2e' || stage === 'others') await ensurePage();
  return browser;
}

const seconds = (sinceMs: number): string => ((Date.now() - sinceMs) / 1000).toFixed(1);

/** Runs a stage. @param file takes what it prints, in place of the screen */
async function run(stage: Stage, env: Readonly<Record<string, string>>, file?: string): Promise<void> {
  const startedMs = Date.now();
  recordExit(stage, await runTool(STAGES[stage], env, file));
  if (file !== undefined) console.log(`\n--- ${stage}, beside it ---\n${readFileSync(file, 'utf8')}`);
  console.log(`${stage} took ${seconds(startedMs)} s`);
}

chosen.forEach(clearReport);
for (const pair of PAIRS) {
  const [first, ...beside] = pair.filter(isChosen);
  if (first === undefined) continue;
  console.log(`\n--- ${first} ---`);
  try {
    const env: Record<string, string> = {};
    for (const stage of [first, ...beside]) Object.assign(env, await prepare(stage));
    await Promise.all([run(first, env), ...beside.map((stage) => run(stage, env, outputPath(stage)))]);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
  }
}

console.log('');
const total = sumReports(chosen);
console.log(tallyLine(total));
process.exit(total.failed > 0 ? 1 : 0);
