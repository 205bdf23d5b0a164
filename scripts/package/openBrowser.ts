// Opens an address in the browser that the person uses. Not a way to drive one.
import { spawn } from 'node:child_process';

const OPENERS: Partial<Record<NodeJS.Platform, readonly [program: string, ...words: string[]]>> = {
  darwin: ['open'],
  // The empty word is the window's title, which `start` takes first.
  win32: ['cmd', '/c', 'start', '""'],
};

/** Goes on at once; where nothing can be opened, it says so. */
export function openBrowser(url: string): void {
  const [program, ...words] = OPENERS[process.platform] ?? ['xdg-open'];
  const child = spawn(program, [...words, url], { stdio: 'ignore', detached: true });
  const failed = (): void => console.error(`No browser could be opened here; open ${url} yourself.`);
  child.on('error', failed);
  child.on('exit', (status) => {
    if (status !== 0) failed();
  });
  child.unref();
}
