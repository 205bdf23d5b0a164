import { expect, it } from 'vitest';
import { arrives, until, WaitedInVainError } from './until';

it('until comes back when the state is there', async () => {
  let looks = 0;
  await until('the third look', () => ++looks === 3);
  expect(looks).toBe(3);
});

it('until names the state that does not come', async () => {
  const vain = until('a blue moon', () => Promise.resolve(false), { patienceMs: 10 });
  await expect(vain).rejects.toThrow(WaitedInVainError);
  await expect(vain).rejects.toThrow('Waited in vain for a blue moon (0.01 s).');
});

it('arrives hands on what comes, and names what does not', async () => {
  expect(await arrives('seven', Promise.resolve(7))).toBe(7);
  await expect(arrives('an error', Promise.reject(new TypeError('its own')))).rejects.toThrow('its own');
  await expect(arrives('a letter', new Promise(() => undefined), 10)).rejects.toThrow('for a letter');
});
