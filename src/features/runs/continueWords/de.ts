// German texts of going on elsewhere.
import type { SameWords } from '../../../i18n/words';
import type english from './en';

const texts: SameWords<typeof english> = {
  offer: 'Woanders weitermachen',
  offerHint:
    'Diesen Lauf mit PyTorch weitertrainieren, auf einem größeren Rechner oder auf mehreren, und zurückbringen',
  title: 'Woanders weitermachen',
  what: 'Dieser Lauf als Ordner für PyTorch: dieselben Netze, Verluste und Zufallszahlen, in einer lesbaren Datei. Was sie schreibt, öffnet sich hier wieder.',
  images: 'Die Trainingsbilder mitnehmen',
  imagesHint: 'Ohne sie bekommt train.py IDX-Dateien oder einen Ordner mit Bildern.',
  make: 'Ordner erstellen',
  making: 'Der Ordner wird erstellt',
  saved: '{file} wurde gespeichert ({size}). Darin:',
  start: 'Auspacken, in den Ordner gehen und starten:',
  copy: 'Kopieren',
  copied: 'Kopiert',
  back: 'Ist er fertig, kommt out/run.zip zurück: Läufe, Importieren.',
  close: 'Schließen',
  failed: 'Der Ordner konnte nicht erstellt werden',
  ways: {
    one: 'Ein Prozess',
    processes: 'Mehrere Prozesse oder Grafikkarten eines Rechners',
    machines: 'Mehrere Rechner; HOST ist einer davon',
    slurm: 'SLURM',
    notebook: 'Ein Notebook auf einer gemieteten Grafikkarte',
  },
};
export default texts;
