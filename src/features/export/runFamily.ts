// Which saved runs were made of which: a run, what it was made from, and everything made from that. Pure.
import type { RunSummary, VariantId } from '../../protocol';
import type { PublishedWay } from './publishedFigures';

export interface FamilyMember {
  readonly id: string;
  readonly name: string;
  readonly parent: string | null;
  readonly compression: readonly string[];
}

/** The first of the line that the run comes from, as far as it is still kept. */
export function rootOf(runs: readonly FamilyMember[], id: string): string {
  const byId = new Map(runs.map((run) => [run.id, run]));
  const seen = new Set<string>();
  let at = id;
  for (;;) {
    seen.add(at);
    const parent = byId.get(at)?.parent;
    if (!parent || !byId.has(parent) || seen.has(parent)) return at;
    at = parent;
  }
}

/** Everything that was made from the run, directly or not; parents before children. */
export function descendantsOf(runs: readonly FamilyMember[], id: string): readonly FamilyMember[] {
  const children = runs.filter((run) => run.parent === id && run.id !== id);
  return children.flatMap((child) => [child, ...descendantsOf(runs, child.id)]);
}

/** The precisions in which the first of a line is compared. */
export const ROOT_VARIANTS: readonly VariantId[] = [
  'float32',
  'float16',
  'int8-weights',
  'int8',
  'int4-weights',
];

/** The precisions in which a run that was made of another is compared: as it is, and as it goes onto a board. */
export function variantsOf({ compression }: FamilyMember): readonly VariantId[] {
  const last = compression.at(-1) ?? '';
  if (last.includes('4-bit')) return ['int8-int4'];
  return last.includes('8-bit') ? ['int8'] : ['float32', 'int8'];
}

/** What was done in a line of the comparison, as far as figures of it were published. */
export function publishedWay({ compression }: FamilyMember, variant: VariantId): PublishedWay | null {
  const last = compression.at(-1);
  if (last === undefined) {
    if (variant === 'float32') return 'original';
    return variant.startsWith('int8') ? 'int8' : null;
  }
  if (last.startsWith('a student')) return variant === 'float32' ? 'student' : null;
  return last.startsWith('trained through') ? 'quantize-aware' : null;
}

export const asMember = ({ id, name, parent, compression }: RunSummary): FamilyMember => ({
  id,
  name,
  parent,
  compression,
});
