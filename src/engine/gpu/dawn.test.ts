// WebGPU's kernels and recorded steps on a second implementation beside a browser's SwiftShader: Dawn under Node, on Mesa's
// software Vulkan. One process computes everything, since the bindings stay in the one that loaded them.
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { repositoryRoot } from '../../../scripts/runTool';
import { dawnMisses } from '../../testing/dawn';
import type { DawnChecks } from '../../testing/dawnChecks';
import { PROGRAM_PATIENCE_MS } from '../../testing/patience';
import { runProgram } from '../../testing/tools';

const TSX = join(repositoryRoot, 'node_modules', '.bin', 'tsx');
/** As kernels.browser.test.ts has them, and what five steps make of such errors. */
const [KERNEL_TOLERANCE, TRAINING_TOLERANCE] = [1e-4, 1e-3];

/** Thirty terms of two factors that are rounded to 11 bits each; and more than f32 leaves. */
const [HALVES_TOLERANCE, LEAST_ROUNDING] = [1e-2, 1e-5];

const missing = dawnMisses();

describe.skipIf(missing)(`WebGPU under Node ${missing ?? ''}`, () => {
  let checks: DawnChecks;
  beforeAll(async () => {
    const printed = await runProgram(TSX, ['scripts/checkDawn.ts'], repositoryRoot, 2 * PROGRAM_PATIENCE_MS);
    checks = JSON.parse(printed.trim().split('\n').at(-1) ?? '');
  });

  it('runs on lavapipe, passes the self-test and is never refused a program', () => {
    expect(checks.adapter).toMatch(/^WebGPU on .*llvmpipe/);
    expect(checks).toMatchObject({ selfTest: null, problems: [] });
  });

  it('sums through its subgroups', () => {
    expect(checks.notes).toEqual([expect.stringMatching(/^Sums go through subgroups, 4 lanes at a time/)]);
  });

  it('kernels give the values and gradients of stock operations', () => {
    const names = Object.keys(checks.kernels);
    expect(names.length).toBeGreaterThan(5);
    for (const name of names)
      for (const error of checks.kernels[name])
        expect(error ?? Infinity, name).toBeLessThan(KERNEL_TOLERANCE);
  });

  it('products of 16-bit floats are off by what rounding their factors costs, and gradients stay as they are', () => {
    for (const [name, errors] of Object.entries(checks.halved)) {
      for (const error of errors) expect(error ?? Infinity, name).toBeLessThan(HALVES_TOLERANCE);
      expect(errors.at(-1) ?? 0, name).toBeGreaterThan(LEAST_ROUNDING);
    }
  });

  it('16-bit floats are taken where they are right and clearly faster, and the status bar says which', () => {
    const { faster, slower, wrong } = checks.choices;
    expect(checks.gain).toBeGreaterThan(0);
    expect(faster).toEqual({
      note: expect.stringMatching(/^Your pictures .* 1\.50 times as fast/),
      halves: true,
    });
    expect(slower).toEqual({ note: expect.stringMatching(/stay unused: .* 0\.90 times/), halves: false });
    expect(wrong).toEqual({
      note: expect.stringMatching(/wrong\. Self-test of .* failed: value/),
      halves: false,
    });
  });

  it('recorded steps are unrecorded ones of the plain kernels to the bit, and the CPU’s but for rounding', () => {
    expect(checks.training).toMatchObject({ replays: 3, sameBits: true });
    expect(checks.training.apart ?? Infinity).toBeLessThan(TRAINING_TOLERANCE);
  });
});
