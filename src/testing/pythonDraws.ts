// Test support: what Python makes of exported files: of Keras files by h5py and numpy (exporters/keras/readKeras.py), of
// PyTorch's by their own script.
import { fileURLToPath } from 'node:url';
import { DEBIAN_PYTHON, inTemporaryFolder, runProgram } from './tools';
import { runTorch } from './torchPrograms';

const KERAS_READER = fileURLToPath(new URL('../exporters/keras/readKeras.py', import.meta.url));
const TORCH_READER = fileURLToPath(new URL('./runExported.py', import.meta.url));

export interface Drawing {
  /** By name; the file that is read comes first, whatever else it needs lies beside it. */
  readonly files: Readonly<Record<string, string | Uint8Array>>;
  readonly inputs: Float32Array;
  /** Of one input. */
  readonly shape: readonly number[];
}

const drawn = (
  run: (args: readonly string[]) => Promise<string>,
  reader: string,
  { files, inputs, shape }: Drawing,
): Promise<Float32Array> =>
  inTemporaryFolder(async (write, folder) => {
    for (const [name, content] of Object.entries(files)) await write(name, content);
    const data = await write('inputs', new Uint8Array(inputs.buffer));
    const hex = await run([reader, `${folder}/${Object.keys(files)[0]}`, data, JSON.stringify(shape)]);
    return new Float32Array(Uint8Array.from(Buffer.from(hex.trim(), 'hex')).buffer);
  });

/** Needs h5py. @throws ProgramFailedError */
export const drawnByKeras = (drawing: Drawing): Promise<Float32Array> =>
  drawn((args) => runProgram(DEBIAN_PYTHON, args), KERAS_READER, drawing);

/** Needs PyTorch. @throws ProgramFailedError */
export const drawnByTorch = (drawing: Drawing): Promise<Float32Array> =>
  drawn(runTorch, TORCH_READER, drawing);
