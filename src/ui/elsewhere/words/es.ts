// Spanish texts of taking runs elsewhere.
import type { SameWords } from '../../../i18n/words';
import type english from './en';

export default {
  images: 'Llevar las imágenes de entrenamiento',
  imagesHint: 'Sin ellas, train.py recibe archivos IDX o una carpeta de imágenes.',
  make: 'Crear la carpeta',
  making: 'Creando la carpeta',
  saved: 'Se guardó {file} ({size}). Contiene:',
  start: 'Descomprímela, entra en la carpeta y arráncala:',
  copy: 'Copiar',
  copied: 'Copiado',
  close: 'Cerrar',
  failed: 'No se pudo crear la carpeta',
  ways: {
    one: 'Un proceso',
    processes: 'Varios procesos o tarjetas gráficas de una máquina',
    machines: 'Varias máquinas; HOST es una de ellas',
    slurm: 'SLURM',
    notebook: 'Un cuaderno en una tarjeta gráfica alquilada',
  },
} satisfies SameWords<typeof english>;
