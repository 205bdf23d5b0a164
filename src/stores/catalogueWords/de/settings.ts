// German texts of settings of runs, by the English text.
export default {
  Run: 'Lauf',
  'How many training steps to run before the run is done; raise it during a run to go on longer.':
    'Wie viele Trainingsschritte der Lauf geht, bis er fertig ist; erhöhe sie während eines Laufs, damit er länger weitergeht.',
  Seed: 'Startwert',
  'The number that all randomness grows from; the same seed and settings repeat the same run.':
    'Die Zahl, aus der aller Zufall entsteht; derselbe Startwert und dieselben Einstellungen wiederholen denselben Lauf.',
  'Batch size': 'Batchgröße',
  'Images that each network sees at a time; larger is steadier and slower per step.':
    'Bilder, die jedes Netz auf einmal sieht; mehr ist ruhiger und langsamer je Schritt.',
  'Learning rate, generator': 'Lernrate, Generator',
  'How far the generator moves at each step; too high makes the losses swing.':
    'Wie weit sich der Generator bei jedem Schritt bewegt; zu hoch lässt die Verluste schwanken.',
  'Learning rate, discriminator': 'Lernrate, Diskriminator',
  'How far the discriminator moves at each step; too high and it wins at once.':
    'Wie weit sich der Diskriminator bei jedem Schritt bewegt; ist sie zu hoch, gewinnt er sofort.',
  'D steps per G step': 'D-Schritte je G-Schritt',
  'How often the discriminator learns before the generator learns once.':
    'Wie oft der Diskriminator lernt, bevor der Generator einmal lernt.',
  'Adam beta 1': 'Adam beta 1',
  'Memory of past gradients in the Adam optimizer; GANs like about one half.':
    'Gedächtnis für frühere Gradienten im Optimierer Adam; GANs mögen etwa die Hälfte.',
  'Adam beta 2': 'Adam beta 2',
  'Memory of past squared gradients in the Adam optimizer.':
    'Gedächtnis für frühere quadrierte Gradienten im Optimierer Adam.',
  'Generator averaging': 'Generator mitteln',
  'Samples are drawn from a running average of the generator with this decay; 0 uses the latest weights.':
    'Die Bilder zeichnet ein gleitendes Mittel des Generators mit diesem Abklingfaktor; 0 nimmt die neuesten Gewichte.',
  'Normalization, generator': 'Normalisierung, Generator',
  'As the model has it': 'Wie im Modell',
  Batch: 'Batch',
  Layer: 'Schicht',
  Instance: 'Instanz',
  Stabilizers: 'Stabilisierung',
  'What takes the place of the generator’s batch normalization; none makes training easy to break.':
    'Was an die Stelle der Batch-Normalisierung des Generators tritt; mit „Keine“ geht das Training leicht kaputt.',
  'Normalization, discriminator': 'Normalisierung, Diskriminator',
  'What takes the place of the discriminator’s batch normalization; gradient penalties want layer or none.':
    'Was an die Stelle der Batch-Normalisierung des Diskriminators tritt; Gradientenstrafen wollen „Schicht“ oder „Keine“.',
  'Spectral normalization': 'Spektralnormalisierung',
  'Bounds how fast the discriminator’s score can change from picture to picture (Miyato et al. 2018).':
    'Begrenzt, wie schnell sich die Punktzahl des Diskriminators von Bild zu Bild ändern kann (Miyato et al. 2018).',
  'Minibatch deviation': 'Minibatch-Streuung',
  'Tells the discriminator how much the pictures of a batch differ, so that sameness betrays the forger.':
    'Sagt dem Diskriminator, wie sehr sich die Bilder eines Batches unterscheiden, damit Einerlei den Fälscher verrät.',
  Packing: 'Packen',
  'The discriminator judges so many pictures as one and sees at once when they are all alike (PacGAN).':
    'Der Diskriminator beurteilt so viele Bilder als eines und sieht sofort, wenn sich alle gleichen (PacGAN).',
  'Unrolled steps': 'Ausgerollte Schritte',
  steps: 'Schritte',
  'The forger looks so many lessons of the police ahead before it learns, so that hiding in one place does not pay (Metz et al. 2017); for dense layers, and slow.':
    'Der Fälscher schaut so viele Lektionen der Polizei voraus, bevor er lernt, sodass es sich nicht lohnt, sich an einer Stelle zu verstecken (Metz et al. 2017); für dichte Schichten, und langsam.',
  Augmentation: 'Augmentierung',
  Shift: 'Verschieben',
  'Shift, cut out': 'Verschieben, ausschneiden',
  'Colour, shift, cut out': 'Farbe, verschieben, ausschneiden',
  'Changes real and drawn pictures alike before they are judged; for small data sets (DiffAugment).':
    'Verändert echte und gezeichnete Bilder gleichermaßen, bevor sie beurteilt werden; für kleine Datensätze (DiffAugment).',
  'Instance noise': 'Instanzrauschen',
  'Noise on every picture that the discriminator sees, so that real and drawn ones overlap at first.':
    'Rauschen auf jedem Bild, das der Diskriminator sieht, damit sich echte und gezeichnete anfangs überlappen.',
  'Noise fades over': 'Rauschen klingt ab in',
  'After so many steps the instance noise is gone.': 'Nach so vielen Schritten ist das Instanzrauschen weg.',
  'Initial weights': 'Anfangsgewichte',
  'Multiplies the networks’ first weights; tiny ones break a network without normalization.':
    'Vervielfacht die ersten Gewichte der Netze; winzige lassen ein Netz ohne Normalisierung scheitern.',
  'Samples every': 'Bilder alle',
  Watching: 'Beobachten',
  'How often the grid of samples is drawn from the same noise and kept on the timeline.':
    'Wie oft die Bildertafel aus demselben Rauschen gezeichnet und in der Zeitleiste behalten wird.',
  'Log every': 'Protokoll alle',
  'How often losses and accuracies are read back; rarer is a little faster on a graphics card.':
    'Wie oft Verluste und Trefferquoten zurückgelesen werden; seltener ist auf einer Grafikkarte etwas schneller.',
  'Measure every': 'Messen alle',
  'How often quality and variety of the samples are measured, 0 for never; never more than a tenth of the training time, so rarer where it is slow.':
    'Wie oft Güte und Vielfalt der erzeugten Bilder gemessen werden, 0 für nie; nie mehr als ein Zehntel der Trainingszeit, also seltener, wo es langsam ist.',
  'Samples measured': 'Gemessene Bilder',
  'How many images are drawn for each measurement; more give steadier figures and take longer.':
    'Wie viele Bilder für jede Messung gezeichnet werden; mehr geben stabilere Werte und dauern länger.',
  'Save every': 'Sichern alle',
  seconds: 'Sekunden',
  'How often the run is saved on this device; a crash loses at most this much.':
    'Wie oft der Lauf auf diesem Gerät gesichert wird; ein Absturz kostet höchstens so viel.',
};
