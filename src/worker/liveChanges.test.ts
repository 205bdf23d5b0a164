import { expect, it } from 'vitest';
import { readRunConfig } from '../core/runConfig';
import { catalogue } from './catalogue';
import { liveChanges } from './liveChanges';

const running = readRunConfig({ task: 'style-transfer' }, catalogue);

it('takes live parameters of the task, and refuses the others and what is out of range', () => {
  expect(liveChanges(running, { steps: 9 })).toEqual({ steps: 9 });
  const wanted = { ...running.taskParams, styleWeight: 7 };
  expect(liveChanges(running, { steps: 9, taskParams: wanted })).toEqual({
    steps: 9,
    taskParams: { styleWeight: 7 },
  });
  expect(() => liveChanges(running, { taskParams: { optimizer: 'adam' } })).toThrow('cannot change while');
  expect(() => liveChanges(running, { taskParams: { size: 3 } })).toThrow('"size" of');
  expect(() => liveChanges(running, { taskParams: { style1: -1 } })).toThrow('from 0 to 10');
});
