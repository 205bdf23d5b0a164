// Spanish texts of the lab: pairs of recipes, and recipes that work, by the English text.
export default {
  'Digits: police that sleep, or keep up': 'Dígitos: policía dormida, o al día',
  'A discriminator that learns 200 times too slowly takes blots for digits, and nothing drives the generator on.':
    'Un discriminador que aprende 200 veces demasiado lento toma manchas por dígitos, y nada empuja al generador.',
  'On the left the forger draws blots, which a classifier reads as one digit or a few: the police hardly tell them from real ones (accuracy near 50 %), so nothing drives it on. On the right each answer of the police drives it on, to all ten.':
    'A la izquierda el falsificador dibuja manchas, que un clasificador lee como un dígito o unos pocos: la policía apenas las distingue de los reales (exactitud cerca del 50 %), así que nada lo empuja. A la derecha cada respuesta de la policía lo empuja a seguir, hasta los diez.',
  lost: 'perdida',
  'Discriminator’s learning rate 0.00002': 'Tasa de aprendizaje del discriminador 0,00002',
  'What fooled the police a hundred steps ago still does, so there is nothing to learn from it.':
    'Lo que engañó a la policía hace cien pasos aún la engaña, así que de ella no se aprende nada.',
  'Discriminator’s learning rate 0.004': 'Tasa de aprendizaje del discriminador 0,004',
  'Whatever the forger repeats is soon known, so it has to move on to what it has not drawn yet.':
    'Lo que el falsificador repite pronto se conoce, así que ha de pasar a lo que aún no ha dibujado.',
  'Digits: steps too large, or right': 'Dígitos: pasos demasiado grandes, o adecuados',
  'Learning rates of 0.1 begin with several digits and end with a single one that never changes.':
    'Con tasas de aprendizaje de 0,1 empieza con varios dígitos y termina con uno solo que nunca cambia.',
  'On the left digits come quickly, and are lost again: within a hundred steps every picture is the same, accuracy goes to 100 %, and it stays so. On the right all ten are drawn.':
    'A la izquierda los dígitos llegan pronto y se pierden de nuevo: en cien pasos todas las imágenes son iguales, el acierto sube al 100 % y ahí se queda. A la derecha se dibujan los diez.',
  'Learning rates 0.1': 'Tasas de aprendizaje 0,1',
  'A few long steps drive the units to where they answer all noise alike, and no gradient leads back.':
    'Unos pocos pasos largos llevan las unidades a donde responden igual a todo ruido, y ningún gradiente las trae de vuelta.',
  'Learning rates 0.004': 'Tasas de aprendizaje 0,004',
  'Small steps let the two networks answer each other.':
    'Los pasos pequeños dejan que las dos redes se respondan.',
  collapsed: 'colapsada',
  'Digits: one, or all ten': 'Dígitos: uno, o los diez',
  'Tiny first weights and no normalization draw one digit or two; the usual ones draw ten.':
    'Con pesos iniciales diminutos y sin normalización dibuja uno o dos dígitos; con los habituales, los diez.',
  'On the left every picture is the same, and so is the next one that they all turn into: one digit or two, however different the noise. On the right all ten stand side by side within a minute.':
    'A la izquierda todas las imágenes son iguales, y también la siguiente en que todas se convierten: uno o dos dígitos, por distinto que sea el ruido. A la derecha, en un minuto están los diez.',
  'Tiny weights, no normalization': 'Pesos diminutos, sin normalización',
  'Almost all noise is drawn as one picture at first, and nothing asks for a second one.':
    'Al principio casi todo el ruido se dibuja como una sola imagen, y nada pide una segunda.',
  'Usual weights, batch normalization': 'Pesos habituales, normalización por lotes',
  'Within a batch every layer’s outputs are spread to one size, so different noise stays different.':
    'Dentro de un lote las salidas de cada capa se extienden a un mismo tamaño, así que el ruido distinto sigue siendo distinto.',
  'One generator, or eight': 'Un generador, u ocho',
  'One generator finds one cluster; eight that must stay apart find all of them.':
    'Un generador encuentra un cúmulo; ocho que deben mantenerse separados los encuentran todos.',
  'On the left one cluster of points runs around the ring. On the right the points part into eight small groups within seconds, and each settles on a cluster of its own.':
    'A la izquierda, un grupo de puntos corre por el anillo. A la derecha los puntos se separan en segundos en ocho grupos pequeños, y cada uno se asienta en un cúmulo propio.',
  'One generator': 'Un generador',
  'Nothing rewards it for drawing more than one kind of point.':
    'Nada lo premia por dibujar más de una clase de puntos.',
  'Eight generators and a classifier': 'Ocho generadores y un clasificador',
  'A classifier must be able to tell which generator drew a point, so they keep apart.':
    'Un clasificador debe poder decir qué generador dibujó un punto, así que se mantienen separados.',
  'A discriminator too strong': 'Un discriminador demasiado fuerte',
  'A discriminator that learns 25 times as fast as the generator leaves it no way to the other clusters.':
    'Un discriminador que aprende 25 veces más rápido que el generador no le deja camino hacia los demás cúmulos.',
  'On the left the accuracy stays near 90 % and the points sit well inside a few clusters: good forgeries, few kinds. On the right the accuracy falls to one half and all eight clusters are held.':
    'A la izquierda el acierto sigue cerca del 90 % y los puntos están bien dentro de unos pocos cúmulos: buenas falsificaciones, pocas clases. A la derecha el acierto baja a la mitad y se ocupan los ocho cúmulos.',
  'The discriminator learns 25 times as fast': 'El discriminador aprende 25 veces más rápido',
  'Between two clusters every point is caught at once, so whoever sits in one cluster stays there.':
    'Entre dos cúmulos cada punto es descubierto al instante, así que quien está en uno se queda en él.',
  'The generator learns 4 times as fast': 'El generador aprende 4 veces más rápido',
  'A discriminator that is sometimes fooled shows the way from each point to the nearest gap.':
    'Un discriminador que a veces se deja engañar muestra desde cada punto el camino al hueco más cercano.',
  'One step each, or five to one': 'Un paso cada uno, o cinco a uno',
  'A discriminator that cannot keep up is fooled by whatever it has just forgotten.':
    'A un discriminador que no da abasto lo engaña cualquier cosa que acabe de olvidar.',
  'On the left the cluster of points runs around the ring and the discriminator runs after it: accuracy near 50 %, yet nothing is learnt. On the right every cluster is held.':
    'A la izquierda el grupo de puntos corre por el anillo y el discriminador corre detrás: acierto cerca del 50 % y, sin embargo, no se aprende nada. A la derecha se ocupan todos los cúmulos.',
  '1 step of D for 1 of G': '1 paso de D por 1 de G',
  'The generator moves faster than the discriminator learns and chases its last mistake.':
    'El generador se mueve más rápido de lo que aprende el discriminador y persigue su último error.',
  '5 steps of D for 1 of G': '5 pasos de D por 1 de G',
  'The discriminator knows the whole ring before the generator moves again.':
    'El discriminador conoce todo el anillo antes de que el generador vuelva a moverse.',
  'Steps too large, or right': 'Pasos demasiado grandes, o adecuados',
  'Learning rates of 0.1 throw both networks past every good place.':
    'Las tasas de aprendizaje de 0,1 lanzan ambas redes más allá de cualquier buen lugar.',
  'On the left the points are thrown into a corner within seconds and never move again: accuracy 100 %, and nothing is left to learn from. On the right they settle on all eight clusters.':
    'A la izquierda los puntos son lanzados a una esquina en segundos y no vuelven a moverse: acierto del 100 %, y no queda nada de lo que aprender. A la derecha se asientan en los ocho cúmulos.',
  dead: 'muerta',
  'The first steps are so long that units saturate; a saturated network has no gradient and cannot come back.':
    'Los primeros pasos son tan largos que las unidades se saturan; una red saturada no tiene gradiente y no puede volver.',
  'Learning rates 0.002 and 0.0005': 'Tasas de aprendizaje 0,002 y 0,0005',
  'One point at a time, or two': 'De punto en punto, o de dos en dos',
  'A discriminator that sees single points cannot notice that they are all alike.':
    'Un discriminador que ve puntos sueltos no puede notar que todos son iguales.',
  'On the left all points sit in one cluster, which the discriminator forgets a moment later, so they jump on together. On the right they spread around the ring.':
    'A la izquierda todos los puntos están en un cúmulo que el discriminador olvida un momento después, así que saltan juntos al siguiente. A la derecha se reparten por el anillo.',
  'Judged one by one': 'Juzgados uno a uno',
  'Each point alone may be real, so one good cluster is all that the generator needs.':
    'Cada punto por sí solo puede ser real, así que al generador le basta un buen cúmulo.',
  'Judged two at a time': 'Juzgados de dos en dos',
  'Two points in one cluster are seldom real, so sameness betrays the forger.':
    'Dos puntos en un mismo cúmulo rara vez son reales, así que la igualdad delata al falsificador.',
  'The classic collapse, and its modern cure': 'El colapso clásico y su remedio moderno',
  'No normalization, tiny first weights and the standard loss, against relativistic pairing with R1 + R2.':
    'Sin normalización, con pesos iniciales diminutos y la pérdida estándar, frente a emparejamiento relativista con R1 + R2.',
  'On the left a clump wanders from cluster to cluster and never parts. On the right the points fan out over the whole ring and thicken at all eight clusters; with so few steps some two in five lie within a cluster, and the rest are on bridges between them.':
    'A la izquierda un grumo vaga de cúmulo en cúmulo y nunca se separa. A la derecha los puntos se abren por todo el anillo y se espesan en los ocho cúmulos; con tan pocos pasos, unos dos de cada cinco están dentro de un cúmulo y el resto en puentes entre ellos.',
  'Tiny weights, standard loss': 'Pesos diminutos, pérdida estándar',
  'Almost all noise is drawn as one point at first, and nothing in the loss asks for a second one.':
    'Al principio casi todo el ruido se dibuja como un solo punto, y nada en la pérdida pide un segundo.',
  'Usual weights, pairing with R1 + R2': 'Pesos habituales, emparejamiento con R1 + R2',
  'Every fake is compared with a real point beside it, and the penalties keep the discriminator smooth.':
    'Cada falsificación se compara con un punto real a su lado, y las penalizaciones mantienen suave al discriminador.',
  'Best digits on a plain processor': 'Los mejores dígitos en un procesador corriente',
  'Small networks with batch normalization, high learning rates and an averaged generator: all ten digits, evenly drawn.':
    'Redes pequeñas con normalización por lotes, tasas de aprendizaje altas y un generador promediado: los diez dígitos, dibujados por igual.',
} as const;
