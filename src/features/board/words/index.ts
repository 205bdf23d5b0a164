// Texts of boards: what fits, and how a network gets there, in every language.
import { defineWords } from '../../../i18n/words';
import english from './en';

export const words = defineWords('board', english, {
  de: () => import('./de'),
  es: () => import('./es'),
  zh: () => import('./zh'),
});
