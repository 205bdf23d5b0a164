// What a run file holds of several networks that learn as one (training/learnTogether).
import type { NamedNetwork } from '../protocol';
import { nameAmong } from '../training/learnTogether';
import { savedNetwork, type SavedNetwork } from '../training/savedTensors';

/** Saved parts of networks under one id, with the moments of one optimizer. */
export const joinedSaved = (id: string, parts: readonly SavedNetwork[]): SavedNetwork => ({
  kind: 'network',
  id,
  weights: parts.flatMap((part) =>
    part.weights.map((weight) => ({ ...weight, name: nameAmong(parts.length, part.id, weight.name) })),
  ),
  optimizer: 'kept',
});

/** The same from descriptions. */
export const savedTogether = (id: string, networks: readonly NamedNetwork[]): SavedNetwork =>
  joinedSaved(
    id,
    networks.map((one) => savedNetwork(one.id, one.spec, 'kept')),
  );
