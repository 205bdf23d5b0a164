// Moving elements: strided copies in up to 12 dimensions (slice, concat, pad, tile, transpose, reverse),
// gathered rows and segment sums. A description in memory holds, as int32: shape, source strides,
// target strides, each `rank` long; strides count elements and may be 0 or negative.
import { ARGS } from '../layout';
import { parallelFor } from '../pool';

// @ts-ignore: decorator
@inline const CHUNK: i32 = 16384;
// @ts-ignore: decorator
@inline const CTX: usize = ARGS;

// @ts-ignore: decorator
@inline function copyRow<T>(x: usize, sx: i32, y: usize, sy: i32, n: i32): void {
  let i = 0;
  if (sx == 1 && sy == 1) {
    const bytes = n * sizeof<T>();
    if (bytes >= 512) {
      memory.copy(y, x, bytes);
      return;
    }
    for (; i + 16 <= <i32>bytes; i += 16) v128.store(y + i, v128.load(x + i));
    for (; i < <i32>bytes; i += sizeof<T>()) store<T>(y + i, load<T>(x + i));
    return;
  }
  if (sx == 0 && sy == 1 && sizeof<T>() == 4) {
    const v = v128.load32_splat(x);
    for (; i + 4 <= n; i += 4) v128.store(y + (<usize>i << 2), v);
  }
  for (; i < n; i++) {
    store<T>(y + <usize>(i * sy) * sizeof<T>(), load<T>(x + <usize>(i * sx) * sizeof<T>()));
  }
}

/** Source and target element offsets of row r, as (source << 32 | target). */
function rowOffsets(r: i32, outer: i32, shape: usize, strideX: usize, strideY: usize): i64 {
  let rest = r;
  let ix = 0;
  let iy = 0;
  for (let d = outer - 1; d >= 0; d--) {
    const at = <usize>d << 2;
    const size = load<i32>(shape + at);
    const index = d == 0 ? rest : rest % size;
    if (d > 0) rest /= size;
    ix += index * load<i32>(strideX + at);
    iy += index * load<i32>(strideY + at);
  }
  return (<i64>ix << 32) | <i64>(<u32>iy);
}

// @ts-ignore: decorator
@inline function copyRows<T>(task: i32, ctx: usize): void {
  const x = load<usize>(ctx);
  const y = load<usize>(ctx, 4);
  const rank = load<i32>(ctx, 8);
  const shape = load<usize>(ctx, 12);
  const perTask = load<i32>(ctx, 16);
  const rows = load<i32>(ctx, 20);
  const strideX = shape + (<usize>rank << 2);
  const strideY = strideX + (<usize>rank << 2);
  const last = <usize>(rank - 1) << 2;
  const n = load<i32>(shape + last);
  const sx = load<i32>(strideX + last);
  const sy = load<i32>(strideY + last);
  const wx = <i32>sizeof<T>();
  if (rows == 1) {
    const begin = task * CHUNK;
    copyRow<T>(x + begin * sx * wx, sx, y + begin * sy * wx, sy, min(CHUNK, n - begin));
    return;
  }
  const end = min(rows, (task + 1) * perTask);
  // the second to last dimension is walked without divisions
  const mid = rank > 1 ? load<i32>(shape + last - 4) : 1;
  const mx = rank > 1 ? load<i32>(strideX + last - 4) * wx : 0;
  const my = rank > 1 ? load<i32>(strideY + last - 4) * wx : 0;
  let r = task * perTask;
  while (r < end) {
    const offsets = rowOffsets(r, rank - 1, shape, strideX, strideY);
    let px = x + <i32>(offsets >> 32) * wx;
    let py = y + <i32>offsets * wx;
    const stop = min(end, r - (r % mid) + mid);
    for (; r < stop; r++) {
      copyRow<T>(px, sx, py, sy, n);
      px += mx;
      py += my;
    }
  }
}

function copyTask32(task: i32, ctx: usize): void {
  copyRows<u32>(task, ctx);
}

function copyTask8(task: i32, ctx: usize): void {
  copyRows<u8>(task, ctx);
}

