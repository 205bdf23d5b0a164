// Spanish texts of going on elsewhere.
import type { SameWords } from '../../../i18n/words';
import type english from './en';

const texts: SameWords<typeof english> = {
  offer: 'Continuar en otro lugar',
  offerHint:
    'Seguir entrenando con PyTorch, en una máquina más grande o en varias, y traer el resultado de vuelta',
  title: 'Continuar en otro lugar',
  what: 'Este entrenamiento como carpeta para PyTorch: las mismas redes, pérdidas y números aleatorios, en un archivo legible. Lo que escribe se abre de nuevo aquí.',
  images: 'Llevar las imágenes de entrenamiento',
  imagesHint: 'Sin ellas, train.py recibe archivos IDX o una carpeta de imágenes.',
  make: 'Crear la carpeta',
  making: 'Creando la carpeta',
  saved: 'Se guardó {file} ({size}). Contiene:',
  start: 'Descomprímela, entra en la carpeta y arráncala:',
  copy: 'Copiar',
  copied: 'Copiado',
  back: 'Cuando termine, trae out/run.zip de vuelta: entrenamientos, importar.',
  close: 'Cerrar',
  failed: 'No se pudo crear la carpeta',
  ways: {
    one: 'Un proceso',
    processes: 'Varios procesos o tarjetas gráficas de una máquina',
    machines: 'Varias máquinas; HOST es una de ellas',
    slurm: 'SLURM',
    notebook: 'Un cuaderno en una tarjeta gráfica alquilada',
  },
};
export default texts;
