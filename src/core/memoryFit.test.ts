// What is refused for want of memory, what is named, and what fits instead.
import { expect, it } from 'vitest';
import { tooLarge, type GrowingSetting, type MemoryRoom } from './memoryFit';
import type { ParamSpec, ParamValue } from './paramSpec';

const spec = (id: string, label: string, rest: object): ParamSpec => ({
  ...{ id, label, kind: 'integer', min: 1, max: 4096, default: 32, help: '' },
  ...rest,
});
const batch: GrowingSetting = {
  ...{ key: 'batch', value: 512, usual: 64 },
  spec: spec('batch', 'Batch size', { unit: 'images' }),
};
const width: GrowingSetting = {
  ...{ key: 'model.width', value: 4, usual: 1 },
  spec: spec('width', 'Width', { kind: 'number', min: 0.25, step: 0.25, unit: 'x' }),
};
const side: GrowingSetting = {
  ...{ key: 'dataset.side', value: '64', usual: '32' },
  spec: {
    ...{ id: 'side', label: 'Image side', kind: 'choice', default: '32', help: '' },
    choices: ['16', '32', '64'].map((value) => ({ value, label: `${value} pixels` })),
  },
};
const room: MemoryRoom = { device: 1e9, tensor: null, inPage: false };
/** 1 MB for each image of a batch, by the width and the side. */
const needOf = (values: Readonly<Record<string, ParamValue>>) => {
  const [b, w, s] = [batch, width, side].map(({ key, value }) => Number(values[key] ?? value));
  return { device: 1e6 * b * w * (s / 64), host: 0, tensor: 4 * b };
};

it('names the setting that has to give up least, what it takes, and the largest that fits', () => {
  expect(tooLarge([batch, width], needOf, room, 'the CPU engine')).toMatchObject({
    reason: 'Batch size 512 images takes about 2.0 GB of memory, and the CPU engine holds 850 MB for a run.',
    remedy: 'Set Batch size to 212 images, the largest that fits.',
    askedBytes: 2_048_000_000,
    hadBytes: 850_000_000,
    fix: { batch: 212 },
  });
  expect(needOf({ batch: 212 }).device).toBeLessThanOrEqual(0.85e9);
  expect(needOf({ batch: 213 }).device).toBeGreaterThan(0.85e9);
});

it('keeps to the steps of a setting, and to what can be chosen', () => {
  expect(tooLarge([width], needOf, room, 'it')?.fix).toEqual({ 'model.width': 1.5 });
  expect(tooLarge([side], needOf, { ...room, device: 1.3e9 }, 'it')?.fix).toEqual({ 'dataset.side': '32' });
});

it('names what was raised before what stands where it always does', () => {
  const usual = { ...batch, usual: 512 };
  expect(tooLarge([usual, width], needOf, room, 'it')?.fix).toEqual({ 'model.width': 1.5 });
});

it('looks at the largest tensor too, and at what lies in the page', () => {
  expect(tooLarge([batch], needOf, { ...room, device: null, tensor: 1000 }, 'it')?.fix).toEqual({
    batch: 250,
  });
  const heavy = (values: Readonly<Record<string, ParamValue>>) => ({ ...needOf(values), host: 0.5e9 });
  expect(tooLarge([batch], heavy, { ...room, inPage: true }, 'it')?.fix).toEqual({ batch: 87 });
});

it('lowers several settings where none alone is enough, and says nothing where all fits', () => {
  expect(tooLarge([batch, width], needOf, { ...room, device: 1e6 }, 'it')).toMatchObject({
    remedy: 'No single setting makes it fit: lower Batch size, Width together.',
    fix: { batch: 1, 'model.width': 0.25 },
  });
  expect(tooLarge([batch, width], needOf, { ...room, device: null }, 'it')).toBeNull();
});

it('offers no button where not even the smallest settings fit', () => {
  for (const growing of [[batch, width], []]) {
    expect(tooLarge(growing, needOf, { ...room, device: 1e3 }, 'it')).toMatchObject({
      remedy: 'Not even the smallest settings fit: choose another model, other data or another backend.',
      fix: {},
      fixLabel: '',
    });
  }
});
