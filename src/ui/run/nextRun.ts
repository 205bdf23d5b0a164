// What the button says that begins a run with other settings than the open one has. Pure.

import { RUN_PARAMS } from '../../core/runParams';
import { inWords } from '../../stores/catalogueWords';
import { words } from './words';

/** Things that are chosen by name. */
const CHOICES = ['dataset', 'model', 'loss'] as const;

/**
 * `New run with MNIST`, `New run with MNIST, Hinge`, `New run with “Seed” 7`, `New run with 3 changes`.
 * @param pending plain names of the settings that wait for a new run
 * @param labels what the form's data set, model and loss are called
 * @param values the form's settings
 */
export function nextRunWords(
  pending: readonly string[],
  labels: Readonly<Record<(typeof CHOICES)[number], string>>,
  values: Readonly<Record<string, unknown>>,
): string {
  const chosen = CHOICES.filter((choice) => pending.includes(choice));
  if (chosen.length > 0)
    return words('next.with', { what: chosen.map((choice) => labels[choice]).join(', ') });
  const [only] = pending;
  if (pending.length !== 1) return words('next.changes', { count: pending.length });
  const value = values[only];
  const name = inWords(RUN_PARAMS.find(({ id }) => id === only)?.label ?? only);
  if (typeof value === 'boolean') return words(value ? 'next.on' : 'next.off', { name });
  const short = typeof value === 'number' || (typeof value === 'string' && value.length <= 12);
  return short ? words('next.value', { name, value: String(value) }) : words('next.other', { name });
}
