// Takes the form of the kernels that a device offers, if it computes rightly with them: they pass the self-test of every
// backend, and subgroups give the very bits of the plain kernels. Else the plain ones stay, and the reason is said.
import { selfTest } from '../selfTest';
import type { GanvasGpuBackend } from './backend';
import { subgroupTest } from './subgroupTest';
import { PLAIN_KERNELS, type KernelVariant } from './variant';

const firstLine = (text: string): string => text.trim().split('\n')[0];

/** What `test` says, or what the device complained of meanwhile; null where nothing is wrong. */
async function problemWith(
  { device }: GanvasGpuBackend,
  test: () => Promise<string | null>,
): Promise<string | null> {
  device.pushErrorScope('internal');
  device.pushErrorScope('validation');
  let problem: string | null;
  try {
    problem = await test();
  } catch (error) {
    problem = firstLine(String(error));
  }
  const [invalid, failed] = [await device.popErrorScope(), await device.popErrorScope()];
  const refused = invalid ?? failed;
  return refused ? `The device refused them (${firstLine(refused.message)}).` : problem;
}

/**
 * @param offered what the device says it can do
 * @returns sentences on what was taken and what was not
 */
export async function chooseKernels(backend: GanvasGpuBackend, offered: KernelVariant): Promise<string[]> {
  const { subgroup } = offered;
  if (subgroup === PLAIN_KERNELS.subgroup) return [];
  backend.takeKernels(offered);
  const problem = await problemWith(backend, async () => (await subgroupTest()) ?? selfTest());
  if (problem === null)
    return [
      `Sums go through subgroups, ${subgroup} lanes at a time, and come out as without them to the bit.`,
    ];
  backend.takeKernels(PLAIN_KERNELS);
  return [`Sums go without subgroups, which this device offers and gets wrong. ${problem}`];
}
