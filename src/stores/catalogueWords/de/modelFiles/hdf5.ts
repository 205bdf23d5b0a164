// German texts of what is wrong with HDF5 files, by the English text; `{name}` is a gap.
export default {
  'The HDF5 file keeps a weight in pieces in a way that this page does not read.':
    'Die HDF5-Datei hält ein Gewicht auf eine Weise in Stücken, die diese Seite nicht liest.',
  'Save the model again with Keras.': 'Speichere das Modell noch einmal mit Keras.',
  'there is no list of chunks at byte {at}': 'bei Byte {at} steht keine Liste von Stücken',
  'the list of chunks at byte {at} runs in a circle': 'die Liste von Stücken bei Byte {at} läuft im Kreis',
  'there is no array at byte {at}': 'bei Byte {at} steht kein Feld',
  'The HDF5 file packs a weight with {count} filters, one after the other; {most} are the most.':
    'Die HDF5-Datei packt ein Gewicht mit {count} Filtern nacheinander; höchstens {most} sind möglich.',
  'The HDF5 file packs a weight with gzip more than once.':
    'Die HDF5-Datei packt ein Gewicht mehr als einmal mit gzip.',
  'its values have {count} bytes': 'ihre Werte haben {count} Bytes',
  'The HDF5 file compresses a weight with filter {filter}; gzip can be opened.':
    'Die HDF5-Datei komprimiert ein Gewicht mit dem Filter {filter}; öffnen lässt sich gzip.',
  'Save the model again with Keras, with gzip or without compression.':
    'Speichere das Modell noch einmal mit Keras, mit gzip oder ohne Kompression.',
  'a piece of a weight has {count} bytes, expected {expected}':
    'ein Stück eines Gewichts hat {count} Bytes, erwartet werden {expected}',
  'A weight of the HDF5 file has {count} bytes; {most} are the most.':
    'Ein Gewicht der HDF5-Datei hat {count} Bytes; höchstens {most} sind möglich.',
  'a weight of {bytes} bytes has {count} pieces of {size} bytes':
    'ein Gewicht von {bytes} Bytes hat {count} Stücke mit {size} Bytes',
  'A weight of {bytes} bytes has {count} pieces that unpack to {size} bytes each.':
    'Ein Gewicht von {bytes} Bytes hat {count} Stücke, die entpackt je {size} Bytes ergeben.',
  'a piece of a weight lies at [{corner}]': 'ein Stück eines Gewichts liegt bei [{corner}]',
  'The HDF5 file has a group of very many members or attributes, which this page does not read.':
    'Die HDF5-Datei hat eine Gruppe mit sehr vielen Mitgliedern oder Attributen, die diese Seite nicht liest.',
  'Save the generator alone.': 'Speichere nur den Generator.',
  'there is no {what} at byte {at}': 'bei Byte {at} steht kein {what}',
  'the heap at byte {at} has no object {object}': 'der Heap bei Byte {at} hat kein Objekt {object}',
  'the heap at byte {at} has no object at {place}': 'der Heap bei Byte {at} hat bei {place} kein Objekt',
  'The HDF5 file has {what}, which this page does not read.':
    'Die HDF5-Datei hat {what}; das liest diese Seite nicht.',
  'a superblock of version {version}': 'einen Superblock der Version {version}',
  'a shared data type': 'einen geteilten Datentyp',
  'there is no object header at byte {at}': 'bei Byte {at} steht kein Objektkopf',
  'there is no list of names at byte {at}': 'bei Byte {at} steht keine Liste von Namen',
  'there are no names at byte {at}': 'bei Byte {at} stehen keine Namen',
  'there are no texts at byte {at}': 'bei Byte {at} stehen keine Texte',
  'the text {index} at byte {at} is missing': 'der Text {index} bei Byte {at} fehlt',
  'A weight of the HDF5 file is stored as something else than little-endian floats.':
    'Ein Gewicht der HDF5-Datei ist anders gespeichert als in Little-Endian-Gleitkommazahlen.',
  'Save the model again with weights of float32.':
    'Speichere das Modell noch einmal mit Gewichten in float32.',
  'its groups nest more than {most} deep': 'ihre Gruppen sind mehr als {most} tief geschachtelt',
  'The weight {weight} of the HDF5 file is stored in a way that this page does not read.':
    'Das Gewicht {weight} der HDF5-Datei ist auf eine Weise gespeichert, die diese Seite nicht liest.',
  'the attribute {name} is no text': 'das Attribut {name} ist kein Text',
  'its structures run in a circle': 'ihre Strukturen laufen im Kreis',
} as const;
