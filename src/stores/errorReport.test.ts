// A report says what happened and on what, one fact a line.
import { expect, it } from 'vitest';
import { errorReport, type ErrorFacts } from './errorReport';

const facts: ErrorFacts = {
  version: '1.2.3',
  error: { title: 'The graphics card was lost', message: 'It is gone.\nReally.', hint: 'Choose another.' },
  ...{ place: '/train', engine: 'WebGPU', settings: 'dataset=mnist&seed=3', browser: 'A browser 1' },
  run: { step: 40, status: 'failed' },
  ...{ cores: 2, isIsolated: false, window: [390, 800], language: 'de', now: new Date(0) },
};

it('says what happened, and on what', () => {
  const lines = errorReport(facts).trimEnd().split('\n');
  expect(lines).toEqual([
    'Ganvas: 1.2.3',
    'Error: The graphics card was lost',
    'Message: It is gone. Really.',
    'Way out: Choose another.',
    'Place: /train',
    'Engine: WebGPU',
    'Run: failed at step 40',
    'Settings: dataset=mnist&seed=3',
    'Browser: A browser 1',
    'Device: 2 cores, not isolated, window 390 x 800',
    'Language: de',
    'Time: 1970-01-01T00:00:00.000Z',
  ]);
});

it('stays short, and says where there is no engine and no run', () => {
  const text = errorReport({ ...facts, engine: null, run: null, settings: 'x'.repeat(100_000) });
  expect(text.length).toBeLessThan(1500);
  expect(text).toContain('Engine: none\nRun: none');
});
