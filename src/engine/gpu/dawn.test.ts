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

  it('recorded steps are unrecorded ones of the plain kernels to the bit, and the CPU’s but for rounding', () => {
    expect(checks.training).toMatchObject({ replays: 3, sameBits: true });
    expect(checks.training.apart ?? Infinity).toBeLessThan(TRAINING_TOLERANCE);
  });
});
