// Two sets of points compared cell by cell on a grid over the square: how far their histograms differ. Pure.

/** Cells along each side of the square [-1, 1] x [-1, 1]. */
export const GRID_SIDE = 20;
const CELLS = GRID_SIDE * GRID_SIDE;

const cellOf = (value: number): number =>
  Math.max(0, Math.min(GRID_SIDE - 1, Math.floor(((value + 1) / 2) * GRID_SIDE)));

/** Points [count * 2] per cell; those outside count in the cell at the edge. */
export function countCells(points: Float32Array): Float64Array {
  const counts = new Float64Array(CELLS);
  for (let i = 0; i + 1 < points.length; i += 2)
    counts[cellOf(points[i + 1]) * GRID_SIDE + cellOf(points[i])]++;
  return counts;
}

/** Kullback-Leibler divergence of two distributions, in nats; where `p` is 0 nothing is added. */
function divergence(p: Float64Array, q: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < p.length; i++) if (p[i] > 0) sum += p[i] * Math.log(p[i] / q[i]);
  return Math.max(0, sum);
}

function shares(counts: Float64Array): Float64Array {
  const total = counts.reduce((sum, count) => sum + count, 0);
  return counts.map((count) => count / total);
}

/** KL of real from drawn points; one more drawn point, spread over all cells, keeps it finite. NaN for no points. */
export function gridKl(real: Float32Array, drawn: Float32Array): number {
  if (real.length === 0 || drawn.length === 0) return NaN;
  const q = countCells(drawn).map((count) => count + 1 / CELLS);
  return divergence(shares(countCells(real)), shares(q));
}

/** Jensen-Shannon divergence in nats: 0 for the same, ln 2 where no cell holds points of both. NaN for no points. */
export function gridJs(real: Float32Array, drawn: Float32Array): number {
  if (real.length === 0 || drawn.length === 0) return NaN;
  const [p, q] = [shares(countCells(real)), shares(countCells(drawn))];
  const between = p.map((share, i) => (share + q[i]) / 2);
  return (divergence(p, between) + divergence(q, between)) / 2;
}
