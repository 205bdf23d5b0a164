import { describe, expect, it } from 'vitest';
import { FAKE_CATALOGUE } from '../../testing/fakeCatalogue';
import { catalogue } from '../../worker/catalogue';
import { linkPairs } from '../linkPairs';
import { createRandom, type Random } from '../random';
import { allSettingNames, readRunConfig, settingNames } from '../runConfig';
import { CONTROL_RIGHTS, OPEN_LOCK, PANELS, rightOf, type PageLock } from './define';
import { readPageLock, type LockReading } from './read';
import { lockWords } from './words';
import { writePageLock } from './write';

const NAMES = allSettingNames(FAKE_CATALOGUE);
const SETTINGS = 'dataset=mnist&model=dcgan-light&loss=non-saturating&seed=7&steps=500&batch=32';

const read = (query: string): LockReading | null => readPageLock(lockWords(linkPairs(query), query), NAMES);

const LOCK: PageLock = {
  others: 'fix',
  rights: { batch: 'allow', learningRateG: 'allow', 'model.latentSize': 'hide', backend: 'hide' },
  panels: ['settings', 'charts'],
  pauseEvery: { steps: 500 },
  note: 'Watch both losses & say when they part: 100 %?\nThen press Train.',
};

/** An alteration of a link, as mail programs, chats and hands make them, and the place of it. */
function altered(link: string, random: Random): string {
  const at = random.int(link.length);
  const letter = String.fromCharCode(97 + random.int(26));
  const kinds: readonly (() => string)[] = [
    () => link.slice(0, at) + link.slice(at + 1),
    () => link.slice(0, at) + letter + link.slice(at),
    () => link.slice(0, at) + letter + link.slice(at + 1),
    () => link.slice(0, at) + (link[at + 1] ?? '') + link[at] + link.slice(at + 2),
    () => link.slice(0, Math.max(at, 'lock='.length)),
    () => link.slice(0, at) + link[at].toUpperCase() + link.slice(at + 1),
    () => link.replaceAll('&', '&amp;'),
    () => encodeURIComponent(link),
    () => `${link}&${letter}=${letter}&utm_source=mail`,
    () => `${link}&lock=allow&allow=seed`,
    () => link.split('&').toReversed().join('&'),
    () => `<${link}>.`,
  ];
  return kinds[random.int(kinds.length)]();
}

