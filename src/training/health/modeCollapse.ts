// The collapse alarm: the generator draws few of the classes, or, where no classes are known, everything alike.
import type { HealthNote, HealthTry, MeasurePoint } from '../../core/measures';
import { rounded, tryLoss, tryRate, type HealthCheck, type HealthInput } from './define';

/** Every generator begins with a blur that some class is read into: the first steps say nothing, and ... */
const WARM_UP_STEPS = 300;
/** ... up to here nothing is said before the Fréchet distance has fallen to half of what it was. */
const LONG_WARM_UP_STEPS = 1000;
/** Collapsed when fewer than this share of the classes that real images show are covered, or ... */
const FEW_MODES = 0.75;
/** ... when the classes are this uneven (nats), or ... */
const UNEVEN = 0.6;
/** ... when samples vary less than this share of what real images do. */
const ALIKE = 0.3;
const ALARM_MODES = 0.5;
const ALARM_KL = 1;

const modes = (point: MeasurePoint): number | undefined => point.values['modes-covered'];
const kl = (point: MeasurePoint): number => point.values['kl-from-uniform'] ?? 0;
const wantedModes = (point: MeasurePoint): number => point.floors['modes-covered'] ?? point.classNames.length;

function isCollapsed(point: MeasurePoint): boolean {
  const covered = modes(point);
  const variety = point.values.variety ?? 1;
  if (covered === undefined) return variety < ALIKE;
  return covered < FEW_MODES * wantedModes(point) || kl(point) > UNEVEN;
}

/** Whether the samples are beyond the blur of the beginning. */
function isWarm(measures: readonly MeasurePoint[], last: MeasurePoint): boolean {
  if (last.step < WARM_UP_STEPS) return false;
  const distance = (point: MeasurePoint): number => point.values['frechet-distance'] ?? 0;
  return last.step >= LONG_WARM_UP_STEPS || distance(last) <= Math.max(...measures.map(distance)) / 2;
}

/** `1s and 7s`, `Trouser and Bag`: the classes that make nine tenths of the samples, the commonest first. */
export function commonClasses(point: MeasurePoint): string {
  const order = [...point.classCounts.keys()].sort((a, b) => point.classCounts[b] - point.classCounts[a]);
  const total = point.classCounts.reduce((sum, count) => sum + count, 0);
  const names: string[] = [];
  let seen = 0;
  for (const label of order) {
    if (seen >= 0.9 * total) break;
    seen += point.classCounts[label];
    const name = point.classNames[label];
    names.push(name.length <= 2 ? `${name}s` : name);
  }
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

function tries({ config }: HealthInput): HealthTry[] {
  return [
    tryRate('learningRateG', config.learningRateG / 2),
    ...tryLoss(config, 'relativistic-r1-r2', 'relativistic R1 + R2'),
    { label: 'Start a new run that judges images in pairs', changes: { packing: 2 }, live: false },
  ];
}

export const modeCollapse: HealthCheck = (input): HealthNote | null => {
  const [before, last] = input.measures.slice(-2);
  if (!last || !isWarm(input.measures, last) || !isCollapsed(before) || !isCollapsed(last)) return null;
  const covered = modes(last);
  const common = { id: 'mode-collapse', tries: tries(input) };
  if (covered === undefined) {
    const share = `${Math.round(100 * (last.values.variety ?? 0))} %`;
    return {
      ...common,
      severity: 'alarm',
      title: 'The samples are all alike',
      message: `They vary only ${share} as much as real images do, as seen by ${last.evaluator}.`,
    };
  }
  const wanted = wantedModes(last);
  const severe = covered <= ALARM_MODES * wanted || kl(last) >= ALARM_KL;
  return {
    ...common,
    severity: severe ? 'alarm' : 'hint',
    title: severe ? 'Mode collapse' : 'The generator neglects some classes',
    message:
      `The generator draws ${severe ? 'only' : 'mostly'} ${commonClasses(last)}: ` +
      `${covered} of ${wanted} modes, KL ${rounded(kl(last))}.`,
  };
};
