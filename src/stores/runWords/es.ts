// Nombres de ejecuciones en español.
import type { SameWords } from '../../i18n/words';
import type english from './en';

export default {
  on: '{what} · {data}',
  begun: '{name}, empezada con {origin}',
  student: '{name} (alumno {width})',
  rounded: '{name} (QAT {bits} bits)',
  weights: '{name} (pesos -{share} %)',
  channels: '{name} (canales -{share} %)',
  imported: '{name} (importada)',
  copy: '{name} (copia)',
  copies: '{name} (copia {number})',
} as const satisfies SameWords<typeof english>;
