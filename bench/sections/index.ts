// Every section of the benchmark, in the order of the report.
import { browsers } from './browsers';
import type { Section } from './define';
import { gpu } from './gpu';
import { inference } from './inference';
import { page } from './page';
import { quality } from './quality';
import { scaling } from './scaling';
import { step } from './step';
import { unrolled } from './unrolled';
import { watching } from './watching';

export const sections: readonly Section[] = [
  step,
  quality,
  inference,
  scaling,
  gpu,
  page,
  watching,
  unrolled,
  browsers,
];
