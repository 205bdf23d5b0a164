// Runs convolution jobs: the forward convolution, its input gradient (one job per stride phase), the transposed
// convolution (the same), and matrix products (one tap). Fused bias and activation.
import { activateRow } from './activation';
import { BY_DOT, BY_GATHER, ConvJob, CONV_JOB_BYTES, panelsOf } from './convJob';
import { dotBlock } from './dot';
import { inputPointers, outputPointers } from './gather';
import { gatheredBytes, gatherPointers, gatherRows, runsInPlace } from './gatherRows';
import { packPanel, packRows } from './pack';
import { currentThread, parallelFor } from './pool';
import { MR, TILE_BYTES, tile } from './tiles';

/** Copies the first `columns` floats of each of `count` stored rows of 8 to their places. */
function scatterTail(stored: usize, outs: usize, count: i32, columns: i32, offset: usize): void {
  for (let r = 0; r < count; r++) {
    const target = load<usize>(outs + ((<usize>r) << 2)) + offset;
    const source = stored + ((<usize>r) << 5);
    for (let j = 0; j < columns; j++)
      store<f32>(target + ((<usize>j) << 2), load<f32>(source + ((<usize>j) << 2)));
  }
}

/** The bias of a panel as 8 floats. */
function loadBias(job: ConvJob, panel: i32, target: usize): void {
  v128.store(target, f32x4.splat(0));
  v128.store(target, f32x4.splat(0), 16);
  if (job.bias)
    memory.copy(target, job.bias + ((<usize>panel) << 5), (<usize>min(8, job.outC - (panel << 3))) << 2);
}

/** Whether pixels that follow each other in the grid do so in the output too. */
// @ts-ignore: decorator
@inline
function inOneRow(job: ConvJob): bool {
  return job.outStepH == 1 && job.outStepW == 1 && job.gridH == job.outH && job.gridW == job.outW;
}

/** One block of pixels times a range of panels. */
function tileBlock(
  job: ConvJob,
  first: i32,
  count: i32,
  firstPanel: i32,
  endPanel: i32,
  scratch: usize,
): void {
  const tiles = (count + MR - 1) / MR;
  const padded = tiles * MR;
  const panels = panelsOf(job);
  const tailColumns = job.outC & 7;
  // Scratch: bias, tail tile, its row addresses, outputs of unused rows, output addresses, input addresses, the rest.
  const bias = scratch;
  const tail = bias + 32;
  const tailOuts = tail + TILE_BYTES;
  const dummy = tailOuts + 32;
  const outs = dummy + ((<usize>panels) << 5);
  const pointers = outs + ((<usize>padded) << 2);
  for (let r = 0; r < MR; r++) store<usize>(tailOuts + ((<usize>r) << 2), tail + ((<usize>r) << 5));
  outputPointers(job, first, count, padded, dummy, outs);
  let taps = job.taps;
  let inner = job.c;
  let rest = pointers + ((<usize>(padded * taps)) << 2);
  if (job.mode == BY_GATHER) {
    const rows = (rest + 15) & ~15;
    const rowBytes = gatheredBytes(job);
    const runs = runsInPlace(job);
    inner = job.c * taps / max(1, runs);
    taps = max(1, runs);
    if (runs) gatherPointers(job, first, count, MR, pointers, rows);
    else {
      gatherRows(job, first, count, rows);
      for (let m = 0; m < padded; m++) {
        store<usize>(pointers + ((<usize>m) << 2), rows + <usize>min(m, count - 1) * rowBytes);
      }
    }
    rest = rows + <usize>count * rowBytes;
  } else inputPointers(job, first, count, MR, pointers);
  const ownPanel = (rest + 63) & ~63;
  const kBytes = (<usize>inner) << 2;
  const panelBytes = (kBytes << 3) * <usize>taps;
  const tilePointers = (<usize>(taps * MR)) << 2;
  for (let panel = firstPanel; panel < endPanel; panel++) {
    let weights = job.packed + <usize>panel * panelBytes;
    if (!job.packed) {
      packPanel(job, panel, ownPanel);
      weights = ownPanel;
    }
    loadBias(job, panel, bias);
    const offset = (<usize>panel) << 5;
    const partial = panel == panels - 1 && tailColumns != 0;
    let rows = outs;
    let from = pointers;
    for (let i = 0; i < tiles; i++) {
      if (partial) {
        tile(from, taps, kBytes, weights, bias, 0, tailOuts, 0);
        scatterTail(tail, rows, min(MR, count - i * MR), tailColumns, offset);
      } else tile(from, taps, kBytes, weights, bias, 0, rows, offset);
      rows += MR << 2;
      from += tilePointers;
    }
  }
  if (!job.activation) return;
  const start = (<usize>firstPanel) << 5;
  const columns = min(job.outC, endPanel << 3) - (firstPanel << 3);
  if (columns == job.outC && inOneRow(job)) {
    activateRow(load<usize>(outs), count * columns, job.activation, job.alpha);
    return;
  }
  for (let m = 0; m < count; m++) {
    activateRow(load<usize>(outs + ((<usize>m) << 2)) + start, columns, job.activation, job.alpha);
  }
}

