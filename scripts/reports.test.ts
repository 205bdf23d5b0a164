import { describe, expect, it } from 'vitest';
import { failuresIn, tallyLine, tallyReport, withExit } from './reports';

const file = (status: string, tests: readonly string[]) => ({
  status,
  assertionResults: tests.map((test) => ({ status: test })),
});

describe('tallyReport', () => {
  it('counts the tests of Vitest, and a file that could not be loaded as one failure', () => {
    const report = {
      numPassedTests: 5,
      numFailedTests: 1,
      numPendingTests: 2,
      numTodoTests: 1,
      testResults: [file('passed', ['passed']), file('failed', ['failed', 'passed']), file('failed', [])],
    };
    expect(tallyReport('vitest', JSON.stringify(report))).toEqual({ passed: 5, failed: 2, skipped: 3 });
  });

  it('counts the tests of Playwright and its errors outside of tests', () => {
    const report = {
      errors: [{ message: 'the server did not start' }],
      stats: { expected: 4, unexpected: 2, skipped: 3 },
    };
    expect(tallyReport('playwright', JSON.stringify(report))).toEqual({ passed: 4, failed: 3, skipped: 3 });
  });

  it('counts static checks', () => {
    const checks = [{ status: 'passed' }, { status: 'failed' }, { status: 'passed' }];
    expect(tallyReport('static', JSON.stringify({ checks }))).toEqual({ passed: 2, failed: 1, skipped: 0 });
  });

  it.each([
    ['vitest', '{}'],
    ['playwright', '{"stats": {"expected": "4"}}'],
    ['static', '[]'.slice(1)],
    ['vitest', 'null'],
  ] as const)('refuses what is no report of %s: %s', (kind, text) => {
    expect(() => tallyReport(kind, text)).toThrow();
  });
});

describe('failuresIn', () => {
  it('names the failed tests of Vitest with the first line of why, and files that could not be loaded', () => {
    const failed = { status: 'failed', fullName: 'adds', failureMessages: ['expected 3 to be 4\n  at x'] };
    const testResults = [
      {
        name: 'a.test.ts',
        status: 'failed',
        assertionResults: [failed, { status: 'passed', fullName: 'b' }],
      },
      { name: 'b.test.ts', status: 'failed', assertionResults: [], message: 'no such module\n...' },
    ];
    expect(failuresIn('vitest', JSON.stringify({ testResults }))).toEqual([
      'a.test.ts > adds: expected 3 to be 4',
      'b.test.ts: no such module',
    ]);
  });

  it('names the failed tests of Playwright wherever they nest, and its own errors', () => {
    const specs = [
      { file: 'train.spec.ts', title: 'trains', ok: false },
      { file: 'train.spec.ts', title: 'stops', ok: true },
    ];
    const report = { suites: [{ suites: [{ specs }] }], errors: [{ message: 'no server\n' }] };
    expect(failuresIn('playwright', JSON.stringify(report))).toEqual(['train.spec.ts > trains', 'no server']);
  });

  it('names the checks that failed', () => {
    const checks = [
      { name: 'check:lint', status: 'failed' },
      { name: 'check:imports', status: 'passed' },
    ];
    expect(failuresIn('static', JSON.stringify({ checks }))).toEqual(['check:lint']);
  });
});

describe('withExit', () => {
  const good = { passed: 3, failed: 0, skipped: 0 };

  it('turns an error of the runner that no test carries into a failure', () => {
    expect(withExit(good, 1)).toEqual({ passed: 3, failed: 1, skipped: 0 });
    expect(withExit(good, 0)).toEqual(good);
    expect(withExit({ ...good, failed: 2 }, 1).failed).toBe(2);
  });
});

it('writes the closing line', () => {
  expect(tallyLine({ passed: 12, failed: 0, skipped: 1 })).toBe('12 passed, 0 failed, 1 skipped');
});
