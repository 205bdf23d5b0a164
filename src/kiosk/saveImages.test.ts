import { expect, it } from 'vitest';
import { saveImages } from './saveImages';

const pngs = Array.from({ length: 10 }, (_, i) => Uint8Array.of(i));
const names = pngs.map((_, i) => `result_im_${i + 1}.png`);

function target(toBoard: boolean, status: number | null) {
  const put: string[] = [];
  const downloaded: string[] = [];
  return {
    put,
    downloaded,
    toBoard,
    root: 'http://board/',
    async fetch(url: string, init: RequestInit) {
      if (status === null) throw new TypeError('Failed to fetch');
      put.push(`${init.method} ${url}`);
      return new Response(null, { status });
    },
    download: (name: string) => void downloaded.push(name),
  };
}

it('downloads ten files', async () => {
  const to = target(false, 201);
  expect(await saveImages(pngs, to)).toBe('Saved');
  expect(to.downloaded).toEqual(names);
  expect(to.put).toEqual([]);
});

it('puts them on a board that allows it', async () => {
  const to = target(true, 201);
  expect(await saveImages(pngs, to)).toBe('On board');
  expect(to.put).toEqual(names.map((name) => `PUT http://board/results/${name}`));
  expect(to.downloaded).toEqual([]);
});

it.each([403, null])('downloads them when the board answers %s', async (status) => {
  const to = target(true, status);
  expect(await saveImages(pngs, to)).toBe('Saved');
  expect(to.downloaded).toEqual(names);
});

it('says when there is nothing yet', async () => {
  expect(await saveImages([], target(false, 201))).toBe('Not yet');
});
