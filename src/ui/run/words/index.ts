// Texts of what every place that trains shares, in every language.
import { defineWords } from '../../../i18n/words';
import english from './en';

export const words = defineWords('run', english, {
  de: () => import('./de'),
  es: () => import('./es'),
  zh: () => import('./zh'),
});
