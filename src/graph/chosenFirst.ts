// Files hold a network of several styles with one of them chosen; one without a choice is refused by name.
import type { ResolvedNode } from '../core/network';
import { UnsupportedModelError } from './graph';

export function chosenFirst({ name }: Pick<ResolvedNode, 'name'>): never {
  throw new UnsupportedModelError(
    `Layer ${name} is told a class, and no file here holds the choice.`,
    'Choose the class that leaves.',
  );
}
