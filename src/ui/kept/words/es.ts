// Spanish texts about the page that is kept on the device.
import type { SameWords } from '../../../i18n/words';
import type english from './en';

export default {
  title: 'Sin red',
  kept: 'Esta página se abre sin red. Lo que usas una vez se guarda, también las ejecuciones y los conjuntos de datos. Tu navegador puede además instalarla como aplicación.',
  starting: 'La página se está guardando en este dispositivo…',
  off: 'La página no está guardada en este dispositivo: necesita la red cada vez. Las ejecuciones guardadas se quedan.',
  impossible:
    'Este navegador no guarda aquí ninguna página: con HTTP sin cifrar, en una ventana privada o en un marco no puede. Con red todo funciona.',
  whole: 'Todo está aquí: {size}.',
  part: '{size} de {all} están aquí: lo que necesita cada visita y lo que has usado.',
  fetching: 'Trayendo toda la página',
  fetchAll: 'Traer todo para un viaje ({size})',
  remove: 'No guardar nada de la página',
  keep: 'Guardar la página en este dispositivo',
  problem: 'No se pudo traer todo: {reason}',
} satisfies SameWords<typeof english>;
