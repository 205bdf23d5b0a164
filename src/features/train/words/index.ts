// Texts of the place that trains GANs, in every language.
import { defineWords } from '../../../i18n/words';
import english from './en';

export const words = defineWords('train', english, {
  de: () => import('./de'),
  es: () => import('./es'),
  zh: () => import('./zh'),
});
