// Every model that can be chosen, in the order of the form.
import { dcganAn12954 } from './dcganAn12954';
import { dcganLight } from './dcganLight';
import type { ModelDefinition } from './define';

export const models: readonly ModelDefinition[] = [dcganLight, dcganAn12954];
