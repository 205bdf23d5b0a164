// Texts of the saved runs, in every language.
import { defineWords } from '../../../i18n/words';
import english from './en';

export const words = defineWords('runs', english, {
  de: () => import('./de'),
  es: () => import('./es'),
  zh: () => import('./zh'),
});
