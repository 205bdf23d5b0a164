// `npx tsx scripts/makeKioskModel.ts RUN.zip`: the generator that the kiosk shows when its board has none. The run is
//   npm run headless -- 'dataset=mnist&model=cgan&seed=6&steps=4000' --out runs/kiosk
// and its file runs/kiosk/run.zip. The work is kioskModel.ts.
import { resolve } from 'node:path';
import { repositoryRoot } from './runTool';
import { runThroughVite } from './runThroughVite';

const [runFile] = process.argv.slice(2);
if (!runFile) {
  console.error('Name the run file: npx tsx scripts/makeKioskModel.ts RUN.zip');
  process.exit(2);
}
await runThroughVite('/scripts/kioskModel.ts', 'makeKioskModel', repositoryRoot, resolve(runFile));
