// Every section of the benchmark, in the order of the report.
import type { Section } from './define';
import { gpu } from './gpu';
import { inference } from './inference';
import { page } from './page';
import { step } from './step';

export const sections: readonly Section[] = [step, inference, gpu, page];
