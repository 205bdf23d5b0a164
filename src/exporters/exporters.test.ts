import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { ImageBatch } from '../core/history';
import { createRandom } from '../core/random';
import type { ImageExporter } from './define';
import { findImageExporter, imageExporters } from './index';

const PYTHON = '/usr/bin/python3';

function picture(total: number, channels: number): ImageBatch {
  const random = createRandom(4, channels);
  const pixels = new Uint8Array(total * 6 * 5 * channels).map(() =>
    random.uniform() < 0.6 ? 0 : random.int(256),
  );
  return { count: total, height: 6, width: 5, channels, pixels };
}

/** The images in batches of three. */
async function* inBatches(all: ImageBatch): AsyncGenerator<ImageBatch> {
  const bytes = all.height * all.width * all.channels;
  for (let start = 0; start < all.count; start += 3) {
    const count = Math.min(3, all.count - start);
    yield { ...all, count, pixels: all.pixels.subarray(start * bytes, (start + count) * bytes) };
  }
}

const write = (exporter: ImageExporter, all: ImageBatch, total = all.count, fractions: number[] = []) =>
  exporter.write({ images: inBatches(all), total, name: 'samples', progress: (f) => fractions.push(f) });

/** Decodes PNG by the specification with zlib alone; prints `[n, h, w(, c)]` and all bytes as hexadecimal digits. */
const READERS = `
import gzip, io, json, struct, sys, zipfile, zlib
def png(data):
    assert data[:8] == b'\\x89PNG\\r\\n\\x1a\\n'
    at, idat = 8, b''
    while at < len(data):
        size, kind = struct.unpack('>I4s', data[at:at + 8])
        body = data[at + 8:at + 8 + size]
        assert struct.unpack('>I', data[at + 8 + size:at + 12 + size])[0] == zlib.crc32(kind + body)
        if kind == b'IHDR': w, h, bits, colour, *rest = struct.unpack('>IIBBBBB', body); assert bits == 8 and rest == [0, 0, 0]
        if kind == b'IDAT': idat += body
        at += 12 + size
    assert kind == b'IEND'
    c = {0: 1, 2: 3}[colour]
    rows, row = zlib.decompress(idat), w * c + 1
    assert len(rows) == h * row and all(rows[y * row] == 0 for y in range(h))
    return [h, w, c], b''.join(rows[y * row + 1:(y + 1) * row] for y in range(h))
def pngs(data):
    z = zipfile.ZipFile(io.BytesIO(data)); assert z.testzip() is None
    images = [png(z.read(n)) for n in sorted(z.namelist())]
    assert z.namelist() == ['%04d.png' % i for i in range(len(images))]
    return [len(images)] + images[0][0], b''.join(i[1] for i in images)
def idx(data):
    raw = gzip.decompress(data); zero, kind, dims = struct.unpack('>HBB', raw[:4]); assert zero == 0 and kind == 8
    return list(struct.unpack('>%dI' % dims, raw[4:4 + 4 * dims])), raw[4 + 4 * dims:]
def npy(data):
    import numpy
    a = numpy.load(io.BytesIO(data)); assert a.dtype == numpy.uint8
    return list(a.shape), a.tobytes()
shape, data = {'png-grid': png, 'png-zip': pngs, 'idx': idx, 'npy': npy}[sys.argv[1]](open(sys.argv[2], 'rb').read())
print(json.dumps([shape, data.hex()]))
`;

const python = (...args: string[]): string =>
  execFileSync(PYTHON, args, { encoding: 'utf8', maxBuffer: 2 ** 26, stdio: ['ignore', 'pipe', 'pipe'] });

function hasModule(name: string): boolean {
  if (!existsSync(PYTHON)) return false;
  try {
    python('-c', `import ${name}`);
    return true;
  } catch {
    return false;
  }
}

