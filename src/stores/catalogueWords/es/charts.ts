// Spanish texts of charts and the engine, by the English text.
export default {
  'How unevenly the classes are drawn: 0 when all equally often, 2.3 when only one of ten; the floor is what real images reach.':
    'Lo desigual que es el reparto de las clases dibujadas: 0 cuando todas salen igual de a menudo, 2,3 cuando solo sale una de diez; el suelo es lo que alcanzan las imágenes reales.',
  Samples: 'Muestras',
  floor: 'suelo',
  'How many of the clusters or classes the generator draws; the floor is what real data covers. A collapsed generator draws few.':
    'Cuántos de los grupos o clases dibuja el generador; el suelo es lo que cubren los datos reales. Un generador colapsado dibuja pocos.',
  real: 'reales',
  'Came through': 'Conservadas',
  'Share of held-back pictures whose class is still read after they were translated; the floor is what is read of real ones. Known for ready pairs only.':
    'Parte de las imágenes apartadas cuya clase aún se lee después de traducirlas; el suelo es lo que se lee de las reales. Solo se conoce con las parejas listas.',
  translated: 'traducidas',
  'Loss of all pictures': 'Pérdida en todas las imágenes',
  'Cross-entropy of the pictures as they are: 0 is certain and right. Where the held-back line rises again, stop.':
    'Entropía cruzada de las imágenes tal como son: 0 es seguro y acertado. Cuando la línea de las apartadas vuelva a subir, para.',
  'held back': 'apartadas',
  learnt: 'aprendidas',
  Quality: 'Calidad',
  'Fréchet distance: how far the samples as a whole lie from real images. Lower is better; the floor is what real images reach.':
    'Distancia de Fréchet: lo lejos que están las muestras en conjunto de las imágenes reales. Cuanto menor, mejor; el suelo es lo que alcanzan las imágenes reales.',
  Fréchet: 'Fréchet',
  'No distance is shown: for these images there is only a judge of random features, whose distance may rise while the pictures get better. A judge that was trained on labelled images of their kind would tell; trust your eyes, and the training images nearest to a sample.':
    'No se muestra ninguna distancia: para estas imágenes solo hay un juez de características aleatorias, cuya distancia puede subir mientras las imágenes mejoran. Un juez entrenado con imágenes etiquetadas de su tipo sí lo diría; fíate de tus ojos y de las imágenes de entrenamiento más cercanas a una muestra.',
  'Share of pictures that are named rightly. Held-back ones are never learnt from: where the lines part, it learns by heart.':
    'Parte de las imágenes que se nombran bien. De las apartadas nunca se aprende: donde las líneas se separan, está aprendiendo de memoria.',
  Automatic: 'Automático',
  'Plain JavaScript (CPU)': 'JavaScript puro (CPU)',
  Backend: 'Backend',
  Threads: 'Hilos',
  'Where the arithmetic runs; automatic takes the fastest that passes its self-test.':
    'Dónde se calcula; automático toma el más rápido que supere su autoprueba.',
  'Processor threads for WebAssembly; 0 takes as many cores as pay.':
    'Hilos del procesador para WebAssembly; 0 usa tantos núcleos como convenga.',
  Task: 'Tarea',
  More: 'Más',
  Engine: 'Motor',
  WebGPU: 'WebGPU',
  WebGL: 'WebGL',
  'WebAssembly (CPU)': 'WebAssembly (CPU)',
  step: 'paso',
};
