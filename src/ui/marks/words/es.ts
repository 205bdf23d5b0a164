// Spanish texts of notes and stars.
import type { SameWords } from '../../../i18n/words';
import type english from './en';

export default {
  star: 'Marcar {name} con una estrella',
  unstar: 'Quitar la estrella de {name}',
  note: 'Nota',
  change: 'Cambiar la nota',
  title: 'Nota sobre {name}',
  hint: 'Con tus palabras, hasta {most} caracteres. Se guarda con la ejecución, también en el archivo que escribe «Exportar».',
  keep: 'Guardar',
  cancel: 'Cancelar',
} satisfies SameWords<typeof english>;