function inTemporaryFile<T>(bytes: Uint8Array, use: (path: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'image-file-'));
  try {
    const path = join(folder, 'file');
    writeFileSync(path, bytes);
    return use(path);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function readBack(id: string, bytes: Uint8Array): { shape: number[]; pixels: Uint8Array } {
  const printed = inTemporaryFile(bytes, (path) => python('-c', READERS, id, path));
  const [shape, hex]: [number[], string] = JSON.parse(printed);
  return { shape, pixels: Uint8Array.from(Buffer.from(hex, 'hex')) };
}

describe.skipIf(!existsSync(PYTHON)).each([1, 3])('%i channels, read back by Python', (channels) => {
  const all = picture(11, channels);
  const deep = channels === 1 ? [] : [3];

  it.each([
    ['png-zip', 'samples.zip', [11, 6, 5, channels]],
    ['idx', `samples.idx${3 + deep.length}-ubyte.gz`, [11, 6, 5, ...deep]],
  ])('%s holds every image', async (id, fileName, shape) => {
    const file = await write(findImageExporter(id), all);
    expect(file.fileName).toBe(fileName);
    expect(readBack(id, file.bytes)).toEqual({ shape, pixels: all.pixels });
  });

  it.skipIf(!hasModule('numpy'))('npy holds every image', async () => {
    const file = await write(findImageExporter('npy'), all);
    expect(file.fileName).toBe('samples.npy');
    expect(readBack('npy', file.bytes)).toEqual({ shape: [11, 6, 5, ...deep], pixels: all.pixels });
  });

  it('idx is whole where there are many images, in the batches in which they come', async () => {
    const random = createRandom(5);
    const pixels = new Uint8Array(5000 * 784);
    for (let i = 0; i < pixels.length; i++) {
      const [row, column] = [Math.floor(i / 28) % 28, i % 28];
      const inked = row > 4 && row < 24 && column > 6 && column < 22 && random.uniform() < 0.6;
      pixels[i] = inked ? random.int(256) : 0;
    }
    async function* batches() {
      for (let at = 0; at < 5000; at += 64) {
        const count = Math.min(64, 5000 - at);
        const part = pixels.slice(784 * at, 784 * (at + count));
        yield { count, height: 28, width: 28, channels: 1, pixels: part };
      }
    }
    const exporter = findImageExporter('idx');
    const job = { images: batches(), total: 5000, name: 'many', progress: () => undefined };
    const raw = gunzipSync((await exporter.write(job)).bytes);
    expect(raw.subarray(16).equals(pixels)).toBe(true);
  });

  it('png-grid shows every image at its place', async () => {
    const file = await write(findImageExporter('png-grid'), all);
    expect(file.fileName).toBe('samples.png');
    const { shape, pixels } = readBack('png-grid', file.bytes);
    expect(shape).toEqual([26, 30, channels]); // 3 rows of 6 + 2, 4 columns of 5 + 2, 2 in front
    const at = (y: number, x: number, c: number) => pixels[(y * 30 + x) * channels + c];
    for (let i = 0; i < 12; i++) {
      const [top, left] = [2 + Math.floor(i / 4) * 8, 2 + (i % 4) * 7];
      for (let p = 0; p < 6 * 5 * channels; p++) {
        const [y, x, c] = [Math.floor(p / (5 * channels)), Math.floor(p / channels) % 5, p % channels];
        expect(at(top + y, left + x, c)).toBe(i < 11 ? all.pixels[i * 30 * channels + p] : 255);
      }
    }
    expect([at(0, 0, 0), at(9, 9, 0), at(25, 29, channels - 1)]).toEqual([255, 255, 255]);
  });

  it.skipIf(!hasModule('PIL'))('PNG opens in Pillow', async () => {
    const { bytes } = await write(findImageExporter('png-grid'), all);
    const script = `import sys; from PIL import Image; i = Image.open(sys.argv[1]); i.load(); print(i.mode, i.size)`;
    const printed = inTemporaryFile(bytes, (path) => python('-c', script, path));
    expect(printed.trim()).toBe(channels === 1 ? 'L (30, 26)' : 'RGB (30, 26)');
  });
});

describe.each(imageExporters.map((exporter) => [exporter.id, exporter] as const))('%s', (_id, exporter) => {
  it('tells its progress and writes equal files for equal images', async () => {
    const fractions: number[] = [];
    const file = await write(exporter, picture(7, 1), 7, fractions);
    expect(fractions).toEqual([3 / 7, 6 / 7, 1]);
    expect(file.mimeType).toMatch(/^(image|application)\//);
    expect((await write(exporter, picture(7, 1))).bytes).toEqual(file.bytes);
  });

  it('writes a single image', async () => {
    expect((await write(exporter, picture(1, 3))).bytes.length).toBeGreaterThan(60);
  });

  it.each([0, -1, 1.5, NaN, exporter.maxImages + 1])('refuses %d images', async (total) => {
    await expect(write(exporter, picture(1, 1), total)).rejects.toThrow(`${total} images is not possible`);
  });

  it('refuses images that do not keep to what was said', async () => {
    await expect(write(exporter, picture(4, 1), 5)).rejects.toThrow('Only 4 of 5 images came');
    await expect(write(exporter, picture(4, 1), 3)).rejects.toThrow('1 images of 6 x 5 x 1');
    await expect(write(exporter, picture(4, 2))).rejects.toThrow('6 x 5 x 2');
    const short = { ...picture(2, 1), pixels: new Uint8Array(59) };
    await expect(write(exporter, short)).rejects.toThrow('with 59 bytes');
    async function* mixed() {
      yield picture(2, 1);
      yield { ...picture(2, 1), height: 5, width: 6 };
    }
    const job = { images: mixed(), total: 4, name: 'x', progress: () => undefined };
    await expect(exporter.write(job)).rejects.toThrow('5 x 6 x 1');
  });

  it('passes on what goes wrong in the source', async () => {
    async function* broken() {
      yield picture(2, 1);
      throw new Error('device lost');
    }
    const job = { images: broken(), total: 4, name: 'x', progress: () => undefined };
    await expect(exporter.write(job)).rejects.toThrow('device lost');
  });
});

describe('a large data set', () => {
  it('lets other work in while it is written', async () => {
    const exporter = findImageExporter('idx');
    const batch: ImageBatch = {
      ...picture(1, 1),
      count: 250,
      height: 28,
      width: 28,
      pixels: new Uint8Array(196_000),
    };
    const random = createRandom(2);
    for (let i = 0; i < batch.pixels.length; i++)
      batch.pixels[i] = random.uniform() < 0.8 ? 0 : random.int(256);
    async function* many() {
      for (let i = 0; i < 20; i++) yield batch;
    }
    let ticks = 0;
    const timer = setInterval(() => ticks++);
    try {
      const job = { images: many(), total: 5000, name: 'x', progress: () => undefined };
      const { bytes } = await exporter.write(job);
      expect(bytes.length).toBeLessThan(0.6 * 3_920_000);
    } finally {
      clearInterval(timer);
    }
    expect(ticks).toBeGreaterThan(3);
  });
});

describe('findImageExporter', () => {
  it('names the formats that there are', () => {
    expect(() => findImageExporter('gif')).toThrow('no image format named "gif"');
    expect(new Set(imageExporters.map(({ id }) => id)).size).toBe(imageExporters.length);
  });
});
