// Texts of the place where a trained generator is used, in every language.
import { defineWords } from '../../../i18n/words';
import english from './en';

export const words = defineWords('use', english, {
  de: () => import('./de'),
  es: () => import('./es'),
  zh: () => import('./zh'),
});
