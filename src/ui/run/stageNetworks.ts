// Which networks the page shows of a run, and on which side of the samples: what its task declares, in its order. Pure.
import type { NetworkSpec } from '../../core/network';
import { valueOf, type HistoryPoint } from '../../core/history';
import type { ShareFacts, TaskFacts, TaskNetworkFacts } from '../../core/taskFacts';
import type { NamedNetwork } from '../../protocol';

/** A network of the task, with its layers where the worker has said them. */
export interface StageNetwork {
  readonly facts: TaskNetworkFacts;
  readonly spec: NetworkSpec | null;
}

type Task = Pick<TaskFacts, 'networks'>;

const specOf = (networks: readonly NamedNetwork[], wanted: string): NetworkSpec | null =>
  networks.find(({ id }) => id === wanted)?.spec ?? null;

/** Those that draw stand before the samples, all others behind them; none before the task is known. */
export function networkSides(
  task: Task | undefined,
  networks: readonly NamedNetwork[],
): { readonly makers: readonly StageNetwork[]; readonly others: readonly StageNetwork[] } {
  const all = (task?.networks ?? []).map((facts) => ({ facts, spec: specOf(networks, facts.id) }));
  return {
    makers: all.filter(({ facts }) => facts.role === 'generator'),
    others: all.filter(({ facts }) => facts.role !== 'generator'),
  };
}

/** Those of the task whose layers are known. */
export const declaredNetworks = (
  task: Task | undefined,
  networks: readonly NamedNetwork[],
): readonly { readonly facts: TaskNetworkFacts; readonly spec: NetworkSpec }[] =>
  (task?.networks ?? []).flatMap((facts) => {
    const spec = specOf(networks, facts.id);
    return spec ? [{ facts, spec }] : [];
  });

/** The value of a series at a moment; null without one. */
export const seriesAt = (latest: HistoryPoint | null, series: string | undefined): number | null =>
  latest && series !== undefined ? valueOf(latest, series) : null;

/** A share 0..1 as it is shown. */
export function shareAt(latest: HistoryPoint | null, { series, inverted }: ShareFacts): number | null {
  const value = seriesAt(latest, series);
  return value !== null && inverted ? 1 - value : value;
}
