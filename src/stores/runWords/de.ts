// Deutsche Namen von Läufen.
import type { SameWords } from '../../i18n/words';
import type english from './en';

export default {
  on: '{what} · {data}',
  begun: '{name}, begonnen mit {origin}',
  student: '{name} (Schüler {width})',
  rounded: '{name} (QAT {bits} Bit)',
  weights: '{name} (Gewichte -{share} %)',
  channels: '{name} (Kanäle -{share} %)',
  imported: '{name} (importiert)',
  copy: '{name} (Kopie)',
  copies: '{name} (Kopie {number})',
} as const satisfies SameWords<typeof english>;
