// Texts of the lessons' page, in every language.
import { defineWords } from '../../../i18n/words';
import english from './en';

export const words = defineWords('lessons', english, {
  de: () => import('./de'),
  es: () => import('./es'),
  zh: () => import('./zh'),
});
