// Texts of shared components, in every language.
import { defineWords } from '../../i18n/words';
import english from './en';

export const words = defineWords('ui', english, {
  de: () => import('./de'),
  es: () => import('./es'),
  zh: () => import('./zh'),
});
