// Spanish texts of the place of the judge.
import type { SameWords } from '../../../i18n/words';
import type english from './en';

export default {
  title: 'Juez',
  summary: 'Enseña a una red pequeña a nombrar imágenes y mira quién juzga al falsificador.',
  classifier: 'Clasificador',
  dataset: 'Conjunto de datos',
  learn: 'Aprender',
  goOnFrom: 'Seguir desde el paso {step}',
  goOnTo: 'Seguir hasta el paso {step}',
  more: 'Aprender {steps} pasos más',
  pause: 'Pausa',
  cancel: 'Cancelar',
  forget: 'Parar y olvidar',
  ended: 'Aprendidos {steps} pasos: {share} de acierto',
  rightly: 'de {images} imágenes de prueba bien nombradas, tras {steps} pasos',
  accuracy: 'Acierto a lo largo de {steps} pasos, ahora {share}',
  stepZero: 'paso 0',
  learnsFrom:
    'Aprende de otras {images} imágenes, cada vez un poco movidas y giradas. Las imágenes de prueba nunca están entre ellas: nombrar lo que uno sabe de memoria no tiene mérito. Mientras está en pausa, y cuando dejas esta página, se guarda en este dispositivo y sigue desde ahí.',
  start:
    'Pulsa Aprender: la red empieza adivinando, una de cada diez bien por suerte, y mejora ante tus ojos. Una ejecución que entrena se pone en pausa mientras tanto.',
  why: {
    label: 'Para qué sirve',
    title: '¿Qué tiene esto que ver con falsificar?',
    judge:
      'Una GAN no tiene un maestro que diga lo buenas que son sus imágenes. Por eso las mira una tercera red que ha aprendido a distinguir imágenes: esta. Es el juez.',
    features:
      'Por dentro, justo antes de nombrar una imagen, la describe con **64 números**, sus *características*: cuán redonda, cuán inclinada, dónde acaban los trazos – cosas que encontró útiles por sí misma. Dos imágenes parecidas reciben números parecidos.',
    distance:
      'La **distancia de Fréchet** compara las características de muchas muestras con las de muchas imágenes reales. Piensa en dos nubes de puntos: mide lo lejos que están sus centros y lo distinta que es su dispersión. Las imágenes borrosas mueven el centro; un generador que solo dibuja un dígito tiene una nube demasiado pequeña. La distancia es pequeña solo cuando ambas cosas encajan.',
    names:
      'Sus nombres también sirven: cuenta como qué dígitos se leen las muestras y verás el **colapso de modos** en números.',
    where:
      'Las cifras de la página de entrenamiento vienen de clasificadores de esta misma forma, entrenados más tiempo y guardados con la página: uno con MNIST, que también lee los dígitos sintéticos, y otro con Fashion-MNIST. Para tus propias imágenes no hay ninguno: las de color las describe la red de características que trae la página, las grises una red de pesos aleatorios fijos, y la página lo dice junto a las cifras. Los puntos no necesitan red: bastan las distancias en el plano.',
  },
  tests: {
    title: 'Imágenes de prueba',
    onlyWrong: 'solo las erróneas ({count})',
    none: 'Ninguna está mal.',
    surest: 'Primero los errores más seguros.',
    shown: 'Se muestran {shown} de {all}.',
  },
  mistakes: {
    label: 'Errores',
    title: 'Qué se confunde con qué',
  },
} satisfies SameWords<typeof english>;
