// The kept queue: what was written is read back, and nothing else is.
import { expect, it } from 'vitest';
import { NO_SWEEPS, readSweeps, type KeptSweeps } from '../../../stores/keptSweeps';
import { nextRun } from './sweepStore';

const KEPT: KeptSweeps = {
  paused: true,
  sweeps: [
    {
      ...{ id: '17', name: 'Batches', ended: false },
      plan: { base: { steps: 40, loss: 'hinge' }, swept: [{ key: 'batch', values: [8, 16] }], seeds: [1, 2] },
      jobs: [
        { status: 'done', run: 'abc' },
        { status: 'training', run: 'abd' },
        { status: 'failed', message: 'It was full.' },
        { status: 'waiting' },
      ],
    },
  ],
};
const [SWEEP] = KEPT.sweeps;
const read = (sweep: object) => readSweeps(JSON.stringify({ ...KEPT, sweeps: [sweep] })).sweeps;

it('reads what was written', () => expect(readSweeps(JSON.stringify(KEPT))).toEqual(KEPT));

it.each([null, '', '7', '[]', '{"sweeps":{}}', '{"sweeps"', '{"sweeps":[null,7,{}]}'])(
  'reads nothing from %j',
  (text) => expect(readSweeps(text)).toEqual(NO_SWEEPS),
);

it.each([
  ['a number of jobs that the plan has not', { jobs: SWEEP.jobs.slice(1) }],
  ['an id that is none', { jobs: SWEEP.jobs.with(0, { status: 'done', run: '../up' }) }],
  ['a state that is none', { jobs: [...SWEEP.jobs.slice(1), { status: 'lost' }] }],
  ['a value that is none', { plan: { ...SWEEP.plan, swept: [{ key: 'batch', values: [8, null] }] } }],
  [
    'three settings',
    { plan: { ...SWEEP.plan, swept: Array.from({ length: 3 }, () => SWEEP.plan.swept[0]) } },
  ],
  [
    'more runs than a sweep has',
    { plan: { ...SWEEP.plan, seeds: Array.from({ length: 501 }, (_, i) => i) } },
  ],
  ['a seed that is none', { plan: { ...SWEEP.plan, seeds: [1, -2] } }],
])('leaves out a sweep with %s', (_, change) => expect(read({ ...SWEEP, ...change })).toEqual([]));

it('goes on with what has begun, then with what waits; not while paused, nor with what was ended', () => {
  const going = { ...KEPT, paused: false };
  expect(nextRun(going)).toMatchObject({ sweep: '17', number: 1 });
  const jobs = SWEEP.jobs.with(1, { status: 'done', run: 'abd' });
  expect(nextRun({ ...going, sweeps: [{ ...SWEEP, jobs }] })).toMatchObject({ number: 3 });
  expect(nextRun(KEPT)).toBeNull();
  expect(nextRun({ ...going, sweeps: [{ ...SWEEP, ended: true }] })).toBeNull();
});
