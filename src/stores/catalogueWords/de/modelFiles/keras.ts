// German texts of what is wrong with Keras models, by the English text; `{name}` is a gap.
export default {
  'its threshold is {threshold}, its negative_slope {slope} and its max_value {limit}; a threshold of 0 is supported':
    'ihr threshold ist {threshold}, ihr negative_slope {slope} und ihr max_value {limit}; unterstützt wird ein threshold von 0',
  'its threshold is {threshold}, its negative_slope {slope} and its max_value {limit}; a max_value above 0 is supported':
    'ihr threshold ist {threshold}, ihr negative_slope {slope} und ihr max_value {limit}; unterstützt wird ein max_value über 0',
  'its axis is {axis}': 'ihre Achse ist {axis}',
  'its activation is {activation}, which is not known here':
    'ihre Aktivierung ist {activation}, die hier unbekannt ist',
  'Layers that can be opened: Dense, Conv2D, SeparableConv2D, DepthwiseConv2D, Conv2DTranspose, BatchNormalization, LayerNormalization, GroupNormalization, Embedding, Rescaling, UpSampling2D, ZeroPadding2D, Cropping2D, AveragePooling2D, MaxPooling2D, GlobalAveragePooling2D, Add, Concatenate, ReLU, LeakyReLU, PReLU, ELU, Softmax, Reshape, Flatten, Dropout, and the activations relu, relu6, leaky_relu, tanh, hard_tanh, sigmoid, hard_sigmoid, log_sigmoid, elu, celu, selu, gelu, swish, softplus, softmax, linear.':
    'Schichten, die sich öffnen lassen: Dense, Conv2D, SeparableConv2D, DepthwiseConv2D, Conv2DTranspose, BatchNormalization, LayerNormalization, GroupNormalization, Embedding, Rescaling, UpSampling2D, ZeroPadding2D, Cropping2D, AveragePooling2D, MaxPooling2D, GlobalAveragePooling2D, Add, Concatenate, ReLU, LeakyReLU, PReLU, ELU, Softmax, Reshape, Flatten, Dropout und die Aktivierungen relu, relu6, leaky_relu, tanh, hard_tanh, sigmoid, hard_sigmoid, log_sigmoid, elu, celu, selu, gelu, swish, softplus, softmax, linear.',
  'its channels come first': 'ihre Kanäle kommen zuerst',
  'its {setting} is {value}': '{setting} ist {value}',
  'its padding is {value}': 'ihr padding ist {value}',
  'the weight {weight} of {layer} is missing': 'das Gewicht {weight} von {layer} fehlt',
  '{file} is no HDF5': '{file} ist kein HDF5',
  'it turns an image by a matrix that does not interpolate':
    'sie formt ein Bild mit einer Matrix um, die nicht interpoliert',
  'it turns something else than an image': 'sie formt etwas anderes als ein Bild um',
  'it normalizes neither an image nor a pixel': 'sie normalisiert weder ein Bild noch ein Pixel',
  'it stands in a product that is no GELU': 'sie steht in einem Produkt, das kein GELU ist',
  '{file} is HDF5 without the attribute model_config: weights alone, or no Keras model.':
    '{file} ist HDF5 ohne das Attribut model_config: nur Gewichte, oder kein Keras-Modell.',
  'Save the whole model with model.save("generator.h5"), not only its weights.':
    'Speichere das ganze Modell mit model.save("generator.h5"), nicht nur seine Gewichte.',
  'there is no layer {kind} here': 'die Schicht {kind} gibt es hier nicht',
  'there is no layer {kind} here, which {what}': 'die Schicht {kind} gibt es hier nicht; sie {what}',
  'there is no layer {kind} here, which {what} ({name})':
    'die Schicht {kind} gibt es hier nicht; sie {what} ({name})',
  'runs Python code or an operation of its own': 'führt Python-Code oder eine eigene Operation aus',
  'is recurrent': 'ist rekurrent',
  'pays attention to other values': 'achtet auf andere Werte (Attention)',
  'works on rows or volumes, and images are drawn here':
    'arbeitet mit Zeilen oder Volumen, und hier werden Bilder gezeichnet',
  'multiplies values with each other': 'multipliziert Werte miteinander',
  'joins values otherwise than by their sum or side by side':
    'verbindet Werte anders als durch ihre Summe oder nebeneinander',
  'normalizes otherwise than layers here': 'normalisiert anders als Schichten hier',
  'prepares data': 'bereitet Daten vor',
  'puts values into another order': 'bringt Werte in eine andere Reihenfolge',
  'its weights are integers that Keras has quantized; save the model before model.quantize()':
    'ihre Gewichte sind ganze Zahlen, die Keras quantisiert hat; speichere das Modell vor model.quantize()',
  'it has {count} inputs': 'sie hat {count} Eingänge',
  'Save the model with the size of its input fixed.':
    'Speichere das Modell mit fester Größe seines Eingangs.',
  'The model does not say what its first layer takes.':
    'Das Modell sagt nicht, was seine erste Schicht nimmt.',
  'Call the model once, or give its first layer an input shape, and save it again.':
    'Rufe das Modell einmal auf oder gib seiner ersten Schicht eine Eingangsform, und speichere es noch einmal.',
  'its epsilon is {epsilon}; a number above 0 is supported':
    'ihr epsilon ist {epsilon}; unterstützt wird eine Zahl über 0',
  'it normalizes over the axes {axes} of {count}': 'sie normalisiert über die Achsen {axes} von {count}',
  'it has a factor of its own for each pixel': 'sie hat für jedes Pixel einen eigenen Faktor',
  'it has {groups} groups of {channels} channels; one, or one for each, is supported':
    'sie hat {groups} Gruppen von {channels} Kanälen; unterstützt wird eine, oder eine je Kanal',
  'it interpolates {mode}; "nearest" and "bilinear" are supported':
    'sie interpoliert {mode}; unterstützt werden "nearest" und "bilinear"',
  'it enlarges {channels} channels {rows} x {columns} times':
    'sie vergrößert {channels} Kanäle {rows} x {columns}-fach',
  'its cropping is no pair': 'ihr cropping ist kein Paar',
  'it has a slope of its own for each pixel': 'sie hat für jedes Pixel eine eigene Steigung',
  'The model has {count} layers; {most} are the most.':
    'Das Modell hat {count} Schichten; höchstens {most} sind möglich.',
  'a layer of {model} refers to {name}, which is not there':
    'eine Schicht von {model} nennt {name}, das es nicht gibt',
  'its layers run in a circle at {name}': 'ihre Schichten laufen bei {name} im Kreis',
  'The model is over {most} layers deep.': 'Das Modell ist mehr als {most} Schichten tief.',
  'nothing goes into {name} of {model}': 'in {name} von {model} geht nichts hinein',
  'The model nests more than {most} models.': 'Das Modell schachtelt mehr als {most} Modelle.',
  'it has {count} outputs': 'sie hat {count} Ausgänge',
  'Choose a model that makes one image from one list of numbers.':
    'Wähle ein Modell, das aus einer Liste von Zahlen ein Bild macht.',
  'it has {count} inputs ({names})': 'sie hat {count} Eingänge ({names})',
  'Models with one input can be opened; use the generator without its class input.':
    'Öffnen lassen sich Modelle mit einem Eingang; nimm den Generator ohne seinen Klasseneingang.',
  'the model': 'das Modell',
  'it is a model of its own class': 'sie ist ein Modell einer eigenen Klasse',
  'Save a Sequential or Functional model; a subclassed one keeps its layers in Python code.':
    'Speichere ein Sequential- oder Functional-Modell; ein abgeleitetes hat seine Schichten im Python-Code.',
  'its list of layers is empty': 'ihre Liste von Schichten ist leer',
  'the weight {weight} of {layer} is {shape}, its layer needs {needed}':
    'das Gewicht {weight} von {layer} ist {shape}, seine Schicht braucht {needed}',
  'the weight {weight} of {layer} has {count} values, expected {expected}':
    'das Gewicht {weight} von {layer} hat {count} Werte, erwartet werden {expected}',
  'The model has {count} weights; {most} are the most.':
    'Das Modell hat {count} Gewichte; höchstens {most} sind möglich.',
  'The name of a weight has {count} letters; {most} are the most.':
    'Der Name eines Gewichts hat {count} Zeichen; höchstens {most} sind möglich.',
  'its padding is "valid"; "same" is supported': 'ihr padding ist "valid"; unterstützt wird "same"',
  'its output_padding is {value}': 'ihr output_padding ist {value}',
  'max_value of {layer}': 'max_value von {layer}',
  'units of {layer}': 'units von {layer}',
  'epsilon of {layer}': 'epsilon von {layer}',
  'input_dim of {layer}': 'input_dim von {layer}',
  'output_dim of {layer}': 'output_dim von {layer}',
  'batch_shape of {layer}': 'batch_shape von {layer}',
  'axis of {layer}': 'axis von {layer}',
  'groups of {layer}': 'groups von {layer}',
  'size of {layer}': 'size von {layer}',
  'padding of {layer}': 'padding von {layer}',
  'target_shape of {layer}': 'target_shape von {layer}',
  'pool_size of {layer}': 'pool_size von {layer}',
  'strides of {layer}': 'strides von {layer}',
  'cropping of {layer}': 'cropping von {layer}',
  'shared_axes of {layer}': 'shared_axes von {layer}',
  'layers of {layer}': 'layers von {layer}',
  'filters of {layer}': 'filters von {layer}',
  'momentum of {layer}': 'momentum von {layer}',
  'scale of {layer}': 'scale von {layer}',
  'offset of {layer}': 'offset von {layer}',
  'alpha of {layer}': 'alpha von {layer}',
} as const;
