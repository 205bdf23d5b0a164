// One row times a packed matrix: a dense layer of a single example, where the six-row tile would multiply five rows of
// nothing. Reads every weight once, four panels at a time, so that eight sums are under way and none waits for itself.
import { activateRow } from './activation';
import { ConvJob, panelsOf } from './convJob';
import { parallelFor } from './pool';
import { madd } from './simd';

/** Four panels of 8 columns side by side; `panelBytes` apart in the weights. */
function fourPanels(x: usize, kBytes: usize, b: usize, panelBytes: usize, bias: usize, out: usize): void {
  let c00 = v128.load(bias), c01 = v128.load(bias, 16);
  let c10 = v128.load(bias, 32), c11 = v128.load(bias, 48);
  let c20 = v128.load(bias, 64), c21 = v128.load(bias, 80);
  let c30 = v128.load(bias, 96), c31 = v128.load(bias, 112);
  const b1 = b + panelBytes;
  const b2 = b1 + panelBytes;
  const b3 = b2 + panelBytes;
  for (let k: usize = 0; k < kBytes; k += 4) {
    const v = v128.load32_splat(x + k);
    const at = k << 3;
    c00 = madd(v, v128.load(b + at), c00);
    c01 = madd(v, v128.load(b + at, 16), c01);
    c10 = madd(v, v128.load(b1 + at), c10);
    c11 = madd(v, v128.load(b1 + at, 16), c11);
    c20 = madd(v, v128.load(b2 + at), c20);
    c21 = madd(v, v128.load(b2 + at, 16), c21);
    c30 = madd(v, v128.load(b3 + at), c30);
    c31 = madd(v, v128.load(b3 + at, 16), c31);
  }
  v128.store(out, c00);
  v128.store(out, c01, 16);
  v128.store(out, c10, 32);
  v128.store(out, c11, 48);
  v128.store(out, c20, 64);
  v128.store(out, c21, 80);
  v128.store(out, c30, 96);
  v128.store(out, c31, 112);
}

function onePanel(x: usize, kBytes: usize, b: usize, bias: usize, out: usize): void {
  let c0 = v128.load(bias), c1 = v128.load(bias, 16);
  for (let k: usize = 0; k < kBytes; k += 4) {
    const v = v128.load32_splat(x + k);
    c0 = madd(v, v128.load(b + (k << 3)), c0);
    c1 = madd(v, v128.load(b + (k << 3), 16), c1);
  }
  v128.store(out, c0);
  v128.store(out, c1, 16);
}

function vectorTask(index: i32, args: usize): void {
  const job = changetype<ConvJob>(args);
  const kBytes = <usize>job.c << 2;
  const panelBytes = kBytes << 3;
  const first = index * job.blockPanels;
  const end = min(panelsOf(job), first + job.blockPanels);
  let panel = first;
  for (; panel + 4 <= end; panel += 4) {
    const at = <usize>panel << 5;
    fourPanels(job.input, kBytes, job.packed + <usize>panel * panelBytes, panelBytes, job.bias + at, job.out + at);
  }
  for (; panel < end; panel++) {
    const at = <usize>panel << 5;
    onePanel(job.input, kBytes, job.packed + <usize>panel * panelBytes, job.bias + at, job.out + at);
  }
  if (job.activation) {
    activateRow(job.out + (<usize>first << 5), (end - first) << 3, job.activation, job.alpha);
  }
}

/**
 * out = act(input * filter + bias) for a job of one row and one tap whose filter is packed. Whole panels are read and
 * written: bias and output have room for a multiple of 8 floats.
 */
export function vectorProduct(args: usize): void {
  parallelFor(vectorTask, args, changetype<ConvJob>(args).panelBlocks);
}
