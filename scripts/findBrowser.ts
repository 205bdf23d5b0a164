// Finds a Chromium that tests and headless runs can drive: an installed one, else Playwright's own (downloaded when
// absent), else, as root on Debian, the `chromium` package. It starts no browser; `chromiumArgs` says with what flags to.
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';
import { chromium } from '@playwright/test';

export interface FoundBrowser {
  readonly executablePath: string;
  /** Where it came from, for people: `CHROME_PATH`, `installed`, `playwright`, `debian package`. */
  readonly source: string;
}

/** No browser could be found or installed; the message says what was tried and what to install. */
export class BrowserNotFoundError extends Error {
  override readonly name = 'BrowserNotFoundError';
}

const INSTALL_TIMEOUT_MS = 10 * 60_000;
const isRoot = process.getuid?.() === 0;

/** What Playwright turns off for every browser. The last list on the command line is the one that counts. */
const PLAYWRIGHT_DISABLES: readonly string[] = [
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsUpgrades',
  'HttpsFirstBalancedModeAutoEnable',
  'LensOverlay',
  'MediaRouter',
  'PaintHolding',
  'ThirdPartyStoragePartitioning',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'TcpPortRandomizationWin',
  'OptimizationHints',
  'NetworkTimeServiceQuerying',
  'AimEnabled',
  'PreconnectToSearch',
  'msForceBrowserSignIn',
  'msEdgeUpdateLaunchServicesPreferredVersion',
];

/** Pages of the address bar, which nobody sees: every window loads them, for longer than it takes to open ours. */
const ADDRESS_BAR_PAGES: readonly string[] = ['WebUIOmniboxPopup', 'WebUIOmniboxAimPopup'];

/** Flags for every automated Chromium. The sandbox is given up only as root, where Chromium refuses to start with it. */
export const chromiumArgs: readonly string[] = [
  ...(isRoot ? ['--no-sandbox'] : []),
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  `--disable-features=${[...PLAYWRIGHT_DISABLES, ...ADDRESS_BAR_PAGES].join(',')}`,
];

/** Flags that add WebGL and WebGPU on the CPU, for small correctness tests on machines without a graphics card. */
export const softwareGpuArgs: readonly string[] = [
  '--use-gl=angle',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--enable-unsafe-webgpu',
  // SwiftShader unrolls that way of clearing workgroup memory into a store per element: seconds to compile each program.
  '--disable-dawn-features=use_vulkan_zero_initialize_workgroup_memory_extension',
];

/** Flags that give pages a camera that shows a moving picture, and let them have it unasked. */
export const drawnCameraArgs: readonly string[] = [
  '--use-fake-device-for-media-stream',
  '--use-fake-ui-for-media-stream',
];

/** Launch options that Playwright and Vitest share. */
export const launchOptions = (executablePath: string, args: readonly string[] = []) => ({
  executablePath,
  chromiumSandbox: !isRoot,
  args: [...chromiumArgs, ...args],
});

const COMMANDS = [
  'google-chrome-stable',
  'google-chrome',
  'chromium',
  'chromium-browser',
  'chrome',
  'brave-browser',
];

function wellKnownPaths(): string[] {
  const { env, platform } = process;
  if (platform === 'darwin') {
    const apps = ['Google Chrome', 'Chromium', 'Google Chrome Canary', 'Microsoft Edge'];
    return ['/Applications', join(env.HOME ?? '', 'Applications')].flatMap((folder) =>
      apps.map((app) => join(folder, `${app}.app`, 'Contents/MacOS', app)),
    );
  }
  if (platform === 'win32') {
    const roots = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA];
    const programs = ['Google/Chrome/Application/chrome.exe', 'Chromium/Application/chrome.exe'];
    return roots.flatMap((root) => (root ? programs.map((program) => join(root, program)) : []));
  }
  return ['/opt/google/chrome/chrome', '/snap/bin/chromium', '/usr/lib/chromium/chromium'];
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

function installedBrowser(): string | undefined {
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  const onPath = COMMANDS.flatMap((name) => folders.map((folder) => join(folder, name + suffix)));
  return [...onPath, ...wellKnownPaths()].find(isExecutable);
}

const isRootOnDebian = isRoot && existsSync('/etc/debian_version');

/** Runs an installer, its output on stderr; whether it helped shows in what is there afterwards. */
function install(program: string, args: readonly string[], env: Readonly<Record<string, string>>): void {
  spawnSync(program, args, {
    stdio: ['ignore', 2, 2],
    timeout: INSTALL_TIMEOUT_MS,
    env: { ...env, ...process.env },
  });
}

function downloadPlaywrightBrowser(executablePath: string): void {
  console.error('No installed Chrome or Chromium found: downloading the one of Playwright.');
  const cli = createRequire(import.meta.url).resolve('@playwright/test/cli');
  install(process.execPath, [cli, 'install', 'chromium'], {
    PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '20000',
  });
  if (isRootOnDebian && isExecutable(executablePath)) {
    install(process.execPath, [cli, 'install-deps', 'chromium'], {});
  }
}

function installDebianPackage(): void {
  console.error('Installing the Debian package chromium.');
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  install('apt-get', ['update', '-q'], env);
  install('apt-get', ['install', '-qy', '--no-install-recommends', 'chromium'], env);
}

/**
 * A Chromium to run, installing one when there is none.
 * @throws BrowserNotFoundError when `CHROME_PATH` names no program, or none was found and none could be installed
 */
export async function findBrowser(): Promise<FoundBrowser> {
  const named = process.env.CHROME_PATH;
  if (named) {
    if (isExecutable(named)) return { executablePath: named, source: 'CHROME_PATH' };
    throw new BrowserNotFoundError(`CHROME_PATH is ${named}, which is not a program. Correct or unset it.`);
  }
  const installed = installedBrowser();
  if (installed) return { executablePath: installed, source: 'installed' };

  const own = chromium.executablePath();
  if (!isExecutable(own)) downloadPlaywrightBrowser(own);
  if (isExecutable(own)) return { executablePath: own, source: 'playwright' };

  if (isRootOnDebian) {
    installDebianPackage();
    const fromDebian = installedBrowser();
    if (fromDebian) return { executablePath: fromDebian, source: 'debian package' };
  }
  throw new BrowserNotFoundError(
    'No Chrome or Chromium was found, and none could be downloaded. Install Google Chrome or Chromium ' +
      '(Debian, Ubuntu: apt-get install chromium; macOS: brew install --cask google-chrome; ' +
      'anywhere: npx playwright install chromium), or set CHROME_PATH to one.',
  );
}
