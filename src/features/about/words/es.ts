// Spanish texts of the About page.
import type { SameWords } from '../../../i18n/words';
import type english from './en';

export default {
  title: 'Acerca de',
  summary: 'Un falsificador y la policía aprenden el uno del otro, en esta página.',
  gan: {
    title: 'Qué es una GAN',
    who: 'Una red generativa antagónica (GAN) son dos redes que juegan una contra otra. El [generador](generator) es el falsificador: recibe números aleatorios, el ruido, y dibuja con ellos una imagen. El [discriminador](discriminator) es la policía: mira imágenes, unas [reales](real) y otras falsas, y dice cuál es cuál.',
    learns:
      'Al principio el falsificador dibuja ruido y la policía no sabe nada. En cada paso ambos aprenden un poco. A la policía se le dice qué imágenes eran reales y distingue mejor. Al falsificador se le dice cómo lo descubrió la policía y engaña mejor. Si ninguno se escapa del otro, las falsificaciones acaban pareciendo auténticas, aunque ninguna es una copia.',
  },
  look: {
    title: 'En qué fijarse',
    samples: '**Las muestras.** Salen siempre del mismo ruido, así que ves aprender a un falsificador.',
    losses:
      '**Las pérdidas.** Cada red quiere baja su propia línea. Rara vez bajan las dos: un equilibrio que tiembla es buena señal; una línea que va a cero significa que una de las dos ha ganado demasiado pronto.',
    accuracy:
      '**Cuántas veces acierta el discriminador.** Siempre significa que las falsificaciones se notan enseguida. La mitad de las veces significa que solo puede adivinar.',
  },
  glossary: 'Palabras',
  does: {
    title: 'Qué hace esta página',
    trains:
      'Entrena ambas redes aquí, en tu procesador o tarjeta gráfica. Las cifras de la primera ejecución las dibuja la propia página. Puede leer MNIST y Fashion-MNIST, o tus propias imágenes, y guarda las ejecuciones en este dispositivo hasta que las borres.',
    stays:
      'Nada sale de tu dispositivo: ni imágenes, ni ejecuciones, ni recuento de visitas. Los conjuntos de datos solo se descargan cuando eliges uno que lo necesita y pulsas Entrenar.',
    same: 'La misma semilla y los mismos ajustes dan la misma ejecución. [Copiar enlace](/train) en la página de entrenamiento los pone todos en una dirección.',
    version:
      'Versión {version}, con la licencia MIT. Está hecha con el trabajo de otros: [sus licencias](licences.txt).',
  },
} satisfies SameWords<typeof english>;
