// WebGPU under Node: Dawn's bindings in place of a browser's, on the card that Vulkan finds, or on Mesa's software driver
// (lavapipe) for tests. Call it in a process of its own: it puts a `navigator` and the classes of WebGPU in the global scope.
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryRoot } from '../../scripts/runTool';

/** Where .ci/run unpacks a lavapipe that is new enough, and where Debian puts its own. */
const LAVAPIPE_PLACES = [
  join(repositoryRoot, 'build/lavapipe/icd.json'),
  `/usr/share/vulkan/icd.d/lvp_icd.json`,
  `/usr/share/vulkan/icd.d/lvp_icd.${process.arch === 'arm64' ? 'aarch64' : 'x86_64'}.json`,
];

/** Node turns its loop only while it has something to wait for; what Dawn finishes on its threads does not count. */
const TURN_EVERY_MS = 2;

/** There is no WebGPU under Node here; the message says what is missing. */
export class NoDawnError extends Error {
  override readonly name = 'NoDawnError';
}

/** What points Vulkan at lavapipe and has it translate programs quickly rather than well; null where there is none. */
function lavapipe(): Readonly<Record<string, string>> | null {
  const icd = LAVAPIPE_PLACES.find(existsSync);
  // The second name is what older loaders know.
  const driver = icd && { VK_DRIVER_FILES: icd, VK_ICD_FILENAMES: icd };
  return driver ? { ...driver, GALLIVM_PERF: 'nopt', LP_NATIVE_VECTOR_WIDTH: '128' } : null;
}

const PROBE = `import { create } from 'webgpu';
process.exit((await create([]).requestAdapter()) ? 0 : 1);`;

/** What to add to a test's name where Dawn finds no software adapter that it takes; else undefined. */
export function dawnMisses(): string | undefined {
  const driver = lavapipe();
  const args = ['--input-type=module', '--eval', PROBE];
  try {
    if (!driver) throw new NoDawnError('There is no lavapipe.');
    const env = { ...process.env, ...driver };
    execFileSync(process.execPath, args, { cwd: repositoryRoot, stdio: 'ignore', env });
    return undefined;
  } catch {
    return '(needs lavapipe of Mesa 24 or newer: apt-get install mesa-vulkan-drivers; .ci/run brings it on Debian 12)';
  }
}

/**
 * From now on `navigator.gpu` is Dawn.
 * @param software take lavapipe, whatever cards there are
 * @returns what ends it, so that the process can end; devices are to be destroyed before
 * @throws NoDawnError when there is no adapter
 */
export async function openDawn({ software }: { readonly software: boolean }): Promise<() => void> {
  const driver = software ? lavapipe() : {};
  if (!driver) throw new NoDawnError('There is no lavapipe: apt-get install mesa-vulkan-drivers');
  Object.assign(process.env, driver);
  const { create, globals } = await import('webgpu');
  const gpu = create([]);
  const turning = setInterval(() => undefined, TURN_EVERY_MS);
  if (!(await gpu.requestAdapter())) {
    clearInterval(turning);
    throw new NoDawnError(
      software
        ? 'Dawn refuses this lavapipe, which must be of Mesa 24 or newer: apt-get install mesa-vulkan-drivers, .ci/run on Debian 12'
        : 'Vulkan has no graphics card here: install the driver of the card, which brings its Vulkan part, and libvulkan1',
    );
  }
  Object.assign(globalThis, globals);
  Object.defineProperty(globalThis, 'navigator', {
    value: { gpu, userAgent: `Node ${process.version}` },
    configurable: true,
  });
  return () => clearInterval(turning);
}
