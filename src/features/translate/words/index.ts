// Texts of the place that translates and names pictures, in every language.
import { defineWords } from '../../../i18n/words';
import english from './en';

export const words = defineWords('translate', english, {
  de: () => import('./de'),
  es: () => import('./es'),
  zh: () => import('./zh'),
});
