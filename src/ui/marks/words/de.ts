// German texts of notes and stars.
import type { SameWords } from '../../../i18n/words';
import type english from './en';

export default {
  star: '{name} mit einem Stern versehen',
  unstar: 'Den Stern von {name} nehmen',
  note: 'Notiz',
  change: 'Notiz ändern',
  title: 'Notiz zu {name}',
  hint: 'In eigenen Worten, bis zu {most} Zeichen. Sie bleibt beim Lauf, auch in der Datei, die „Exportieren“ schreibt.',
  keep: 'Behalten',
  cancel: 'Abbrechen',
} satisfies SameWords<typeof english>;
