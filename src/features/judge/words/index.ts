// Texts of the place of the judge, in every language.
import { defineWords } from '../../../i18n/words';
import english from './en';

export const words = defineWords('judge', english, {
  de: () => import('./de'),
  es: () => import('./es'),
  zh: () => import('./zh'),
});
