// Counts tests from the reports that the runners themselves wrote (Vitest JSON, Playwright JSON, the static checks).
// It holds no number of its own: a report that is missing or unreadable counts as one failure.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryRoot } from './runTool';

export interface Tally {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

export type ReportKind = 'vitest' | 'playwright' | 'static';

/** The reports of a whole test run, each in build/reports/. */
export const REPORTS = {
  unit: { kind: 'vitest', file: 'unit.json' },
  browser: { kind: 'vitest', file: 'browser.json' },
  e2e: { kind: 'playwright', file: 'e2e.json' },
  others: { kind: 'vitest', file: 'others.json' },
  static: { kind: 'static', file: 'static.json' },
} as const satisfies Record<string, { kind: ReportKind; file: string }>;

export type ReportName = keyof typeof REPORTS;

const folder = join(repositoryRoot, 'build', 'reports');

/** Path of a report. */
export const reportPath = (name: ReportName): string => join(folder, REPORTS[name].file);

/** Where a runner's words go while another's are shown. */
export const outputPath = (name: ReportName): string => join(folder, `${name}.txt`);

const exitPath = (name: ReportName): string => join(folder, `${name}.exit`);

/** Removes what an earlier run reported, so that it cannot be mistaken for this run. */
export function clearReport(name: ReportName): void {
  mkdirSync(folder, { recursive: true });
  for (const path of [reportPath(name), exitPath(name)]) rmSync(path, { force: true });
}

/**
 * Notes the exit status of the runner that wrote a report: one may fail for a reason that none of its tests carries
 * (an unhandled error, a server that did not start).
 */
export function recordExit(name: ReportName, status: number): void {
  writeFileSync(exitPath(name), String(status));
}

type Json = Readonly<Record<string, unknown>>;
const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null;

function count(report: Json, key: string): number {
  const value = report[key];
  if (typeof value !== 'number' || !Number.isInteger(value))
    throw new TypeError(`${key} is ${String(value)}`);
  return value;
}

function tallyVitest(report: Json): Tally {
  // A file that could not be loaded has no failed tests of its own: it counts as one.
  const files = Array.isArray(report.testResults) ? report.testResults.filter(isObject) : [];
  const broken = files.filter((file) => {
    const tests = Array.isArray(file.assertionResults) ? file.assertionResults.filter(isObject) : [];
    return file.status === 'failed' && !tests.some((test) => test.status === 'failed');
  }).length;
  return {
    passed: count(report, 'numPassedTests'),
    failed: count(report, 'numFailedTests') + broken,
    skipped: count(report, 'numPendingTests') + count(report, 'numTodoTests'),
  };
}

function tallyPlaywright(report: Json): Tally {
  const stats = isObject(report.stats) ? report.stats : {};
  const errors = Array.isArray(report.errors) ? report.errors.length : 0;
  return {
    passed: count(stats, 'expected'),
    failed: count(stats, 'unexpected') + errors,
    skipped: count(stats, 'skipped'),
  };
}

function tallyStatic(report: Json): Tally {
  const checks = Array.isArray(report.checks) ? report.checks.filter(isObject) : [];
  const passed = checks.filter((check) => check.status === 'passed').length;
  return { passed, failed: checks.length - passed, skipped: 0 };
}

const objects = (value: unknown): Json[] => (Array.isArray(value) ? value.filter(isObject) : []);
const firstLine = (value: unknown): string =>
  typeof value === 'string' ? (value.split('\n', 1)[0] ?? '') : '';

const inProject = (path: unknown): string => String(path).replace(repositoryRoot, '').replace(/^\//, '');

function failuresOfVitest(report: Json): string[] {
  return objects(report.testResults).flatMap((file) => {
    const failed = objects(file.assertionResults).filter((test) => test.status === 'failed');
    if (file.status === 'failed' && failed.length === 0)
      return [`${inProject(file.name)}: ${firstLine(file.message)}`];
    return failed.map((test) => {
      const [message] = Array.isArray(test.failureMessages) ? test.failureMessages : [];
      return `${inProject(file.name)} > ${String(test.fullName)}: ${firstLine(message)}`;
    });
  });
}

function failuresOfPlaywright(report: Json): string[] {
  const inSuite = (suite: Json): string[] => [
    ...objects(suite.specs)
      .filter((spec) => spec.ok === false)
      .map((spec) => `${String(spec.file)} > ${String(spec.title)}`),
    ...objects(suite.suites).flatMap(inSuite),
  ];
  return [
    ...objects(report.suites).flatMap(inSuite),
    ...objects(report.errors).map((error) => firstLine(error.message)),
  ];
}

const failuresOfStatic = (report: Json): string[] =>
  objects(report.checks)
    .filter((check) => check.status !== 'passed')
    .map((check) => String(check.name));

const failures = {
  vitest: failuresOfVitest,
  playwright: failuresOfPlaywright,
  static: failuresOfStatic,
};

/** What failed in a report, a line each: file, test, first line of the message. @throws as {@link tallyReport} */
export function failuresIn(kind: ReportKind, text: string): string[] {
  const report: unknown = JSON.parse(text);
  if (!isObject(report)) throw new TypeError('the report is no object');
  return failures[kind](report);
}

const tallies = { vitest: tallyVitest, playwright: tallyPlaywright, static: tallyStatic };

/** Tests of one report. @throws TypeError or SyntaxError when the text is no report of this kind */
export function tallyReport(kind: ReportKind, text: string): Tally {
  const report: unknown = JSON.parse(text);
  if (!isObject(report)) throw new TypeError('the report is no object');
  return tallies[kind](report);
}

/** The tally, with at least one failure when the runner itself ended with an error. */
export const withExit = (tally: Tally, status: number): Tally =>
  status !== 0 && tally.failed === 0 ? { ...tally, failed: 1 } : tally;

function readTally(name: ReportName): Tally {
  try {
    const text = readFileSync(reportPath(name), 'utf8');
    const tally = tallyReport(REPORTS[name].kind, text);
    for (const failure of failuresIn(REPORTS[name].kind, text)) console.log(`failed in ${name}: ${failure}`);
    if (tally.passed + tally.failed + tally.skipped === 0) throw new Error('it names no test');
    return withExit(tally, Number(readFileSync(exitPath(name), 'utf8')));
  } catch (error) {
    console.error(`No usable report of ${name}: ${error instanceof Error ? error.message : String(error)}`);
    return { passed: 0, failed: 1, skipped: 0 };
  }
}

/** Sum over reports; one that is absent, unreadable or without any test is one failure, with a line that says so. */
export function sumReports(names: readonly ReportName[]): Tally {
  const total = { passed: 0, failed: 0, skipped: 0 };
  for (const name of names) {
    const tally = readTally(name);
    console.log(`${name}: ${tallyLine(tally)}`);
    total.passed += tally.passed;
    total.failed += tally.failed;
    total.skipped += tally.skipped;
  }
  return total;
}

/** The closing line of every test command. */
export const tallyLine = ({ passed, failed, skipped }: Tally): string =>
  `${passed} passed, ${failed} failed, ${skipped} skipped`;
