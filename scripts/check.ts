// `npm run check`: the static checks (types, lint, import rules, dead code, formatting), each counted as one test: every
// script of package.json whose name begins with `check:`. Writes build/reports/static.json and closes with
// `N passed, N failed, N skipped`.
import { writeFileSync } from 'node:fs';
import packageJson from '../package.json';
import { clearReport, recordExit, reportPath, sumReports, tallyLine } from './reports';
import { runTool } from './runTool';

clearReport('static');
const checks: { name: string; status: 'passed' | 'failed'; seconds: number }[] = [];
for (const [name, command] of Object.entries(packageJson.scripts)) {
  if (!name.startsWith('check:')) continue;
  console.log(`\n--- ${name}: ${command} ---`);
  const startedMs = Date.now();
  const status = await runTool(`npm run --silent ${name}`);
  checks.push({ name, status: status === 0 ? 'passed' : 'failed', seconds: (Date.now() - startedMs) / 1000 });
}
writeFileSync(reportPath('static'), JSON.stringify({ checks }, null, 2));
recordExit('static', 0);

console.log('');
for (const { name, status, seconds } of checks) console.log(`${status} ${name} (${seconds.toFixed(1)} s)`);
const total = sumReports(['static']);
console.log(tallyLine(total));
process.exit(total.failed > 0 ? 1 : 0);
