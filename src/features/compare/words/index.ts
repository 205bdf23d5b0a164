// Texts of comparisons, in every language.
import { defineWords } from '../../../i18n/words';
import english from './en';

export const words = defineWords('compare', english, {
  de: () => import('./de'),
  es: () => import('./es'),
  zh: () => import('./zh'),
});
