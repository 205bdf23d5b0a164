// German texts of charts and the engine, by the English text.
export default {
  'How unevenly the classes are drawn: 0 when all equally often, 2.3 when only one of ten; the floor is what real images reach.':
    'Wie ungleich die Klassen gezeichnet werden: 0, wenn alle gleich oft, 2,3, wenn nur eine von zehn; die Untergrenze ist, was echte Bilder erreichen.',
  Samples: 'Erzeugt',
  floor: 'Untergrenze',
  'How many of the clusters or classes the generator draws; the floor is what real data covers. A collapsed generator draws few.':
    'Wie viele der Haufen oder Klassen der Generator zeichnet; die Untergrenze ist, was echte Daten abdecken. Ein zusammengefallener Generator zeichnet wenige.',
  real: 'echt',
  'Came through': 'Noch lesbar',
  'Share of held-back pictures whose class is still read after they were translated; the floor is what is read of real ones. Known for ready pairs only.':
    'Anteil der zurückgelegten Bilder, deren Klasse nach dem Übersetzen noch gelesen wird; die Untergrenze ist, was bei echten gelesen wird. Nur bei fertigen Paaren bekannt.',
  translated: 'übersetzt',
  'Loss of all pictures': 'Verlust über alle Bilder',
  'Cross-entropy of the pictures as they are: 0 is certain and right. Where the held-back line rises again, stop.':
    'Kreuzentropie der Bilder, wie sie sind: 0 ist sicher und richtig. Wo die Linie der zurückgelegten wieder steigt, hör auf.',
  'held back': 'zurückgelegt',
  learnt: 'gelernt',
  Quality: 'Güte',
  'Fréchet distance: how far the samples as a whole lie from real images. Lower is better; the floor is what real images reach.':
    'Fréchet-Abstand: wie weit die erzeugten Bilder als Ganzes von echten entfernt sind. Kleiner ist besser; die Untergrenze ist, was echte Bilder erreichen.',
  Fréchet: 'Fréchet',
  'No distance is shown: for these images there is only a judge of random features, whose distance may rise while the pictures get better. A judge that was trained on labelled images of their kind would tell; trust your eyes, and the training images nearest to a sample.':
    'Kein Abstand wird gezeigt: Für diese Bilder gibt es nur einen Prüfer mit Zufallsmerkmalen, dessen Abstand steigen kann, während die Bilder besser werden. Ein Prüfer, der mit Bildern ihrer Art samt Labels trainiert wurde, könnte es sagen; trau deinen Augen und den Trainingsbildern, die einem erzeugten am nächsten sind.',
  'Share of pictures that are named rightly. Held-back ones are never learnt from: where the lines part, it learns by heart.':
    'Anteil der Bilder, die richtig benannt werden. Von zurückgelegten wird nie gelernt: Wo die Linien auseinandergehen, lernt das Netz auswendig.',
  Automatic: 'Automatisch',
  'Plain JavaScript (CPU)': 'Reines JavaScript (CPU)',
  Backend: 'Backend',
  Threads: 'Threads',
  'Where the arithmetic runs; automatic takes the fastest that passes its self-test.':
    'Wo gerechnet wird; automatisch nimmt den schnellsten Weg, der seinen Selbsttest besteht.',
  'Processor threads for WebAssembly; 0 takes as many cores as pay.':
    'Prozessor-Threads für WebAssembly; 0 nimmt so viele Kerne, wie sich lohnen.',
  Task: 'Aufgabe',
  More: 'Mehr',
  Engine: 'Rechenmaschine',
  WebGPU: 'WebGPU',
  WebGL: 'WebGL',
  'WebAssembly (CPU)': 'WebAssembly (CPU)',
  step: 'Schritt',
};
