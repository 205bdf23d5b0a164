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
  browser: {
    title: 'Qué ofrece este navegador',
    threads: {
      shared: '**Hilos.** Aquí comparten memoria: el entrenamiento puede usar {cores}.',
      alone: '**Hilos.** Uno: este navegador no deja que los hilos compartan memoria.',
      framed: '**Hilos.** Uno: la página que rodea a esta no la aísla. Abierta por sí sola puede tener más.',
      host: '**Hilos.** Uno: el servidor no aisló la página de otros orígenes.',
    },
    simd: {
      relaxed: '**Vectores.** WebAssembly con SIMD relajado: los núcleos más rápidos.',
      plain:
        '**Vectores.** WebAssembly con SIMD simple, que redondea de otro modo: las pérdidas difieren de las del SIMD relajado en las últimas cifras.',
      none: '**Vectores.** Ninguno, así que el procesador entrena en JavaScript puro, muchas veces más despacio. Un navegador más nuevo los tiene (WebKit desde 2.40, Safari desde 16.4).',
    },
    graphics: {
      webgpu: '**Tarjeta gráfica.** Se ofrece WebGPU; si hay una tarjeta detrás se ve al elegirlo.',
      webgl: '**Tarjeta gráfica.** WebGL, pero no WebGPU.',
      none: '**Tarjeta gráfica.** Ni WebGPU ni WebGL: todo se calcula en el procesador.',
    },
    storage: {
      files: '**Las ejecuciones** se guardan en archivos propios de esta página.',
      database:
        '**Las ejecuciones** se guardan en la base de datos de esta página; no tiene archivos propios.',
      none: '**Las ejecuciones** no se guardan: el navegador no da sitio a esta página.',
    },
  },
  does: {
    title: 'Qué hace esta página',
    trains:
      'Entrena ambas redes aquí, en tu procesador o tarjeta gráfica. Los dígitos de la primera ejecución los dibuja la propia página. Puede leer MNIST y Fashion-MNIST, o tus propias imágenes, y guarda las ejecuciones en este dispositivo hasta que las borres.',
    stays:
      'Nada sale de tu dispositivo: ni imágenes, ni ejecuciones, ni recuento de visitas. Los conjuntos de datos solo se descargan cuando eliges uno que lo necesita y pulsas Entrenar.',
    same: 'La misma semilla y los mismos ajustes dan la misma ejecución. [Copiar enlace](/train) en la página de entrenamiento los pone todos en una dirección.',
    version:
      'Versión {version}, con la licencia MIT. Está hecha con el trabajo de otros: [sus licencias](licences.txt).',
  },
} satisfies SameWords<typeof english>;
