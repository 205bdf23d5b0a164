// Weights in HDF5 that are packed in ways which would take much memory or time: refused by name before either is taken.
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { processorMs } from '../../testing/processorTime';
import { inTemporaryFolder, pythonMisses, runProgram } from '../../testing/tools';
import { openModel } from '../index';

const missing = pythonMisses('h5py', 'python3-h5py');

/** Models of one dense layer whose kernel, [16, units], is one piece, or many; `filters` by number, first applied first. */
const WRITE = `
import json, sys, zlib, h5py
def write(name, units, filters, pieces=1, content=None):
    layer = {'name': 'd', 'units': units, 'use_bias': False, 'batch_input_shape': [None, 16]}
    file = h5py.File(sys.argv[1] + '/' + name + '.h5', 'w')
    layers = [{'class_name': 'Dense', 'config': layer}]
    file.attrs['model_config'] = json.dumps({'class_name': 'Sequential', 'config': {'name': 's', 'layers': layers}})
    space = h5py.h5s.create_simple((16, units))
    plist = h5py.h5p.create(h5py.h5p.DATASET_CREATE)
    plist.set_chunk((16, units // pieces))
    for one in filters:
        {1: lambda: plist.set_deflate(9), 2: plist.set_shuffle, 3: plist.set_fletcher32}[one]()
    group = file.create_group('d')
    made = h5py.h5d.create(group.id, b'kernel:0', h5py.h5t.IEEE_F32LE, space, plist)
    if content is not None:
        for piece in range(pieces): made.write_direct_chunk((0, piece * (units // pieces)), content)
    file.close()
small = zlib.compress(bytes(64 * 4), 9)
write('sound', 4, [2, 1, 3], content=zlib.compress(bytes(256), 9) + bytes(4))
write('stacked', 4, [1, 2, 3, 1, 2, 3], content=small)
write('twice', 4, [1, 1], content=zlib.compress(zlib.compress(bytes(256), 9), 9))
write('huge', 2 ** 23, [1], content=zlib.compress(bytes(2 ** 20), 9))
write('thin', 2 ** 22, [1], content=small)
write('longer', 4, [1], content=zlib.compress(bytes(2 ** 26), 9))
write('shorter', 4, [1], content=zlib.compress(bytes(40), 9))
`;

const CASES: readonly (readonly [name: string, error: string, message: RegExp])[] = [
  ['stacked', 'ForeignModelError', /6 filters, one after the other; 4 are the most/],
  ['twice', 'ForeignModelError', /gzip more than once/],
  ['huge', 'OversizedModelError', /has 536870912 bytes; 268435456 are the most/],
  ['thin', 'DamagedModelError', /a weight of 268435456 bytes has 1 pieces of \d+ bytes/],
  ['longer', 'DamagedModelError', /unpacks to more than the expected 256 bytes/],
  ['shorter', 'DamagedModelError', /unpacks to 40 bytes, expected 256/],
];
const MOST_MS = 1500;
const MOST_BYTES = 2 ** 26;

it.skipIf(missing)(`filters of HDF5 ${missing ?? ''}`, async () => {
  await inTemporaryFolder(async (write) => {
    const script = await write('write.py', WRITE);
    await runProgram('/usr/bin/python3', [script, dirname(script)]);
    const open = async (name: string) => {
      const bytes = new Uint8Array(await readFile(join(dirname(script), `${name}.h5`)));
      return openModel([{ name: `${name}.h5`, bytes }]);
    };
    for (const [name, error, message] of CASES) {
      const [started, held] = [processorMs(), process.memoryUsage().arrayBuffers];
      const refusal: unknown = await open(name).catch((thrown: unknown) => thrown);
      expect(refusal, name).toMatchObject({ name: error, message: expect.stringMatching(message) });
      expect(processorMs() - started, name).toBeLessThan(MOST_MS);
      expect(process.memoryUsage().arrayBuffers - held, name).toBeLessThan(MOST_BYTES);
    }
    const { weights } = await open('sound');
    expect([...(weights.get('dense_1/kernel')?.values ?? [])]).toEqual(Array.from({ length: 64 }, () => 0));
  });
});
