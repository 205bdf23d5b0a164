// Texts of the collapse lab, in every language.
import { defineWords } from '../../../i18n/words';
import english from './en';

export const words = defineWords('lab', english, {
  de: () => import('./de'),
  es: () => import('./es'),
  zh: () => import('./zh'),
});
