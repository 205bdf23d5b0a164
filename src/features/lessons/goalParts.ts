// The words of a goal, as its lesson's text has them. Pure.
import type { Block, Inline } from './markdown';

export function goalParts(blocks: readonly Block[], id: string): readonly Inline[] {
  const part = blocks.find((block) => block.kind === 'part' && block.name === 'goal' && block.id === id);
  if (part?.kind !== 'part') return [];
  return part.blocks.flatMap((block) => (block.kind === 'paragraph' ? block.parts : []));
}
