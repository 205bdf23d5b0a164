// Links as the page writes them, at random: to a run, a translation, the lab, a lesson, a comparison and to places without words of
// their own, locked and open, and those that earlier versions wrote. What altered links are made of (alteredLinks).
import { readFileSync } from 'node:fs';
import { labPairs } from '../../core/lab';
import { datasetsOf, onDataset } from '../../core/lab/define';
import { linkPairs, type LinkPair } from '../../core/linkPairs';
import { CONTROL_RIGHTS, OPEN_LOCK, PANELS, type PageLock } from '../../core/pageLock/define';
import { writePageLock } from '../../core/pageLock/write';
import type { ParamSpec } from '../../core/paramSpec';
import type { Random } from '../../core/random';
import { allSettingNames, ownParams, readRunConfig } from '../../core/runConfig';
import { RUN_PARAMS } from '../../core/runParams';
import { labQuery } from '../../features/lab/labLink';
import { lessons } from '../../features/lessons/lessons';
import { pathOf } from '../../stores/trainingPlaces';
import { catalogue } from '../../worker/catalogue';

export interface WholeLink {
  /** `/train`, `/lab`, … */
  readonly path: string;
  /** Decoded, without those of the lock. */
  readonly pairs: readonly LinkPair[];
  readonly lock: PageLock | null;
}

export const pick = <T>(from: readonly T[], random: Random): T => from[random.int(from.length)];

const EARLIER = new URL('../../checkpoints/fixtures/earlierLinks.json', import.meta.url);

const earlier = [...readFileSync(EARLIER, 'utf8').matchAll(/"link": "[^"#]*#([^"?]+)\?([^"]*)"/g)].map(
  ([, path, query]): Omit<WholeLink, 'lock'> => ({ path, pairs: linkPairs(query) }),
);

function valueFor(spec: ParamSpec, random: Random): string {
  switch (spec.kind) {
    case 'boolean':
      return String(random.int(2) === 1);
    case 'choice':
      return pick(spec.choices, random).value;
    case 'drawing':
      return spec.default;
    case 'integer':
      return String(spec.min + random.int(Math.min(spec.max - spec.min, 1000) + 1));
    case 'number':
      return String(Number((spec.min + (spec.max - spec.min) * random.uniform()).toPrecision(3)));
  }
}

/** Settings of a run that is trained at this place, a few of them chosen. */
function runPairs(path: '/train' | '/translate', random: Random): readonly LinkPair[] {
  const task = pick(
    catalogue.tasks.filter((one) => pathOf(one) === path),
    random,
  );
  const choices = {
    ...(path === '/train' && { dataset: pick(catalogue.datasets, random).id }),
    ...(path === '/train' && { model: pick(catalogue.models, random).id }),
    ...(path === '/train' && { loss: pick(catalogue.losses, random).id }),
    task: task.id,
  };
  const config = readRunConfig(choices, catalogue);
  const specs = [...RUN_PARAMS.map((spec) => [spec.id, spec] as const), ...ownParams(config, catalogue)];
  const some = specs.filter(() => random.uniform() < 0.25);
  const chosen = Object.entries({ ...choices, backend: 'wasm', threads: '1' });
  return [...chosen, ...some.map(([name, spec]) => [name, valueFor(spec, random)] as const)].map(
    ([key, value]) => ({ key, value }),
  );
}

function aLock(random: Random): PageLock {
  const others = pick(CONTROL_RIGHTS, random);
  const names = allSettingNames(catalogue).filter(() => random.uniform() < 0.06);
  const rights = [...names, 'seed'].map((name) => [name, pick(CONTROL_RIGHTS, random)] as const);
  const pauses = [null, { steps: 1 + random.int(5000) }, { minutes: 1 + random.int(60) }];
  return {
    ...OPEN_LOCK,
    others,
    rights: Object.fromEntries(rights.filter(([, right]) => right !== others)),
    panels: PANELS.filter(() => random.uniform() < 0.7),
    pauseEvery: pick(pauses, random),
    note: pick(
      ['', 'Watch both losses.', '100 % & more?\nPress Train = go; 50:50 #3', '看损失 ¿Qué ves?'],
      random,
    ),
  };
}

const at = (path: string, said: Readonly<Record<string, string>>): Omit<WholeLink, 'lock'> => ({
  path,
  pairs: Object.entries(said).map(([key, value]) => ({ key, value })),
});

const PLACES: readonly ((random: Random) => Omit<WholeLink, 'lock'>)[] = [
  (random) => ({ path: '/train', pairs: runPairs('/train', random) }),
  (random) => ({ path: '/train', pairs: runPairs('/train', random) }),
  (random) => ({ path: '/translate', pairs: runPairs('/translate', random) }),
  (random) => {
    const pair = pick(labPairs, random);
    return at('/lab', labQuery(onDataset(pair, pick(datasetsOf(pair), random)), random.int(1000)));
  },
  (random) => at('/lessons', { lesson: pick(lessons, random).id }),
  (random) => at('/compare', { runs: `a${random.int(99)},b-${random.int(99)},c_${random.int(99)}` }),
  (random) => at(pick(['/judge', '/play', '/export', '/runs', '/inside', '/use', '/about'], random), {}),
  (random) => pick(earlier, random),
];

export function wholeLink(random: Random): WholeLink {
  const link = pick(PLACES, random)(random);
  return { ...link, lock: random.uniform() < 0.5 ? aLock(random) : null };
}

/** Pairs of the lock first, as the page writes them. */
export const allPairs = ({ pairs, lock }: WholeLink): readonly LinkPair[] => [
  ...(lock ? linkPairs(writePageLock(lock)) : []),
  ...pairs,
];
