// `npm run board:bundle`: the zip that sets up a board, from dist/ and an exported model, without a browser.
//   npm run board:bundle -- [--model FILE.tflite --manifest kiosk.json] [--native model.bin] [--origin URL] [--out FILE]
// Without a model the kiosk shows its built-in generator. kiosk.json need not be right about size and SHA-256: they are
// taken from the file.
import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { GanvasError } from '../src/core/errors';
import { readKioskManifest } from '../src/core/kioskManifest';
import { FILE_LIST, readFileList } from '../src/core/pageFiles';
import { boardBundle, type BoardModel } from '../src/features/board/boardBundle';
import { ensurePage } from './ensureBuilt';
import { repositoryRoot } from './runTool';

interface ModelFiles {
  readonly model: string | undefined;
  readonly manifest: string | undefined;
  readonly native: string | undefined;
}

const bytesOf = async (path: string): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(await readFile(path));

async function readModel({ model, manifest, native }: ModelFiles): Promise<BoardModel | null> {
  if (!model) return null;
  if (!manifest)
    throw new TypeError('--model needs --manifest: what the kiosk is told of it (board/README.md).');
  const bytes = await bytesOf(model);
  const told: unknown = JSON.parse(await readFile(manifest, 'utf8'));
  const facts = {
    file: basename(model),
    bytes: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
  };
  const known = readKioskManifest(typeof told === 'object' ? { ...told, ...facts } : told);
  return { manifest: known, bytes, native: native ? await bytesOf(native) : null };
}

const { values } = parseArgs({
  options: {
    model: { type: 'string' },
    manifest: { type: 'string' },
    native: { type: 'string' },
    origin: { type: 'string', multiple: true, default: [] },
    out: { type: 'string', default: 'build/ganvas-board.zip' },
    dist: { type: 'string' },
  },
});

try {
  if (values.dist === undefined) await ensurePage();
  const dist = values.dist ?? join(repositoryRoot, 'dist');
  const zip = await boardBundle({
    list: readFileList(JSON.parse(await readFile(join(dist, FILE_LIST), 'utf8'))),
    read: (path) => bytesOf(join(dist, path)),
    model: await readModel({ model: values.model, manifest: values.manifest, native: values.native }),
    origins: values.origin,
  });
  await mkdir(dirname(values.out), { recursive: true });
  await writeFile(values.out, zip);
  console.log(`${values.out}: ${(zip.length / 2 ** 20).toFixed(1)} MB`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  if (error instanceof GanvasError) console.error(error.hint);
  process.exit(1);
}