/** Strided copy of elements of `size` bytes (4 or 1). desc: shape, source strides, target strides. */
export function copyStrided(size: i32, x: usize, y: usize, rank: i32, desc: usize): void {
  let rows = 1;
  for (let d = 0; d < rank - 1; d++) rows *= load<i32>(desc + (<usize>d << 2));
  const n = load<i32>(desc + (<usize>(rank - 1) << 2));
  const perTask = max(1, CHUNK / max(1, n));
  store<usize>(CTX, x);
  store<usize>(CTX, y, 4);
  store<i32>(CTX, rank, 8);
  store<usize>(CTX, desc, 12);
  store<i32>(CTX, perTask, 16);
  store<i32>(CTX, rows, 20);
  const tasks = rows == 1 ? (n + CHUNK - 1) / CHUNK : (rows + perTask - 1) / perTask;
  if (size == 4) parallelFor(copyTask32, CTX, tasks);
  else parallelFor(copyTask8, CTX, tasks);
}

// One plane of a transposition: source rows along p (contiguous), target rows along l (contiguous).
function transposeTile(x: usize, sx: i32, y: usize, sy: i32, np: i32, nl: i32): void {
  let p = 0;
  const rowX = <usize>sx << 2;
  const rowY = <usize>sy << 2;
  for (; p + 4 <= np; p += 4) {
    let l = 0;
    let from = x + (<usize>p << 2);
    const to = y + <usize>p * rowY;
    for (; l + 4 <= nl; l += 4) {
      const a = v128.load(from);
      const b = v128.load(from + rowX);
      const c = v128.load(from + 2 * rowX);
      const d = v128.load(from + 3 * rowX);
      const ab0 = v128.shuffle<i32>(a, b, 0, 4, 1, 5);
      const ab1 = v128.shuffle<i32>(a, b, 2, 6, 3, 7);
      const cd0 = v128.shuffle<i32>(c, d, 0, 4, 1, 5);
      const cd1 = v128.shuffle<i32>(c, d, 2, 6, 3, 7);
      const out = to + (<usize>l << 2);
      v128.store(out, v128.shuffle<i64>(ab0, cd0, 0, 2));
      v128.store(out + rowY, v128.shuffle<i64>(ab0, cd0, 1, 3));
      v128.store(out + 2 * rowY, v128.shuffle<i64>(ab1, cd1, 0, 2));
      v128.store(out + 3 * rowY, v128.shuffle<i64>(ab1, cd1, 1, 3));
      from += 4 * rowX;
    }
    for (; l < nl; l++) {
      const out = to + (<usize>l << 2);
      for (let k: usize = 0; k < 4; k++) store<u32>(out + k * rowY, load<u32>(from + (k << 2)));
      from += rowX;
    }
  }
  for (; p < np; p++) {
    const from = x + (<usize>p << 2);
    const to = y + <usize>p * rowY;
    for (let l: usize = 0; l < <usize>nl; l++) store<u32>(to + (l << 2), load<u32>(from + l * rowX));
  }
}

// @ts-ignore: decorator
@inline const BAND: i32 = 32;

function transposeTask(task: i32, ctx: usize): void {
  const x = load<usize>(ctx);
  const y = load<usize>(ctx, 4);
  const rank = load<i32>(ctx, 8);
  const shape = load<usize>(ctx, 12);
  const perTask = load<i32>(ctx, 16);
  const units = load<i32>(ctx, 20);
  const strideX = shape + (<usize>rank << 2);
  const strideY = strideX + (<usize>rank << 2);
  const last = <usize>(rank - 1) << 2;
  const np = load<i32>(shape + last - 4);
  const nl = load<i32>(shape + last);
  const sx = load<i32>(strideX + last);
  const sy = load<i32>(strideY + last - 4);
  const bands = (np + BAND - 1) / BAND;
  const end = min(units, (task + 1) * perTask);
  for (let u = task * perTask; u < end; u++) {
    const p = (u % bands) * BAND;
    const offsets = rowOffsets(u / bands, rank - 2, shape, strideX, strideY);
    const from = x + ((<i32>(offsets >> 32) + p) << 2);
    const to = y + ((<i32>offsets + p * sy) << 2);
    transposeTile(from, sx, to, sy, min(BAND, np - p), nl);
  }
}

/**
 * Strided copy whose last two dimensions are transposed: the source is contiguous along the second to
 * last, the target along the last. Elements of 4 bytes, non-negative strides, rank at least 2.
 */
