import { describe, expect, it } from 'vitest';
import { faultsOfRooms, roomsTable, withTable, type House } from './roomsTable';

const house: House = {
  rooms: [
    { name: 'core', tower: 'ground', holds: 'facts without a library', knows: [] },
    { name: 'engine', tower: 'ml', holds: 'what computes networks', knows: 'above' },
    { name: 'features', tower: 'page', holds: 'one folder a feature', knows: ['core'], foldersApart: true },
  ],
  outside: [{ name: 'bench', holds: 'benchmarks and their peers', knows: 'anything' }],
};
const faults = (changed: Partial<House>, src = ['core', 'engine', 'features'], root = ['src', 'bench']) =>
  faultsOfRooms({ ...house, ...changed }, src, root);

it('writes a row for each room, in its order, with what it may know in words', () => {
  expect(roomsTable(house).split('\n').slice(2)).toEqual([
    '| `src/core` | facts without a library | nothing else |',
    '| `src/engine` | what computes networks | the rooms above |',
    '| `src/features/*` | one folder a feature | core; its folders never each other |',
    '| `bench` | benchmarks and their peers | anything |',
  ]);
});

it('replaces the table and leaves the rest of the text', () => {
  const marks = ['<!-- rooms: written by `npm run rooms` from docs/rooms.json -->', '<!-- /rooms -->'];
  const text = `before\n\n${marks[0]}\n\nold\n\n${marks[1]}\n\nafter`;
  expect(withTable(text, 'new')).toBe(text.replace('old', 'new'));
  expect(() => withTable('no table here', 'new')).toThrow(/no place for the table/);
});

describe('faultsOfRooms', () => {
  it('finds none where list and folders agree', () => expect(faults({})).toEqual([]));

  it.each([
    ['a folder without a room', {}, ['core', 'engine', 'features', 'more'], 'src/more has no entry'],
    ['a room without a folder', {}, ['core', 'features'], 'src/engine, which is no folder'],
    ['no sentence', { rooms: [{ ...house.rooms[0], holds: '' }] }, ['core'], 'nothing about what is in'],
    ['a room named twice', { rooms: [house.rooms[0], house.rooms[0]] }, ['core'], 'names src/core twice'],
    ['an arrow up', { rooms: [{ ...house.rooms[0], knows: ['engine'] }] }, ['core'], 'may know engine'],
  ] as const)('names %s', (_, changed, src, message) => {
    expect(faults(changed, [...src]).join('\n')).toContain(message);
  });

  it('names a folder beside src that nobody explains', () => {
    expect(faults({}, undefined, ['src', 'bench', 'tools', '.git'])).toEqual([
      'tools has no entry in docs/rooms.json.',
    ]);
  });
});
