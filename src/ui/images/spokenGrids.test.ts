import { describe, expect, it } from 'vitest';
import { chooseToSpeak, wordsReady } from '../../i18n/language';
import { expectRequests } from '../../stores/catalogueWords';
import { spokenGrids } from './spokenGrids';

const GRIDS = [
  { id: 'a-to-b', label: 'A to B and back', columns: ['Digits', 'made Turned digits', 'and back'], rows: 2 },
  { id: 'pairs', label: 'Pairs of mine', columns: ['coarse', 'made fine', 'original'], rows: 1 },
];

describe('spokenGrids', () => {
  it('says columns and titles in the language that is spoken, and leaves names', async () => {
    expectRequests();
    await chooseToSpeak('de');
    await wordsReady();
    expect(spokenGrids(GRIDS)).toEqual([
      {
        id: 'a-to-b',
        label: 'A nach B und zurück',
        columns: ['Ziffern', 'Gedrehte Ziffern gemacht', 'und zurück'],
        rows: 2,
      },
      { id: 'pairs', label: 'Pairs of mine', columns: ['grob', 'fein gemacht', 'Original'], rows: 1 },
    ]);
    await chooseToSpeak('en');
    expect(spokenGrids(GRIDS)).toEqual(GRIDS);
  });
});
