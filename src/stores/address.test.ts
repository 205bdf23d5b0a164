import { describe, expect, it } from 'vitest';
import { readRunConfig, runLinkQuery } from '../core/runConfig';
import { FAKE_CATALOGUE } from '../testing/fakeCatalogue';
import { labLink, lessonLink, readAddress, runLink } from './address';

const PAGE = 'https://example.org/ganvas/?x=1#/train';

/** With the value that counts of every name. */
function read(search: string, hash: string) {
  const { pairs, flags } = readAddress(search, hash);
  return { pairs: Object.fromEntries(pairs.map(({ key, value }) => [key, value])), flags };
}

describe('readAddress', () => {
  it('leaves what a link to the lab says to the lab, but for words to the page', () => {
    const { pairs, flags } = read('?seed=1', '#/lab?pair=packing&seed=5&headless=1');
    expect([pairs, flags.headless]).toEqual([{ seed: '1' }, true]);
  });

  it('reads links that a program encoded once more, whole or in part, with their locks', () => {
    const link = '#/lab?pair=packing&lock=fix&allow=seed&note=both%20%26%20more';
    const whole = readAddress('', link).lock;
    expect(whole.map(({ word, value }) => [word, value])).toEqual([
      ['lock', 'fix'],
      ['allow', 'seed'],
      ['note', 'both & more'],
    ]);
    for (const altered of [
      `#${encodeURIComponent(link.slice(1))}`,
      `#/${encodeURIComponent(link.slice(2))}`,
      link.replace('?', '%3F'),
      link.replace('#/', '#//'),
    ])
      expect([altered, readAddress('', altered).lock]).toEqual([altered, whole]);
  });

  it('reads plain names from the hash route and from the search part, the hash first', () => {
    expect(read('?dataset=mnist&seed=1', '#/train?seed=2&model.latentSize=8').pairs).toEqual({
      dataset: 'mnist',
      seed: '2',
      'model.latentSize': '8',
    });
  });

  it('keeps what is for the page apart from what is for the run', () => {
    const { pairs, flags } = read('?autostart=1&fake=1&lang=de', '#/train?headless=0&run=abc&steps=5');
    expect(pairs).toEqual({ steps: '5' });
    expect(flags).toEqual({ autostart: true, headless: false, run: 'abc', language: 'de' });
  });

  it('finds the run of a link that something clings to', () => {
    const run = (hash: string) => readAddress('', hash).flags.run;
    for (const spoilt of ['abc#x', 'abc=', 'abc.', 'abc%E2%80%8B', 'abc>', 'abc&amp;seed=1', 'x%zz&run=abc'])
      expect([spoilt, run(`#/train?seed=1&run=${spoilt}`)]).toEqual([spoilt, 'abc']);
    expect(run('#/train?run=&seed=1')).toBeNull();
  });

  it('takes the translation that stands before the hash, and one of its own where none does', () => {
    expect(read('?task=style-student', '#/translate').pairs).toEqual({ task: 'style-student' });
    expect(read('', '#/translate').pairs).toEqual({ task: 'cycle-gan' });
    expect(read('?task=style-student', '#/translate?task=retrain').pairs).toEqual({ task: 'retrain' });
  });

  it('lists a language that the page does not speak', () => {
    const { flags, leftOut } = readAddress('', '#/train?lang=klingon');
    expect([flags.language, leftOut]).toEqual([
      null,
      [
        {
          key: 'lang',
          reason: 'The page speaks no language named "klingon"; it speaks en, de, es, zh.',
          foreign: false,
        },
      ],
    ]);
    expect(readAddress('', '#/train?lang=de-AT')).toMatchObject({
      flags: { language: 'de-AT' },
      leftOut: [],
    });
  });

  it('takes an empty address', () => {
    expect(read('', '')).toEqual({
      pairs: {},
      flags: { autostart: false, headless: false, run: null, language: null },
    });
  });
});

describe('runLink', () => {
  it('gives a link that reads back as the same configuration', () => {
    const config = readRunConfig(
      { dataset: 'mnist', seed: 9, learningRateG: 0.001, 'loss.labelSmoothing': 0.1, backend: 'cpu' },
      FAKE_CATALOGUE,
    );
    const link = runLink(
      'http://host/sub/?seed=1#/runs',
      runLinkQuery(config, FAKE_CATALOGUE),
      '/train',
      'wasm-plain',
    );
    const url = new URL(link);
    expect(read(url.search, url.hash).flags).toMatchObject({ ranOn: 'wasm-plain' });
    expect(url.pathname).toBe('/sub/');
    expect(url.search).toBe('');
    expect(readRunConfig(read(url.search, url.hash).pairs, FAKE_CATALOGUE)).toEqual(config);
  });
});

it('a link out of a locked page is as locked as that', () => {
  const lock = 'lock=fix&allow=seed,steps';
  for (const link of [labLink(PAGE, { pair: 'packing' }, lock), lessonLink(PAGE, 'labels', lock)]) {
    const { search, hash } = new URL(link);
    expect(hash).toMatch(/^#\/(lab|lessons)\?lock=fix&allow=seed,steps&(pair|lesson)=/);
    expect(readAddress(search, hash).lock.map(({ word }) => word)).toEqual(['lock', 'allow']);
  }
  expect(lessonLink(PAGE, 'labels')).toMatch(/#\/lessons\?lesson=labels$/);
});
