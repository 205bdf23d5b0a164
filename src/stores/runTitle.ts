// What a run is called on the page: names that the worker gave, in the language that is spoken; those that a person gave, as they
// are. The worker and the files that it writes know English only (worker/handlers/run, tasks' suffixes, worker/importRun).
import { decimalSign, language } from '../i18n/language';
import { inWords } from './catalogueWords';
import { useCatalogStore } from './catalogStore';
import { words } from './runWords';

/** What stands behind the name of what a run was made of. */
const ENDINGS: readonly (readonly [RegExp, (name: string, value: string) => string])[] = [
  [/^(.*?) ?\(student ([\d.]+)\)$/su, (name, width) => words('student', { name, width })],
  [/^(.*?) ?\(QAT (\d+) bits\)$/su, (name, bits) => words('rounded', { name, bits })],
  [/^(.*?) ?\(weights -(\d+) %\)$/su, (name, share) => words('weights', { name, share })],
  [/^(.*?) ?\(channels -(\d+) %\)$/su, (name, share) => words('channels', { name, share })],
  [/^(.*?) ?\(imported\)$/su, (name) => words('imported', { name })],
  [
    /^(.*?) ?\(copy(?: (\d+))?\)$/su,
    (name, number) => (number ? words('copies', { name, number }) : words('copy', { name })),
  ],
];
/** What files without a name get (checkpoints/runId). */
const UNNAMED = 'Run without a name';
const BEGUN = ', begun with ';
const ON = ' on ';

/** `DCGAN on MNIST`: a task or a model, and a data set that there is. */
function whatOnData(name: string): string | null {
  const { catalogue } = useCatalogStore();
  if (!catalogue) return null;
  const whats = [
    ...catalogue.tasks.map((task) => task.runName),
    ...catalogue.models.map(({ label }) => label),
  ];
  for (let at = name.indexOf(ON); at >= 0; at = name.indexOf(ON, at + 1)) {
    const [what, data] = [name.slice(0, at), name.slice(at + ON.length)];
    if (whats.includes(what) && catalogue.datasets.some(({ label }) => label === data))
      return words('on', { what: inWords(what), data: inWords(data) });
  }
  return null;
}

/**
 * @param name of a run, or what stands behind the name of another: `(student 0.5)`
 * @returns in the language that is spoken; follows it where Vue watches
 */
export function runTitle(name: string): string {
  if (language.value === 'en') return name;
  if (name === UNNAMED) return inWords(name);
  for (const [ending, say] of ENDINGS) {
    const [, before, value] = ending.exec(name) ?? [];
    if (before !== undefined) return say(runTitle(before), value?.replace('.', decimalSign()) ?? '').trim();
  }
  const at = name.indexOf(BEGUN);
  if (at < 0) return whatOnData(name) ?? name;
  const beginning = whatOnData(name.slice(0, at));
  if (beginning === null) return name;
  return words('begun', { name: beginning, origin: runTitle(name.slice(at + BEGUN.length)) });
}
