import { describe, expect, it } from 'vitest';
import { readExportOptions } from './headlessExportOptions';

const read = (text: string) => readExportOptions(text.split(' '));

describe('readExportOptions', () => {
  it('reads a format with its options', () => {
    const asked = read(
      'run.zip --format onnx --variant qdq --option opset=17 --calibration percentile --network generatorBA --out files',
    );
    expect(asked).toEqual({
      ...{ run: 'run.zip', format: 'onnx', variant: 'qdq', calibration: 'percentile' },
      ...{ network: 'generatorBA', options: { opset: '17' }, out: 'files' },
    });
    expect(read('run.zip --format onnx --out files')).toMatchObject({ calibration: 'min-max', options: {} });
  });

  it.each([
    ['--format onnx --out x', 'Give one run file; 0 came'],
    ['a.zip b.zip --format onnx --out x', 'Give one run file; 2 came: a.zip b.zip'],
    ['a.zip --out x', 'Say in which format'],
    ['a.zip --format onnx', 'Say where to write'],
    ['a.zip --format onnx --out x --calibration mean', '--calibration is mean; give min-max or percentile.'],
    ['a.zip --format onnx --out x --option opset', 'write --option name=value'],
    ['a.zip --format onnx --out x --varaint int8', "Unknown option '--varaint'"],
  ])('%s is refused', (text, message) => expect(() => read(text)).toThrow(message));
});
