// Spanish texts of what is wrong with model.bin of boards, by the English text; `{name}` is a gap.
export default {
  '{what} is {value}, expected {least} to {most}': '{what}: {value}; se esperaba de {least} a {most}',
  'the {count} numbers of {step} at byte {at} are not in its {bytes} bytes':
    'los {count} números de {step} en el byte {at} no están en sus {bytes} bytes',
  'step {step}': 'paso {step}',
  '{step} is of the kind {kind}, which there is none of': '{step} es del tipo {kind}, que no existe',
  'a side of {step}': 'un lado de {step}',
  'the size of {step}': 'el tamaño de {step}',
  'the window of {step}': 'la ventana de {step}',
  'a border of {step}': 'un borde de {step}',
  'the scale of {step} is {scale}': 'la escala de {step} es {scale}',
  '{step} holds the function {number}, which there is none of':
    '{step} contiene la función {number}, que no existe',
  '{step} has {found} factors for {channels} channels':
    '{step} tiene {found} factores para {channels} canales',
  'the place of its picture': 'el lugar de su imagen',
  'what it says of its picture is not in its {bytes} bytes':
    'lo que dice de su imagen no está en sus {bytes} bytes',
  'a side of its picture': 'un lado de su imagen',
  'it holds {found} names of {count} classes': 'contiene {found} nombres de {count} clases',
  'its pictures are prepared in the way {number}, which there is none of':
    'sus imágenes se preparan del modo {number}, que no existe',
  'The file is a model.bin of version {version}, which is not known here.':
    'El archivo es un model.bin de la versión {version}, que aquí no se conoce.',
  'it has {bytes} bytes, fewer than its header': 'tiene {bytes} bytes, menos que su cabecera',
  'it says that it has {said} bytes, and has {bytes}': 'dice que tiene {said} bytes, y tiene {bytes}',
  'its checksum is another': 'su suma de comprobación es otra',
  'the number of steps': 'el número de pasos',
  'its {count} steps are not in its {bytes} bytes': 'sus {count} pasos no están en sus {bytes} bytes',
  'The file is a model.bin of an earlier version, whose integers do not say which numbers they stand for.':
    'El archivo es un model.bin de una versión anterior, cuyos enteros no dicen qué números representan.',
  'Export the run as model.bin again, or as TensorFlow Lite, and open that.':
    'Exporta de nuevo la ejecución como model.bin, o como TensorFlow Lite, y abre eso.',
  'the scales of its steps are not in its {bytes} bytes':
    'las escalas de sus pasos no están en sus {bytes} bytes',
  'the scale of its input is {scale}': 'la escala de su entrada es {scale}',
  'the length of its noise': 'la longitud de su ruido',
  'the number of its classes': 'el número de sus clases',
  'the height of its image': 'la altura de su imagen',
  'the width of its image': 'la anchura de su imagen',
  'the channels of its image': 'los canales de su imagen',
  '{step} makes {shape}, not {said}': '{step} hace {shape}, no {said}',
  'its last step makes no image of {shape}': 'su último paso no hace una imagen de {shape}',
  '{step} reads {shape}, where {found} lies': '{step} lee {shape}, donde está {found}',
  '{step} reads {shape}, where nothing lies': '{step} lee {shape}, donde no hay nada',
  '{step} makes {shape} of {sides} by windows of {window}, which do not lie so':
    '{step} hace {shape} de {sides} con ventanas de {window}, que no caen así',
  '{step} makes {shape} of {sides} with borders {top} and {left}':
    '{step} hace {shape} de {sides} con los bordes {top} y {left}',
  '{step} does not say which function its table holds': '{step} no dice qué función contiene su tabla',
  '{step} has windows that leave the border out': '{step} tiene ventanas que dejan fuera el borde',
  '{step} makes {shape} of {sides}': '{step} hace {shape} de {sides}',
  'the parts of {step} do not lie side by side': 'las partes de {step} no están lado a lado',
} as const;
