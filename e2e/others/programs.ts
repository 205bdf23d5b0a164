// Programs that a driver starts beside the test: each in a process group of its own, so that what it started itself ends
// with it, also when the test's process is killed first.
import { spawn, type ChildProcess } from 'node:child_process';
import { createServer } from 'node:net';
import { once } from 'node:events';
import { PROGRAM_PATIENCE_MS } from '../../src/testing/patience';
import { arrives } from '../../src/testing/until';

export interface StartedProgram {
  readonly child: ChildProcess;
  /** Ends it with everything that it started. */
  end(): Promise<void>;
}

/** Runs a program until its own input ends, which it does with whoever started it, however that ends; then kills the group. */
const GUARD = '"$@" < /dev/null & cat > /dev/null; kill -KILL 0';

/** Starts a program. What it says on descriptor 3, as Xvfb its display, is read there; its complaints go to `complaints`, an open file. */
export function startProgram(
  program: string,
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>> = process.env,
  complaints: number | 'ignore' = 'ignore',
): StartedProgram {
  const child = spawn('sh', ['-c', GUARD, 'sh', program, ...args], {
    env: { ...env },
    stdio: ['pipe', 'ignore', complaints, 'pipe'],
    detached: true,
  });
  const gone = once(child, 'close');
  return {
    child,
    async end() {
      child.stdin?.end();
      await arrives(`the end of ${program}`, gone, PROGRAM_PATIENCE_MS);
    },
  };
}

/** A port of loopback that nobody listens to now. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => {
        if (address !== null && typeof address === 'object') resolve(address.port);
        else reject(new TypeError('the server has no port'));
      });
    });
  });
}
