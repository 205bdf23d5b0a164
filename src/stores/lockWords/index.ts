// Texts about settings that a lesson link holds, in every language.
import { defineWords } from '../../i18n/words';
import english from './en';

export const words = defineWords('lock', english, {
  de: () => import('./de'),
  es: () => import('./es'),
  zh: () => import('./zh'),
});