function blockTask(index: i32, jobs: usize): void {
  let address = jobs;
  let job = changetype<ConvJob>(address);
  while (index >= job.pixelBlocks * job.panelBlocks) {
    index -= job.pixelBlocks * job.panelBlocks;
    address += CONV_JOB_BYTES;
    job = changetype<ConvJob>(address);
  }
  const pixels = job.n * job.gridH * job.gridW;
  const first = (index % job.pixelBlocks) * job.blockPixels;
  const count = min(job.blockPixels, pixels - first);
  const scratch = job.scratch + <usize>currentThread() * job.scratchStride;
  if (job.mode == BY_DOT) {
    dotBlock(job, first, count, scratch);
    return;
  }
  const firstPanel = (index / job.pixelBlocks) * job.blockPanels;
  tileBlock(job, first, count, firstPanel, min(panelsOf(job), firstPanel + job.blockPanels), scratch);
}

function packTask(index: i32, jobs: usize): void {
  let address = jobs;
  let job = changetype<ConvJob>(address);
  let panels = panelsOf(job);
  while (index >= panels) {
    index -= panels;
    address += CONV_JOB_BYTES;
    job = changetype<ConvJob>(address);
    panels = panelsOf(job);
  }
  if (job.packed && job.mode != BY_DOT) {
    packPanel(job, index, job.packed + <usize>index * ((<usize>(job.taps * job.c)) << 5));
  } else if (job.packed && index == 0) packRows(job, job.packed);
}

/** Packs the filters of those jobs that have room for it (`packed`); done once where filters stay the same. */
export function packConvJobs(jobs: usize, count: i32): void {
  let panels = 0;
  let isWanted = false;
  for (let i = 0; i < count; i++) {
    const job = changetype<ConvJob>(jobs + <usize>i * CONV_JOB_BYTES);
    panels += panelsOf(job);
    if (job.packed) isWanted = true;
  }
  if (isWanted) parallelFor(packTask, jobs, panels);
}

/** Runs jobs whose filters are packed, or are packed by each task. */
export function runPackedJobs(jobs: usize, count: i32): void {
  let blocks = 0;
  for (let i = 0; i < count; i++) {
    const job = changetype<ConvJob>(jobs + <usize>i * CONV_JOB_BYTES);
    blocks += job.pixelBlocks * job.panelBlocks;
  }
  parallelFor(blockTask, jobs, blocks);
}

/** Runs `count` jobs that lie one after the other at `jobs`; they share one filter layout and may share outputs. */
export function convJobs(jobs: usize, count: i32): void {
  packConvJobs(jobs, count);
  runPackedJobs(jobs, count);
}
