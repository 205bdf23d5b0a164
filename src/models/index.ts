// Every model that can be chosen, in the order of the form.
import { dcganAn12954 } from './dcganAn12954';
import type { ModelDefinition } from './define';

export const models: readonly ModelDefinition[] = [dcganAn12954];
