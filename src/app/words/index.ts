// Texts of the frame around every page, in every language.
import { defineWords } from '../../i18n/words';
import english from './en';

export const words = defineWords('app', english, {
  de: () => import('./de'),
  es: () => import('./es'),
  zh: () => import('./zh'),
});
