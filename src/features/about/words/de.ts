// German texts of the About page.
import type { SameWords } from '../../../i18n/words';
import type english from './en';

export default {
  title: 'Info',
  summary: 'Ein Fälscher und die Polizei lernen voneinander, in dieser Seite.',
  gan: {
    title: 'Was ein GAN ist',
    who: 'Ein erzeugendes gegnerisches Netz (GAN) besteht aus zwei Netzen, die gegeneinander spielen. Der [Generator](generator) ist der Fälscher: er bekommt Zufallszahlen, das Rauschen, und zeichnet daraus ein Bild. Der [Diskriminator](discriminator) ist die Polizei: er sieht Bilder an, teils [echte](real), teils gefälschte, und sagt, welches was ist.',
    learns:
      'Anfangs zeichnet der Fälscher Rauschen, und die Polizei weiß nichts. Bei jedem Schritt lernen beide ein wenig. Die Polizei erfährt, welche Bilder echt waren, und unterscheidet besser. Der Fälscher erfährt, woran die Polizei ihn erkannt hat, und täuscht besser. Läuft keiner dem anderen davon, sehen die Fälschungen am Ende aus wie echt, obwohl keine eine Kopie ist.',
  },
  look: {
    title: 'Worauf man schaut',
    samples:
      '**Die erzeugten Bilder.** Sie kommen immer aus demselben Rauschen; so sieht man einen Fälscher lernen.',
    losses:
      '**Die Verluste.** Jedes Netz will seine eigene Linie klein haben. Selten fallen beide: ein zitterndes Gleichgewicht ist ein gutes Zeichen; geht eine Linie auf null, hat eines zu früh gewonnen.',
    accuracy:
      '**Wie oft der Diskriminator recht hat.** Immer heißt, die Fälschungen sind leicht zu erkennen. In der Hälfte der Fälle heißt, er kann nur raten.',
  },
  glossary: 'Wörter',
  browser: {
    title: 'Was dieser Browser bietet',
    threads: {
      shared: '**Threads.** Sie teilen sich hier den Speicher: das Training kann {cores} davon nehmen.',
      alone: '**Threads.** Einer: dieser Browser lässt Threads keinen Speicher teilen.',
      framed:
        '**Threads.** Einer: die Seite um diese herum schirmt sie nicht ab. Für sich geöffnet hat sie vielleicht mehr.',
      host: '**Threads.** Einer: der Server hat die Seite nicht von anderen Ursprüngen abgeschirmt.',
    },
    simd: {
      relaxed: '**Vektoren.** WebAssembly mit gelockertem SIMD: die schnellsten Rechenkerne.',
      plain:
        '**Vektoren.** WebAssembly mit einfachem SIMD, das anders rundet: Verluste weichen in den letzten Stellen von denen mit gelockertem SIMD ab.',
      none: '**Vektoren.** Keine, also trainiert der Prozessor in einfachem JavaScript, um ein Vielfaches langsamer. Neuere Browser haben sie (WebKit seit 2.40, Safari seit 16.4).',
    },
    graphics: {
      webgpu:
        '**Grafikkarte.** WebGPU wird angeboten; ob eine Karte dahintersteht, zeigt sich, wenn es gewählt wird.',
      webgl: '**Grafikkarte.** WebGL, aber kein WebGPU.',
      none: '**Grafikkarte.** Weder WebGPU noch WebGL: alles läuft auf dem Prozessor.',
    },
    storage: {
      files: '**Läufe** liegen in eigenen Dateien dieser Seite.',
      database: '**Läufe** liegen in der Datenbank dieser Seite; eigene Dateien hat sie nicht.',
      none: '**Läufe** bleiben nicht erhalten: der Browser gibt dieser Seite keinen Platz dafür.',
    },
  },
  does: {
    title: 'Was diese Seite tut',
    trains:
      'Sie trainiert beide Netze hier, auf deinem Prozessor oder deiner Grafikkarte. Die Ziffern des ersten Laufs zeichnet die Seite selbst. Sie liest MNIST und Fashion-MNIST oder deine eigenen Bilder und behält Läufe auf diesem Gerät, bis du sie löschst.',
    stays:
      'Nichts verlässt dein Gerät: kein Bild, kein Lauf, keine Besucherzählung. Datensätze werden nur geholt, wenn du einen wählst, der es braucht, und auf Training drückst.',
    same: 'Derselbe Startwert und dieselben Einstellungen geben denselben Lauf. [Link kopieren](/train) auf der Trainingsseite legt sie alle in eine Adresse.',
    version:
      'Version {version}, unter der MIT-Lizenz. Sie beruht auf der Arbeit anderer: [deren Lizenzen](licences.txt).',
  },
} satisfies SameWords<typeof english>;