describe('a lock in an address', () => {
  it('comes back as it was written, under readable names', () => {
    const query = writePageLock(LOCK);
    expect(query).toMatch(
      /^lock=fix&allow=batch,learningRateG&hide=model.latentSize,backend&panels=settings,charts&budget=500steps&note=Watch/,
    );
    expect(read(`${query}&${SETTINGS}`)).toEqual({ lock: LOCK, leftOut: [] });
    const bare: PageLock = { ...OPEN_LOCK, others: 'hide', panels: [], pauseEvery: { minutes: 3 } };
    expect(writePageLock(bare)).toBe('lock=hide&panels=none&budget=3min');
    expect(read(writePageLock(bare))).toEqual({ lock: bare, leftOut: [] });
    expect(writePageLock(OPEN_LOCK)).toBe('lock=allow');
  });

  it('is no part of an address without one', () => {
    for (const query of ['', SETTINGS, `${SETTINGS}&fbclid=a&utm_source=note`, 'note=hello'])
      expect([query, read(query)]).toEqual([query, null]);
  });

  it('is not found in the settings of any choice', () => {
    const { datasets, models, losses, tasks } = catalogue;
    expect(datasets.length * models.length * losses.length * tasks.length).toBeGreaterThan(0);
    for (const name of allSettingNames(catalogue))
      expect([name, lockWords([{ key: name, value: '1' }], `${name}=1`)]).toEqual([name, []]);
  });

  it.each([
    ['lok=hide&seed=3', 'hide'],
    ['lcok=fix', 'fix'],
    ['LOCK=hide', 'hide'],
    ['lock=hid', 'hide'],
    ['lock=alow', 'fix'],
    ['lock=', 'fix'],
    ['lock', 'fix'],
    ['lockhide', 'hide'],
    ['lock=hidehide=batch', 'hide'],
    ['dataset=mnistlock=hide', 'hide'],
    ['hide=batch', 'fix'],
    ['lock=allow&lock=hide', 'hide'],
  ])('%s still locks, and it is said where it is not whole', (query, right) => {
    const found = read(query);
    expect(found?.lock.others).toBe(right);
    if (query !== 'lock=allow&lock=hide') expect(found?.leftOut.length).toBeGreaterThan(0);
  });

  it('says what could not be applied, with value and reason', () => {
    const found = read(
      `lock=fix&hide=bacth,stylegan&panels=charts,chrts,clock&budget=3weeks&note=${'x'.repeat(700)}`,
    );
    expect(found?.lock).toMatchObject({ rights: { batch: 'hide' }, panels: ['charts'], pauseEvery: null });
    expect(found?.lock.note).toHaveLength(600);
    // An odd letter before those of two halves: the cut would go through one.
    const halved = read(`lock=fix&note=x${encodeURIComponent('\u{1f600}'.repeat(320))}`);
    expect(halved?.lock.note).toBe(`x${'\u{1f600}'.repeat(299)}`);
    expect(halved && read(writePageLock(halved.lock))?.lock.note).toBe(halved?.lock.note);
    const joined = '\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645 \u{1f469}\u200d\u{1f3eb}';
    expect(read(`lock=fix&note=${encodeURIComponent(`${joined}\t2\u200b`)}`)?.lock.note).toBe(`${joined} 2`);
    expect(found?.leftOut.map(({ key, reason }) => `${key}: ${reason}`)).toEqual([
      'hide: There is no setting named "bacth" to hide; batch was taken.',
      'hide: There is no setting named "stylegan" to hide.',
      'panels: There is no part of the page named "chrts"; charts was taken.',
      `panels: There is no part of the page named "clock"; the parts are ${PANELS.join(', ')}.`,
      'budget: The budget (budget) is "3weeks"; it must be 1steps to 1000000steps, or 1min to 600min. No run pauses by itself.',
      'note: The note (note) has 700 characters; the first 600 are shown.',
    ]);
  });

  it.each([
    ['500steps', { steps: 500 }],
    ['500 Ste', { steps: 500 }],
    ['3m', { minutes: 3 }],
    ['3mins', { minutes: 3 }],
    ['3 minutes', { minutes: 3 }],
    ['3moons', null],
    ['500', null],
  ])('reads the budget %s', (value, pauseEvery) => {
    const found = read(`lock=fix&budget=${encodeURIComponent(value)}`);
    expect(found?.lock.pauseEvery).toEqual(pauseEvery);
    expect(found?.leftOut).toHaveLength(pauseEvery ? 0 : 1);
  });

  it('says how it took a budget that may have been meant in seconds', () => {
    expect(read('lock=fix&budget=30s')).toMatchObject({
      lock: { pauseEvery: { steps: 30 } },
      leftOut: [{ reason: 'The budget (budget) is "30s"; it was taken as 30steps.' }],
    });
  });

  it('never opens what it does not understand: the strictest reading of a name counts', () => {
    const found = read('lock=allow&hide=batchsteps,sede&allow=sede');
    expect(found?.lock.rights).toEqual({ batch: 'hide', steps: 'hide', seed: 'hide' });
  });

  it('holds through 300 altered links: none throws, none opens', () => {
    const shut = settingNames(readRunConfig({}, FAKE_CATALOGUE), FAKE_CATALOGUE).filter(
      (name) => rightOf(LOCK, name) !== 'allow',
    );
    for (let i = 0; i < 300; i++) {
      const query = altered(`${writePageLock(LOCK)}&${SETTINGS}`, createRandom(2026, i));
      const lock = read(query)?.lock;
      expect(lock, query).toBeDefined();
      if (!lock) continue;
      const opened = shut.filter((name) => rightOf(lock, name) === 'allow');
      expect(opened.length, `${query} opens ${opened.join(', ')}`).toBe(0);
      expect(CONTROL_RIGHTS).toContain(lock.others);
    }
  });
});
