// The scripts of a sweep's folder by themselves: start.sh before a program that only notes what it was asked, gather.py over run
// files with nothing in them but their facts. That they train and bring back real runs is worker/continueSweep.test.ts.
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { DEBIAN_PYTHON, commandMisses, inTemporaryFolder, runProgram } from '../../testing/tools';
import { GATHER_PY } from './gatherPart';
import { arrayJob, startScript } from './sweepTexts';

const RUNS = 3;
const NOTES = 'notes.txt';
/** In the place of Python: notes its words, and ends as the file `ends` beside the script says. */
const PROGRAM = `#!/bin/sh
echo "$@" >> ${NOTES}
read status < "$(dirname "$1")/ends"
exit "$status"
`;

/** A sweep's folder whose runs end with these statuses. */
async function inSweep(ends: readonly number[], task: (at: string) => Promise<void>): Promise<void> {
  await inTemporaryFolder(async (write, at) => {
    await write('start.sh', startScript(RUNS));
    await write('array.sbatch', arrayJob(RUNS));
    await runProgram('chmod', ['+x', await write('program', PROGRAM)]);
    for (const [number, status] of ends.entries()) {
      await write(`runs/${number}/train.py`, '');
      await write(`runs/${number}/ends`, `${status}\n`);
    }
    await task(at);
  });
}

const start = (at: string, ...args: readonly string[]): Promise<string> =>
  runProgram('sh', [join(at, 'start.sh'), ...args], '/', undefined, { PYTHON: join(at, 'program') });
const notesIn = async (at: string): Promise<readonly string[]> =>
  (await readFile(join(at, NOTES), 'utf8')).trim().split('\n');

describe('start.sh', () => {
  it('starts the run of a number, or one after the other, with what stands behind', () =>
    inSweep([0, 0, 0], async (at) => {
      await start(at, '2', '--steps', '5');
      await start(at, 'all', '--device', 'cpu');
      const all = [0, 1, 2].map((number) => `runs/${number}/train.py --device cpu`);
      expect(await notesIn(at)).toEqual(['runs/2/train.py --steps 5', ...all]);
    }));

  it('trains the others where one fails, and says which', () =>
    inSweep([0, 1, 0], async (at) => {
      await expect(start(at, 'all')).rejects.toThrow('Runs that ended before their time, as said above: 1.');
      expect(await notesIn(at)).toHaveLength(3);
    }));

  it('ends at what would be as wrong for the others', () =>
    inSweep([2, 0, 0], async (at) => {
      await expect(start(at, 'all')).rejects.toThrow();
      expect(await notesIn(at)).toHaveLength(1);
    }));

  it.each([
    [[], 'Say which run: a number from 0 to 2, or all'],
    [['3'], 'There is no run 3 in this sweep: give a number from 0 to 2, or all'],
    [['--device', 'cpu'], 'There is no run --device in this sweep'],
    [['../2'], 'There is no run ../2 in this sweep'],
    [['1'], /There is no runs\/1\/train\.py in .*: unpack the whole folder/],
    [['all'], /There is no runs\/1\/train\.py in/],
  ])('refuses %j by name', (args, message) =>
    inSweep([0], async (at) => {
      await expect(start(at, ...args)).rejects.toThrow(message);
    }),
  );

  it('names a Python that is not there', () =>
    inSweep([0, 0, 0], async (at) => {
      const started = runProgram('sh', ['start.sh', 'all'], at, undefined, { PYTHON: 'python9' });
      await expect(started).rejects.toThrow('There is no program python9 here');
    }));

  it('ends with whoever ends it, after the run that it trains has saved', () =>
    inSweep([0, 0, 0], async (at) => {
      // Ends the script that started it, and waits until it is told to end, too.
      const waiting = `#!/bin/sh
sleep 60 &
trap 'kill $!; echo saved >> ${NOTES}; exit 0' TERM
kill -TERM "$(cat shell)"
wait
`;
      await writeFile(join(at, 'program'), waiting);
      const shell = `echo $$ > shell; . ./start.sh`;
      const started = runProgram('sh', ['-c', shell, 'start.sh', 'all'], at, undefined, {
        PYTHON: './program',
      });
      await expect(started).rejects.toThrow();
      expect(await notesIn(at)).toEqual(['saved']);
    }));
});

