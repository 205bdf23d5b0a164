// Takes the forms of the kernels that a device offers, if it computes rightly in them: they pass the self-test of every backend;
// subgroups give the very bits of the plain kernels; 16-bit floats give known answers and are faster. Else the plain ones stay,
// and the reason is said.
import { selfTest } from '../selfTest';
import type { GanvasGpuBackend } from './backend';
import { halvesGain } from './halvesGain';
import { halvesTest } from './halvesTest';
import { subgroupTest } from './subgroupTest';
import { PLAIN_KERNELS, type KernelVariant } from './variant';

type GainMeasure = (backend: GanvasGpuBackend) => Promise<number>;

/** 16-bit floats must be clearly faster: what they round is their price. */
const LEAST_GAIN = 1.1;

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

/** Takes the form if the device computes rightly in it, else what it had. @returns what went wrong, or null */
async function tryKernels(
  backend: GanvasGpuBackend,
  form: Partial<KernelVariant>,
  test: () => Promise<string | null>,
): Promise<string | null> {
  const before = backend.kernels;
  backend.takeKernels({ ...before, ...form });
  const problem = await problemWith(backend, async () => (await test()) ?? selfTest());
  if (problem === null) return null;
  backend.takeKernels(before);
  backend.forgetPrograms();
  return problem;
}

async function trySubgroups(backend: GanvasGpuBackend, subgroup: number): Promise<string> {
  const problem = await tryKernels(backend, { subgroup }, subgroupTest);
  return problem === null
    ? `Sums go through subgroups, ${subgroup} lanes at a time, and come out as without them to the bit.`
    : `Sums go without subgroups, which this device offers and gets wrong. ${problem}`;
}

async function tryHalves(backend: GanvasGpuBackend, measure: GainMeasure): Promise<string> {
  const before = backend.kernels;
  const problem = await tryKernels(backend, { halves: true }, halvesTest);
  if (problem !== null)
    return `Pictures are translated in 32-bit floats: this device offers 16-bit ones and gets them wrong. ${problem}`;
  const gain = await measure(backend);
  const times = gain.toFixed(2);
  if (gain >= LEAST_GAIN)
    return `Your pictures are translated with factors of 16-bit floats, ${times} times as fast here; training keeps 32 bits.`;
  backend.takeKernels(before);
  return `16-bit floats stay unused: products of them are ${times} times as fast as those of 32 bits here.`;
}

/**
 * @param offered what the device says it can do
 * @param measure how many times as fast products of 16-bit floats are
 * @returns sentences on what was taken and what was not
 */
export async function chooseKernels(
  backend: GanvasGpuBackend,
  { subgroup, halves }: KernelVariant,
  measure: GainMeasure = halvesGain,
): Promise<string[]> {
  const notes: string[] = [];
  if (subgroup > PLAIN_KERNELS.subgroup) notes.push(await trySubgroups(backend, subgroup));
  if (halves) notes.push(await tryHalves(backend, measure));
  return notes;
}
