// Texts of taking runs elsewhere, in every language.
import { defineWords } from '../../../i18n/words';
import english from './en';

export const words = defineWords('elsewhere', english, {
  de: () => import('./de'),
  es: () => import('./es'),
  zh: () => import('./zh'),
});
