// Texts of the place from which networks leave, in every language.
import { defineWords } from '../../../i18n/words';
import english from './en';

export const words = defineWords('export', english, {
  de: () => import('./de'),
  es: () => import('./es'),
  zh: () => import('./zh'),
});
