// Texts of notes and stars, in every language.
import { defineWords } from '../../../i18n/words';
import english from './en';

export const words = defineWords('marks', english, {
  de: () => import('./de'),
  es: () => import('./es'),
  zh: () => import('./zh'),
});
