// What browsers say of a battery, and what they may say instead.
import { expect, it } from 'vitest';
import { batteryOf } from './battery';

const battery = (facts: object): EventTarget => Object.assign(new EventTarget(), facts);

it('is what the browser gives, asked as a method of its own', async () => {
  const one = battery({ charging: false, level: 0.25 });
  const navigator = {
    getBattery(this: unknown) {
      return this === navigator ? Promise.resolve(one) : Promise.reject(new TypeError('Illegal invocation'));
    },
  };
  expect(await batteryOf(navigator)).toBe(one);
});

it.each([
  ['no such question', {}],
  ['a refusal', { getBattery: () => Promise.reject(new Error('not allowed')) }],
  ['something else', { getBattery: () => Promise.resolve({ charging: true, level: 1 }) }],
  ['a level that is none', { getBattery: () => Promise.resolve(battery({ charging: true, level: NaN })) }],
  ['a number', { getBattery: 3 }],
])('is unknown with %s', async (_, navigator) => {
  expect(await batteryOf(navigator)).toBeNull();
});
