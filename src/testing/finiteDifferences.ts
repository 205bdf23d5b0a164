// Gradients against central differences: the independent check of everything that is differentiated, once or twice.
import { add, mul, tensor, tidy, type Scalar, type Tensor, type Variable } from '@tensorflow/tfjs-core';
import { expect } from 'vitest';

export interface NamedGradient {
  readonly name: string;
  readonly variable: Variable;
  readonly gradient: Tensor;
}

export interface DifferenceOptions {
  /** Half the distance of the two points; float32 wants about 1e-2 to 1e-3. */
  readonly h?: number;
  /** Elements looked at in each variable, spread over it. */
  readonly elements?: number;
  /** Largest difference relative to the largest slope of all. */
  readonly tolerance?: number;
}

/** The places looked at: spread evenly, never only the first. */
const spread = (size: number, count: number): number[] =>
  Array.from({ length: Math.min(size, count) }, (_, i) =>
    Math.floor(((i + 0.5) * size) / Math.min(size, count)),
  );

/** (f(x + h) - f(x - h)) / 2h for single elements of a variable, which is left as it was. */
async function centralDifferences(
  value: () => Scalar,
  variable: Variable,
  places: readonly number[],
  h: number,
): Promise<number[]> {
  const kept = Float32Array.from(await variable.data());
  const at = async (place: number, shift: number): Promise<number> => {
    const moved = Float32Array.from(kept);
    moved[place] += shift;
    tidy(() => variable.assign(tensor(moved, variable.shape)));
    const result = tidy(value);
    const [number] = await result.data();
    result.dispose();
    return number;
  };
  const slopes: number[] = [];
  for (const place of places) slopes.push(((await at(place, h)) - (await at(place, -h))) / (2 * h));
  tidy(() => variable.assign(tensor(kept, variable.shape)));
  return slopes;
}

/**
 * Asserts that each gradient is the slope of `value` along its variable.
 * @param value computes the same number at the same variables, every time
 */
export async function expectSlopes(
  value: () => Scalar,
  gradients: readonly NamedGradient[],
  { h = 2e-3, elements = 4, tolerance = 2e-2 }: DifferenceOptions = {},
): Promise<void> {
  const compared: { readonly place: string; readonly slope: number; readonly given: number }[] = [];
  for (const { name, variable, gradient } of gradients) {
    const values = await gradient.data();
    const places = spread(values.length, elements);
    const slopes = await centralDifferences(value, variable, places, h);
    places.forEach((at, i) =>
      compared.push({ place: `${name}[${at}]`, slope: slopes[i], given: values[at] }),
    );
  }
  const scale = Math.max(...compared.map(({ slope }) => Math.abs(slope)));
  expect(scale, 'the largest slope').toBeGreaterThan(0);
  for (const { place, slope, given } of compared) {
    const error = Math.abs(slope - given) / scale;
    expect(error, `${place}: gradient ${given}, slope ${slope}`).toBeLessThan(tolerance);
  }
}

/**
 * Asserts that `value` changes along its own gradient as the gradient says: one number for all variables at once, which a
 * few kinks on the way do not spoil. The variables are left as they were.
 */
export async function expectDescent(
  value: () => Scalar,
  variables: readonly Variable[],
  gradients: readonly Tensor[],
  { h = 1e-3, tolerance = 5e-2 }: Omit<DifferenceOptions, 'elements'> = {},
): Promise<void> {
  const kept = variables.map((v) => tensor(v.dataSync(), v.shape));
  const length = Math.sqrt(
    gradients.flatMap((g) => [...g.dataSync()]).reduce((total, x) => total + x * x, 0),
  );
  const at = (shift: number): number => {
    tidy(() => variables.forEach((v, i) => v.assign(add(kept[i], mul(gradients[i], shift / length)))));
    const result = tidy(value);
    const [number] = result.dataSync();
    result.dispose();
    return number;
  };
  const slope = (at(h) - at(-h)) / (2 * h);
  variables.forEach((v, i) => v.assign(kept[i]));
  for (const t of kept) if (!t.isDisposed) t.dispose();
  expect(length).toBeGreaterThan(0);
  expect(Math.abs(slope - length) / length, `gradient ${length}, slope ${slope}`).toBeLessThan(tolerance);
}
