// `npx tsx bench/style/student.ts [--seconds 180] [--threads 2] [--settings '{"task.style":"mosaic"}'] [--picture student.png]
// [--peers torch]`: trains a style student on drawn scenes with the CPU engine, says how its losses fall and how long a step
// and a camera frame of 128 pixels take, here and in PyTorch, and writes a picture of what was painted. The training is studentSteps.ts.
import { parseArgs } from 'node:util';
import { runThroughVite } from '../../scripts/runThroughVite';

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '180' },
    threads: { type: 'string', default: '2' },
    settings: { type: 'string', default: '{}' },
    picture: { type: 'string', default: '' },
    peers: { type: 'string', default: 'torch' },
  },
});
const settings: unknown = JSON.parse(values.settings);
await runThroughVite('/bench/style/studentSteps.ts', 'measureStudent', {
  seconds: Number(values.seconds),
  threads: Number(values.threads),
  settings: { ...Object(settings) },
  picture: values.picture,
  torch: values.peers.includes('torch'),
});
