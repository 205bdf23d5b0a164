// Several runs as one folder whose jobs a scheduler starts: a folder each, what they learn from once, and what brings the results
// together. Which runs, and from which weights, is given.
import { strToU8 } from 'fflate';
import type { ParamValue } from '../../core/paramSpec';
import type { SweepPlan } from '../../core/sweep';
import type { ContinueFolder } from '../../protocol';
import { imageFiles, packedFolder, torchRunFiles, type Files, type RunImages, type TorchRun } from './folder';
import { GATHER_PY } from './gatherPart';
import { arrayJob, startScript, sweepReadme } from './sweepTexts';

export interface SweptRun {
  /** Without images of its own. */
  readonly run: TorchRun;
  /** What tells it from the others. */
  readonly settings: Readonly<Record<string, ParamValue>>;
  /** Which of the sweep's images it learns from. */
  readonly images: number;
}

function settingsTable(runs: readonly SweptRun[]): string {
  const names = [...new Set(runs.flatMap(({ settings }) => Object.keys(settings)))];
  const row = (cells: readonly unknown[]): string => `| ${cells.join(' | ')} |`;
  return [
    row(['run', ...names]),
    row(['---', ...names.map(() => '---')]),
    ...runs.map(({ settings }, number) => row([number, ...names.map((name) => settings[name] ?? '')])),
  ].join('\n');
}

const under = (folder: string, files: Files): Files =>
  Object.fromEntries(Object.entries(files).map(([name, bytes]) => [`${folder}/${name}`, bytes]));

/**
 * @param plan by which the page shows the results; null where it has no form for it
 * @param images null for each set that stays behind
 * @param fileName of the zip
 * @throws UnsupportedModelError for a loss that has no form in PyTorch here
 */
export function torchSweepFolder(
  name: string,
  plan: SweepPlan | null,
  runs: readonly SweptRun[],
  images: readonly (RunImages | null)[],
  fileName: string,
): ContinueFolder {
  const description = {
    format: 'ganvas-sweep',
    version: 1,
    name,
    plan,
    runs: runs.map(({ settings }) => settings),
    ids: runs.map(({ run }) => run.snapshot.id),
  };
  const zip = fileName.replace(/\.zip$/, '');
  const files: Files = {
    'README.md': strToU8(sweepReadme(name, runs.length, settingsTable(runs))),
    'sweep.json': strToU8(JSON.stringify(description, null, 1)),
    'start.sh': strToU8(startScript(runs.length)),
    'array.sbatch': strToU8(arrayJob(runs.length)),
    'gather.py': strToU8(GATHER_PY),
    ...Object.assign(
      {},
      ...images.map((set, number) => (set ? under(`data/${number}`, imageFiles(set)) : {})),
      ...runs.map(({ run, images: of }, number) =>
        under(
          `runs/${number}`,
          torchRunFiles(run, {
            ...{ zip, folder: `${zip}/runs/${number}` },
            images: { at: `../../data/${of}`, along: images[of] !== null },
          }).files,
        ),
      ),
    ),
  };
  return packedFolder(
    files,
    [
      { way: 'one', text: 'sh start.sh all\npython3 gather.py' },
      { way: 'slurm', text: 'sbatch array.sbatch' },
    ],
    fileName,
    false,
  );
}