export function transposePlanes(x: usize, y: usize, rank: i32, desc: usize): void {
  let outer = 1;
  for (let d = 0; d < rank - 2; d++) outer *= load<i32>(desc + (<usize>d << 2));
  const np = load<i32>(desc + (<usize>(rank - 2) << 2));
  const nl = load<i32>(desc + (<usize>(rank - 1) << 2));
  const units = outer * ((np + BAND - 1) / BAND);
  const perTask = max(1, CHUNK / max(1, nl * min(np, BAND)));
  store<usize>(CTX, x);
  store<usize>(CTX, y, 4);
  store<i32>(CTX, rank, 8);
  store<usize>(CTX, desc, 12);
  store<i32>(CTX, perTask, 16);
  store<i32>(CTX, units, 20);
  parallelFor(transposeTask, CTX, (units + perTask - 1) / perTask);
}

function gatherTask(task: i32, ctx: usize): void {
  const x = load<usize>(ctx);
  const indices = load<usize>(ctx, 4);
  const y = load<usize>(ctx, 8);
  const outer = load<i32>(ctx, 12);
  const depth = load<i32>(ctx, 16);
  const count = load<i32>(ctx, 20);
  const inner = load<i32>(ctx, 24);
  const perBatch = load<i32>(ctx, 28);
  const perTask = load<i32>(ctx, 32);
  const end = min(perBatch * outer * count, (task + 1) * perTask);
  for (let r = task * perTask; r < end; r++) {
    const block = r / count;
    const index = load<i32>(indices + (<usize>((block / outer) * count + (r % count)) << 2));
    const from = x + (<usize>(block * depth + index) * <usize>inner << 2);
    copyRow<u32>(from, 1, y + (<usize>r * <usize>inner << 2), 1, inner);
  }
}

/** y[b, o, i, :] = x[b, o, indices[b, i], :], rows of `inner` elements of 4 bytes; indices are in range. */
export function gatherRows(
  x: usize, indices: usize, y: usize, batches: i32, outer: i32, depth: i32, count: i32, inner: i32,
): void {
  const rows = batches * outer * count;
  const perTask = max(1, CHUNK / max(1, inner));
  store<usize>(CTX, x);
  store<usize>(CTX, indices, 4);
  store<usize>(CTX, y, 8);
  store<i32>(CTX, outer, 12);
  store<i32>(CTX, depth, 16);
  store<i32>(CTX, count, 20);
  store<i32>(CTX, inner, 24);
  store<i32>(CTX, batches, 28);
  store<i32>(CTX, perTask, 32);
  parallelFor(gatherTask, CTX, (rows + perTask - 1) / perTask);
}

// @ts-ignore: decorator
@inline const COLUMNS: i32 = 64;

function segmentTask(task: i32, ctx: usize): void {
  const x = load<usize>(ctx);
  const ids = load<usize>(ctx, 4);
  const y = load<usize>(ctx, 8);
  const rows = load<i32>(ctx, 12);
  const inner = load<i32>(ctx, 16);
  const segments = load<i32>(ctx, 20);
  const begin = task * COLUMNS;
  const n = min(COLUMNS, inner - begin);
  for (let r = 0; r < rows; r++) {
    const id = load<i32>(ids + (<usize>r << 2));
    if (<u32>id >= <u32>segments) continue;
    const from = x + (<usize>(r * inner + begin) << 2);
    const to = y + (<usize>(id * inner + begin) << 2);
    let i = 0;
    for (; i + 4 <= n; i += 4) {
      const k = <usize>i << 2;
      v128.store(to + k, f32x4.add(v128.load(to + k), v128.load(from + k)));
    }
    for (; i < n; i++) {
      const k = <usize>i << 2;
      store<f32>(to + k, load<f32>(to + k) + load<f32>(from + k));
    }
  }
}

/** y[ids[r], :] += x[r, :] in the order of r; y holds zeros before, ids out of range are skipped. */
export function segmentSum(x: usize, ids: usize, y: usize, rows: i32, inner: i32, segments: i32): void {
  store<usize>(CTX, x);
  store<usize>(CTX, ids, 4);
  store<usize>(CTX, y, 8);
  store<i32>(CTX, rows, 12);
  store<i32>(CTX, inner, 16);
  store<i32>(CTX, segments, 20);
  parallelFor(segmentTask, CTX, (inner + COLUMNS - 1) / COLUMNS);
}
