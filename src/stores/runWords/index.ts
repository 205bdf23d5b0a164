// What runs are called until a person names them, in every language.
import { defineWords } from '../../i18n/words';
import english from './en';

export const words = defineWords('runTitle', english, {
  de: () => import('./de'),
  es: () => import('./es'),
  zh: () => import('./zh'),
});