describe('array.sbatch', () => {
  const task = (at: string, environment: Readonly<Record<string, string>>) =>
    runProgram('sh', ['array.sbatch'], at, undefined, { PYTHON: join(at, 'program'), ...environment });

  it('trains the run of its task on the cores that it was given', () =>
    inSweep([0, 0, 0], async (at) => {
      await task(at, { SLURM_ARRAY_TASK_ID: '1' });
      await task(at, { SLURM_ARRAY_TASK_ID: '2', SLURM_CPUS_PER_TASK: '4' });
      expect(await notesIn(at)).toEqual(['runs/1/train.py --threads 1', 'runs/2/train.py --threads 4']);
    }));

  it('says how it is submitted where it was started otherwise', () =>
    inSweep([0, 0, 0], async (at) => {
      await expect(task(at, {})).rejects.toThrow('sbatch array.sbatch. By hand: sh start.sh N.');
      const elsewhere = runProgram('sh', ['../array.sbatch'], join(at, 'runs'), undefined, {
        SLURM_ARRAY_TASK_ID: '0',
      });
      await expect(elsewhere).rejects.toThrow('go into the folder of the sweep');
    }));
});

const python = commandMisses(DEBIAN_PYTHON, 'python3');

describe.skipIf(python)(`gather.py ${python ?? ''}`, () => {
  const gather = (at: string) => runProgram('sh', ['-c', `${DEBIAN_PYTHON} gather.py 2>&1`], at);
  const IDS = ['one', 'two', 'three'];

  const runFile = (id: string, step: number): Uint8Array =>
    zipSync({
      'run.json': strToU8(
        JSON.stringify({
          ...{ id, step, config: { steps: 10 } },
          history: { points: 1, columns: ['step', 'gLoss'] },
        }),
      ),
      'history.bin': new Uint8Array(Float64Array.of(step, 0.5).buffer),
    });

  /** @param files each run's, null where there is none */
  const withResults = (files: readonly (Uint8Array | null)[], task: (at: string) => Promise<void>) =>
    inTemporaryFolder(async (write, at) => {
      await write('gather.py', GATHER_PY);
      const sweep = { plan: { of: 'the page' }, runs: IDS.map((_, i) => ({ batch: 4 + i })), ids: IDS };
      await write('sweep.json', JSON.stringify(sweep));
      for (const [number, file] of files.entries()) {
        const path = join(at, 'runs', String(number), 'out', 'run.zip');
        await mkdir(dirname(path), { recursive: true });
        if (file) await writeFile(path, file);
      }
      await task(at);
    });
  const resultsIn = async (at: string) => unzipSync(Uint8Array.from(await readFile(join(at, 'results.zip'))));

  it('brings what is there together, and names what is missing or not at its end', () =>
    withResults([runFile('one', 10), null, runFile('three', 4)], async (at) => {
      const said = await gather(at);
      expect(said).toContain('2 of 3 runs in ');
      expect(said).toContain('Not there yet: runs/1\n');
      expect(said).toContain('There, but not at their end: runs/2 (step 4 of 10)');
      const parts = await resultsIn(at);
      expect(Object.keys(parts)).toEqual(['0/run.zip', '2/run.zip', 'sweep.json', 'results.csv']);
      expect(strFromU8(parts['results.csv'])).toBe('run,batch,step,gLoss\n0,4,10,0.5\n2,6,4,0.5\n');
      expect(JSON.parse(strFromU8(parts['sweep.json'])).plan).toEqual({ of: 'the page' });
    }));

  it('leaves out what is damaged or of another sweep, and says what to do about it', () => {
    const whole = runFile('two', 10);
    return withResults(
      [runFile('one', 10), whole.subarray(0, whole.length - 30), runFile('four', 10)],
      async (at) => {
        await expect(gather(at)).rejects.toThrow(
          /1 of 3 runs in [^]*Left out: runs\/1: .*run\.zip is not whole \(.*\): move it away and train the run again\.\nLeft out: runs\/2: .*run\.zip is of another run, of another sweep perhaps/,
        );
        expect(Object.keys(await resultsIn(at))).toContain('0/run.zip');
        const changed = Uint8Array.from(runFile('one', 10));
        changed[changed.indexOf(0x7b) + 3] ^= 1;
        await writeFile(join(at, 'runs', '0', 'out', 'run.zip'), changed);
        await expect(gather(at)).rejects.toThrow(/Left out: runs\/0: .* is not whole/);
      },
    );
  });

  it('writes nothing where nothing is there, and names a folder that is none of a sweep', () =>
    withResults([], async (at) => {
      await expect(gather(at)).rejects.toThrow(/None of 3 runs is there, so no .*results\.zip was written/);
      await expect(resultsIn(at)).rejects.toThrow('ENOENT');
      await rm(join(at, 'sweep.json'));
      await expect(gather(at)).rejects.toThrow('gather.py belongs into the folder of the sweep');
    }));
});
