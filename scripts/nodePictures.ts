// Pictures for the worker under Node, which has no decoder of its own: what the page's worker asks of a browser (createImageBitmap,
// OffscreenCanvas), answered by Python's Pillow. Pictures of up to 512 pixels give the page's bytes; larger ones are averaged down,
// where browsers differ among themselves.
import { execFileSync, spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { basename, join, relative, sep } from 'node:path';
import { PICTURE_ENDINGS, resizedPictures } from '../src/core/pictureFit';
import { boxResize } from '../src/datasets/imageFolder/boxResize';
import type { NamedFile } from '../src/protocol';
import { UsageError } from './commandLine';

const DECODER = `import io, struct, sys
from PIL import Image, ImageOps
source, sink = sys.stdin.buffer, sys.stdout.buffer
while True:
    head = source.read(4)
    if len(head) < 4:
        break
    data = source.read(struct.unpack('<I', head)[0])
    try:
        with Image.open(io.BytesIO(data)) as picture:
            picture = ImageOps.exif_transpose(picture).convert('RGBA')
        sink.write(struct.pack('<II', *picture.size) + picture.tobytes())
    except Exception as problem:
        words = str(problem).encode()
        sink.write(struct.pack('<II', 0, len(words)) + words)
    sink.flush()
`;
const HEAD_BYTES = 8;

function pythonWithPillow(): string {
  const { PYTHON } = process.env;
  for (const python of [...(PYTHON ? [PYTHON] : []), 'python3', '/usr/bin/python3'])
    try {
      execFileSync(python, ['-c', 'import PIL'], { stdio: 'ignore' });
      return python;
    } catch {
      continue;
    }
  throw new UsageError(
    "Under Node --images are read by Python's Pillow, which is not there: " +
      'install it (apt-get install python3-pil, or pip install pillow), or train in a browser.',
  );
}

/** An opaque or transparent picture in memory. */
class NodeBitmap {
  constructor(
    readonly width: number,
    readonly height: number,
    readonly rgba: Uint8Array,
  ) {}

  close(): void {
    // It goes with its last reader.
  }
}

/** Decodes one picture after the other in a process of its own. */
class Decoder {
  readonly #process: ChildProcessWithoutNullStreams;
  #held = Buffer.alloc(0);
  #waiting: (() => void) | null = null;
  #ended = false;
  #last: Promise<unknown> = Promise.resolve();

  constructor(python: string) {
    this.#process = spawn(python, ['-c', DECODER]);
    this.#process.stdout.on('data', (chunk: Buffer) => {
      this.#held = Buffer.concat([this.#held, chunk]);
      this.#waiting?.();
    });
    this.#process.on('close', () => {
      this.#ended = true;
      this.#waiting?.();
    });
  }

  decode(file: Blob): Promise<NodeBitmap> {
    const decoded = this.#last.then(async () => {
      const bytes = Buffer.from(await file.arrayBuffer());
      const head = Buffer.alloc(4);
      head.writeUInt32LE(bytes.length);
      this.#process.stdin.write(Buffer.concat([head, bytes]));
      const answer = await this.#take(HEAD_BYTES);
      const [width, height] = [answer.readUInt32LE(0), answer.readUInt32LE(4)];
      if (width === 0) throw new Error((await this.#take(height)).toString());
      return new NodeBitmap(width, height, await this.#take(4 * width * height));
    });
    this.#last = decoded.catch(() => undefined);
    return decoded;
  }

  close(): void {
    this.#process.stdin.end();
  }

  async #take(count: number): Promise<Buffer> {
    while (this.#held.length < count) {
      if (this.#ended) throw new Error('the program that decodes pictures has ended');
      await new Promise<void>((resolve) => (this.#waiting = resolve));
    }
    const taken = this.#held.subarray(0, count);
    this.#held = this.#held.subarray(count);
    return taken;
  }
}

type Corner = readonly [left: number, top: number, width: number, height: number];

/** A part of a picture upon white, in other sides, as bytes with alpha. */
function drawn(
  bitmap: NodeBitmap,
  [left, top, width, height]: Corner,
  to: { width: number; height: number },
) {
  const part = new Uint8ClampedArray(4 * width * height);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const from = 4 * ((top + y) * bitmap.width + left + x);
      const alpha = bitmap.rgba[from + 3] / 255;
      const at = 4 * (y * width + x);
      for (let c = 0; c < 3; c++) part[at + c] = bitmap.rgba[from + c] * alpha + 255 * (1 - alpha);
      part[at + 3] = 255;
    }
  if (to.width === width && to.height === height) return part;
  const shrinks = to.width <= width && to.height <= height;
  const rgb = shrinks
    ? boxResize(part, { width, height }, to)
    : resizedPictures(
        Float32Array.from({ length: 3 * width * height }, (_, i) => part[4 * Math.floor(i / 3) + (i % 3)]),
        [height, width, 3],
        to,
      );
  return Uint8ClampedArray.from({ length: 4 * to.width * to.height }, (_, i) =>
    i % 4 === 3 ? 255 : rgb[3 * Math.floor(i / 4) + (i % 4)],
  );
}

/** As much of a canvas as reading pictures asks for. */
class NodeCanvas {
  #data = new Uint8ClampedArray();

  constructor(
    public width: number,
    public height: number,
  ) {}

  getContext() {
    return {
      canvas: this,
      fillRect: (): void => undefined, // what is drawn lies upon white
      drawImage: (bitmap: NodeBitmap, left: number, top: number, width: number, height: number): void => {
        this.#data = drawn(bitmap, [left, top, width, height], this);
      },
      getImageData: () => ({ data: this.#data }),
    };
  }
}

/**
 * From now on the worker reads pictures. @returns what ends that
 * @throws UsageError without Pillow
 */
export function readPicturesInNode(): () => void {
  const decoder = new Decoder(pythonWithPillow());
  Object.assign(globalThis, {
    createImageBitmap: (file: Blob) => decoder.decode(file),
    OffscreenCanvas: NodeCanvas,
  });
  return () => decoder.close();
}

/** The pictures of a folder as a person gives them, and what else lies there. */
export async function givenFolder(folder: string) {
  const found = await readdir(folder, { withFileTypes: true, recursive: true });
  const paths = found
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  const named = (path: string): string => [basename(folder), ...relative(folder, path).split(sep)].join('/');
  const isPicture = (path: string): boolean =>
    [...PICTURE_ENDINGS, '.zip'].some((ending) => path.toLowerCase().endsWith(ending));
  const files: NamedFile[] = [];
  for (const path of paths.filter(isPicture))
    files.push({ name: named(path), file: new Blob([Uint8Array.from(await readFile(path))]) });
  return { files, unopened: paths.filter((path) => !isPicture(path)).map(named) };
}
