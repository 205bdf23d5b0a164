// Texts about the page that is kept on the device, in every language.
import { defineWords } from '../../../i18n/words';
import english from './en';

export const words = defineWords('kept', english, {
  de: () => import('./de'),
  es: () => import('./es'),
  zh: () => import('./zh'),
});
