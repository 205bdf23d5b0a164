// German texts of taking runs elsewhere.
import type { SameWords } from '../../../i18n/words';
import type english from './en';

export default {
  images: 'Die Trainingsbilder mitnehmen',
  imagesHint: 'Ohne sie bekommt train.py IDX-Dateien oder einen Ordner mit Bildern.',
  make: 'Ordner erstellen',
  making: 'Der Ordner wird erstellt',
  saved: '{file} wurde gespeichert ({size}). Darin:',
  start: 'Auspacken, in den Ordner gehen und starten:',
  copy: 'Kopieren',
  copied: 'Kopiert',
  close: 'Schließen',
  failed: 'Der Ordner konnte nicht erstellt werden',
  ways: {
    one: 'Ein Prozess',
    processes: 'Mehrere Prozesse oder Grafikkarten eines Rechners',
    machines: 'Mehrere Rechner; HOST ist einer davon',
    slurm: 'SLURM',
    notebook: 'Ein Notebook auf einer gemieteten Grafikkarte',
  },
} satisfies SameWords<typeof english>;
