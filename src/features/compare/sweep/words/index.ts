// Texts of sweeps, in every language.
import { defineWords } from '../../../../i18n/words';
import english from './en';

export const words = defineWords('sweep', english, {
  de: () => import('./de'),
  es: () => import('./es'),
  zh: () => import('./zh'),
});
