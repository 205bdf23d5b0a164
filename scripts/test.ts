// `npm test`: unit tests, browser tests, the built page end to end in Chromium, then in other browsers; closes with
// `N passed, N failed, N skipped` summed from the runners' own reports. `--only unit|browser|e2e|others` runs one of them.
import { parseArgs } from 'node:util';
import { ensureKernels, ensurePage } from './ensureBuilt';
import { findBrowser } from './findBrowser';
import { clearReport, recordExit, sumReports, tallyLine } from './reports';
import { runTool } from './runTool';

const STAGES = {
  unit: 'vitest run --project unit',
  browser: 'vitest run --project browser',
  e2e: 'playwright test',
  others: 'vitest run --project others',
} as const;
const stageNames = ['unit', 'browser', 'e2e', 'others'] as const;
type Stage = (typeof stageNames)[number];

const { values } = parseArgs({ options: { only: { type: 'string' } } });
const chosen: readonly Stage[] = values.only ? stageNames.filter((name) => name === values.only) : stageNames;
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

chosen.forEach(clearReport);
for (const stage of chosen) {
  const startedMs = Date.now();
  console.log(`\n--- ${stage} ---`);
  try {
    const status = await runTool(STAGES[stage], await prepare(stage));
    recordExit(stage, status);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
  }
  console.log(`${stage} took ${((Date.now() - startedMs) / 1000).toFixed(1)} s`);
}

console.log('');
const total = sumReports(chosen);
console.log(tallyLine(total));
process.exit(total.failed > 0 ? 1 : 0);
