import { expect, it } from 'vitest';
import { defaultParams } from '../core/paramSpec';
import type { NamedFile } from '../protocol';
import { contentAndStyleDataset } from './contentAndStyle';
import { createMemoryStore } from './deviceStore';
import { DatasetFileError, DatasetUnavailableError } from './errors';

async function picture(name: string, colour: string): Promise<NamedFile> {
  const canvas = new OffscreenCanvas(70, 64);
  const pen = canvas.getContext('2d');
  if (!pen) throw new Error('no 2D context');
  pen.fillStyle = colour;
  pen.fillRect(0, 0, 70, 64);
  return { name, file: await canvas.convertToBlob({ type: 'image/png' }) };
}

it('takes a content and a style picture, together or one after the other, at any size', async () => {
  const store = createMemoryStore('');
  const dataset = contentAndStyleDataset(() => store);
  const context = (side: string) => ({
    params: { ...defaultParams(dataset.params), side },
    signal: new AbortController().signal,
    progress: () => undefined,
  });
  const provide = async (...files: readonly NamedFile[]): Promise<string> =>
    (await dataset.provide?.({ files, unopened: [] }, context('64')))?.message ?? '';
  const pixels = async (side: string) => {
    const { pair, shape } = await dataset.load(context(side));
    expect(shape).toEqual([Number(side), Number(side), 3]);
    return [pair?.a, pair?.b].map((domain) => [...(domain?.images.read([0]).pixels.subarray(0, 3) ?? [])]);
  };
  const [red, blue, green] = [
    [200, 0, 0],
    [0, 0, 200],
    [0, 200, 0],
  ];

  await expect(dataset.load(context('64'))).rejects.toThrow(DatasetUnavailableError);
  expect(await provide(await picture('tower.png', 'rgb(200, 0, 0)'))).toContain(
    'tower.png is the content. The style picture is still to be given.',
  );
  await expect(dataset.load(context('64'))).rejects.toThrow('no style picture');
  await provide(await picture('waves.png', 'rgb(0, 0, 200)'));
  expect(await pixels('64')).toEqual([red, blue]);
  expect(await pixels('96')).toEqual([red, blue]);
  await provide(await picture('style/moss.png', 'rgb(0, 200, 0)'));
  expect(await pixels('64')).toEqual([red, green]);
  await expect(provide(await picture('other.png', 'rgb(9, 9, 9)'))).rejects.toThrow('content or the style');
  await expect(provide({ name: 'style/broken.png', file: new Blob(['no picture']) })).rejects.toThrow(
    DatasetFileError,
  );
  expect(await pixels('64')).toEqual([red, green]);
});
