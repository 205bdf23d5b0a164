// Eigenvalues and eigenvectors of a symmetric matrix by cyclic Jacobi rotations (Golub & Van Loan, section 8.5), in
// float64: slow in theory, exact to the last digits, and quick enough for the 64 to 128 features of an evaluator.

/** A symmetric matrix [n * n], row after row. */
export type SquareMatrix = Float64Array;

export interface Eigen {
  /** [n], in no order. */
  readonly values: Float64Array;
  /** [n * n]: row k is the unit vector of value k. */
  readonly vectors: SquareMatrix;
}

const MOST_SWEEPS = 60;

/** Sum of squares above the diagonal. */
function offDiagonal(a: SquareMatrix, n: number): number {
  let sum = 0;
  for (let i = 0; i < n; i++) for (let j = i + 1; j < n; j++) sum += a[i * n + j] ** 2;
  return sum;
}

/** Rotates rows p and q of m by (c, s). */
function rotateRows(m: SquareMatrix, n: number, p: number, q: number, c: number, s: number): void {
  for (let k = 0; k < n; k++) {
    const [x, y] = [m[p * n + k], m[q * n + k]];
    m[p * n + k] = c * x - s * y;
    m[q * n + k] = s * x + c * y;
  }
}

function rotateColumns(m: SquareMatrix, n: number, p: number, q: number, c: number, s: number): void {
  for (let k = 0; k < n * n; k += n) {
    const [x, y] = [m[k + p], m[k + q]];
    m[k + p] = c * x - s * y;
    m[k + q] = s * x + c * y;
  }
}

/** @param matrix symmetric [n * n]; not changed. Values that are not finite come back as NaN */
export function symmetricEigen(matrix: SquareMatrix, n: number): Eigen {
  const a = matrix.slice();
  const vectors = new Float64Array(n * n);
  for (let i = 0; i < n; i++) vectors[i * n + i] = 1;
  const scale = a.reduce((sum, value) => sum + value * value, 0);
  const enough = scale * 1e-30;
  for (let sweep = 0; sweep < MOST_SWEEPS && offDiagonal(a, n) > enough; sweep++) {
    for (let p = 0; p < n; p++) {
      for (let q = p + 1; q < n; q++) {
        const apq = a[p * n + q];
        if (apq * apq <= enough / (n * n)) continue;
        const theta = (a[q * n + q] - a[p * n + p]) / (2 * apq);
        const t = (theta >= 0 ? 1 : -1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
        const c = 1 / Math.sqrt(t * t + 1);
        rotateRows(a, n, p, q, c, t * c);
        rotateColumns(a, n, p, q, c, t * c);
        rotateRows(vectors, n, p, q, c, t * c);
      }
    }
  }
  return { values: Float64Array.from({ length: n }, (_, i) => a[i * n + i]), vectors };
}

/** Product of two square matrices. */
export function multiply(a: SquareMatrix, b: SquareMatrix, n: number): SquareMatrix {
  const product = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    for (let k = 0; k < n; k++) {
      const factor = a[i * n + k];
      for (let j = 0; j < n; j++) product[i * n + j] += factor * b[k * n + j];
    }
  }
  return product;
}

/** The symmetric square root of a positive semidefinite matrix; eigenvalues that rounding made negative count as 0. */
export function squareRoot(matrix: SquareMatrix, n: number): SquareMatrix {
  const { values, vectors } = symmetricEigen(matrix, n);
  const root = new Float64Array(n * n);
  for (let k = 0; k < n; k++) {
    const weight = Math.sqrt(Math.max(0, values[k]));
    for (let i = 0; i < n; i++) {
      const factor = weight * vectors[k * n + i];
      for (let j = 0; j < n; j++) root[i * n + j] += factor * vectors[k * n + j];
    }
  }
  return root;
}
