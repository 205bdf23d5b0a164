// Which places stay in the row of the navigation.
import { expect, it } from 'vitest';
import { PLACES } from '../places';
import { fittingPlaces } from './fittingPlaces';

const NAMES = PLACES.filter(({ inNavigation }) => inNavigation).map(({ name }) => name);
const places = NAMES.map((name) => ({ name, width: 80 }));
const fitting = (room: number, current: string | null = 'train') => [
  ...fittingPlaces(places, room, 60, current),
];

it('keeps all where they fit to the pixel, and then no room for a menu', () => {
  expect(fitting(80 * NAMES.length)).toEqual(NAMES);
});

it('gives up one more than the excess, since the menu needs room, too', () => {
  expect(fitting(80 * NAMES.length - 1)).toEqual(NAMES.filter((name) => name !== 'about'));
  expect(fitting(80 * NAMES.length - 21)).toEqual(NAMES.filter((name) => !['about', 'use'].includes(name)));
});

it('never takes more than there is, as long as the place that is shown fits, and keeps that one', () => {
  for (const current of [...NAMES, null])
    for (let room = 150; room < 80 * NAMES.length; room += 7) {
      const staying = fitting(room, current);
      expect(80 * staying.length + 60).toBeLessThanOrEqual(room);
      if (current !== null) expect(staying).toContain(current);
      // In the order of the navigation, whatever left.
      expect(staying).toEqual(NAMES.filter((name) => staying.includes(name)));
    }
  expect(fitting(0, 'about')).toEqual(['about']);
});

it('gives up what a class needs least first, whatever width it has', () => {
  const uneven = NAMES.map((name, i) => ({ name, width: 40 + 10 * i }));
  const order: string[] = [];
  let before = new Set<string>(NAMES);
  for (let room = 2000; room >= 0; room--) {
    const staying = fittingPlaces(uneven, room, 60, null);
    order.push(...[...before].filter((name) => !staying.has(name)));
    before = new Set(staying);
  }
  expect(order[0]).toBe('about');
  expect(order.slice(-2)).toEqual(['runs', 'train']);
  expect(order.toSorted()).toEqual(NAMES.toSorted());
});
