// Spanish texts of what is wrong with Keras models, by the English text; `{name}` is a gap.
export default {
  'its threshold is {threshold}, its negative_slope {slope} and its max_value {limit}; a threshold of 0 is supported':
    'su threshold es {threshold}, su negative_slope {slope} y su max_value {limit}; se admite un threshold de 0',
  'its threshold is {threshold}, its negative_slope {slope} and its max_value {limit}; a max_value above 0 is supported':
    'su threshold es {threshold}, su negative_slope {slope} y su max_value {limit}; se admite un max_value mayor que 0',
  'its axis is {axis}': 'su eje es {axis}',
  'its activation is {activation}, which is not known here':
    'su activación es {activation}, que aquí no se conoce',
  'Layers that can be opened: Dense, Conv2D, SeparableConv2D, DepthwiseConv2D, Conv2DTranspose, BatchNormalization, LayerNormalization, GroupNormalization, Embedding, Rescaling, UpSampling2D, ZeroPadding2D, Cropping2D, AveragePooling2D, MaxPooling2D, GlobalAveragePooling2D, Add, Concatenate, ReLU, LeakyReLU, PReLU, ELU, Softmax, Reshape, Flatten, Dropout, and the activations relu, relu6, leaky_relu, tanh, hard_tanh, sigmoid, hard_sigmoid, log_sigmoid, elu, celu, selu, gelu, swish, softplus, softmax, linear.':
    'Capas que se pueden abrir: Dense, Conv2D, SeparableConv2D, DepthwiseConv2D, Conv2DTranspose, BatchNormalization, LayerNormalization, GroupNormalization, Embedding, Rescaling, UpSampling2D, ZeroPadding2D, Cropping2D, AveragePooling2D, MaxPooling2D, GlobalAveragePooling2D, Add, Concatenate, ReLU, LeakyReLU, PReLU, ELU, Softmax, Reshape, Flatten, Dropout, y las activaciones relu, relu6, leaky_relu, tanh, hard_tanh, sigmoid, hard_sigmoid, log_sigmoid, elu, celu, selu, gelu, swish, softplus, softmax, linear.',
  'its channels come first': 'sus canales van primero',
  'its {setting} is {value}': 'su {setting} es {value}',
  'its padding is {value}': 'su padding es {value}',
  'the weight {weight} of {layer} is missing': 'falta el peso {weight} de {layer}',
  '{file} is no HDF5': '{file} no es HDF5',
  'it turns an image by a matrix that does not interpolate':
    'transforma una imagen con una matriz que no interpola',
  'it turns something else than an image': 'transforma algo que no es una imagen',
  'it normalizes neither an image nor a pixel': 'no normaliza ni una imagen ni un píxel',
  'it stands in a product that is no GELU': 'está en un producto que no es GELU',
  '{file} is HDF5 without the attribute model_config: weights alone, or no Keras model.':
    '{file} es HDF5 sin el atributo model_config: solo pesos, o no es un modelo de Keras.',
  'Save the whole model with model.save("generator.h5"), not only its weights.':
    'Guarda el modelo entero con model.save("generator.h5"), no solo sus pesos.',
  'there is no layer {kind} here': 'aquí no existe la capa {kind}',
  'there is no layer {kind} here, which {what}': 'aquí no existe la capa {kind}, que {what}',
  'there is no layer {kind} here, which {what} ({name})':
    'aquí no existe la capa {kind}, que {what} ({name})',
  'runs Python code or an operation of its own': 'ejecuta código Python o una operación propia',
  'is recurrent': 'es recurrente',
  'pays attention to other values': 'presta atención a otros valores',
  'works on rows or volumes, and images are drawn here':
    'trabaja con filas o volúmenes, y aquí se dibujan imágenes',
  'multiplies values with each other': 'multiplica valores entre sí',
  'joins values otherwise than by their sum or side by side':
    'une valores de otro modo que sumándolos o poniéndolos lado a lado',
  'normalizes otherwise than layers here': 'normaliza de otro modo que las capas de aquí',
  'prepares data': 'prepara datos',
  'puts values into another order': 'pone los valores en otro orden',
  'its weights are integers that Keras has quantized; save the model before model.quantize()':
    'sus pesos son enteros que Keras ha cuantizado; guarda el modelo antes de model.quantize()',
  'it has {count} inputs': 'tiene {count} entradas',
  'Save the model with the size of its input fixed.': 'Guarda el modelo con el tamaño de su entrada fijado.',
  'The model does not say what its first layer takes.': 'El modelo no dice qué toma su primera capa.',
  'Call the model once, or give its first layer an input shape, and save it again.':
    'Llama una vez al modelo, o da a su primera capa una forma de entrada, y guárdalo de nuevo.',
  'its epsilon is {epsilon}; a number above 0 is supported':
    'su epsilon es {epsilon}; se admite un número mayor que 0',
  'it normalizes over the axes {axes} of {count}': 'normaliza a lo largo de los ejes {axes} de {count}',
  'it has a factor of its own for each pixel': 'tiene un factor propio para cada píxel',
  'it has {groups} groups of {channels} channels; one, or one for each, is supported':
    'tiene {groups} grupos de {channels} canales; se admite uno, o uno por canal',
  'it interpolates {mode}; "nearest" and "bilinear" are supported':
    'interpola {mode}; se admiten "nearest" y "bilinear"',
  'it enlarges {channels} channels {rows} x {columns} times':
    'amplía {channels} canales {rows} x {columns} veces',
  'its cropping is no pair': 'su cropping no es un par',
  'it has a slope of its own for each pixel': 'tiene una pendiente propia para cada píxel',
  'The model has {count} layers; {most} are the most.': 'El modelo tiene {count} capas; como máximo {most}.',
  'a layer of {model} refers to {name}, which is not there':
    'una capa de {model} se refiere a {name}, que no está',
  'its layers run in a circle at {name}': 'sus capas dan vueltas en círculo en {name}',
  'The model is over {most} layers deep.': 'El modelo tiene más de {most} capas de profundidad.',
  'nothing goes into {name} of {model}': 'no entra nada en {name} de {model}',
  'The model nests more than {most} models.': 'El modelo anida más de {most} modelos.',
  'it has {count} outputs': 'tiene {count} salidas',
  'Choose a model that makes one image from one list of numbers.':
    'Elige un modelo que haga una imagen a partir de una lista de números.',
  'it has {count} inputs ({names})': 'tiene {count} entradas ({names})',
  'Models with one input can be opened; use the generator without its class input.':
    'Se pueden abrir modelos con una entrada; usa el generador sin su entrada de clase.',
  'the model': 'el modelo',
  'it is a model of its own class': 'es un modelo de una clase propia',
  'Save a Sequential or Functional model; a subclassed one keeps its layers in Python code.':
    'Guarda un modelo Sequential o Functional; uno derivado de una clase guarda sus capas en código Python.',
  'its list of layers is empty': 'su lista de capas está vacía',
  'the weight {weight} of {layer} is {shape}, its layer needs {needed}':
    'el peso {weight} de {layer} es {shape}; su capa necesita {needed}',
  'the weight {weight} of {layer} has {count} values, expected {expected}':
    'el peso {weight} de {layer} tiene {count} valores; se esperaban {expected}',
  'The model has {count} weights; {most} are the most.': 'El modelo tiene {count} pesos; como máximo {most}.',
  'The name of a weight has {count} letters; {most} are the most.':
    'El nombre de un peso tiene {count} letras; como máximo {most}.',
  'its padding is "valid"; "same" is supported': 'su padding es "valid"; se admite "same"',
  'its output_padding is {value}': 'su output_padding es {value}',
  'max_value of {layer}': 'max_value de {layer}',
  'units of {layer}': 'units de {layer}',
  'epsilon of {layer}': 'epsilon de {layer}',
  'input_dim of {layer}': 'input_dim de {layer}',
  'output_dim of {layer}': 'output_dim de {layer}',
  'batch_shape of {layer}': 'batch_shape de {layer}',
  'axis of {layer}': 'axis de {layer}',
  'groups of {layer}': 'groups de {layer}',
  'size of {layer}': 'size de {layer}',
  'padding of {layer}': 'padding de {layer}',
  'target_shape of {layer}': 'target_shape de {layer}',
  'pool_size of {layer}': 'pool_size de {layer}',
  'strides of {layer}': 'strides de {layer}',
  'cropping of {layer}': 'cropping de {layer}',
  'shared_axes of {layer}': 'shared_axes de {layer}',
  'layers of {layer}': 'layers de {layer}',
  'filters of {layer}': 'filters de {layer}',
  'momentum of {layer}': 'momentum de {layer}',
  'scale of {layer}': 'scale de {layer}',
  'offset of {layer}': 'offset de {layer}',
  'alpha of {layer}': 'alpha de {layer}',
} as const;
