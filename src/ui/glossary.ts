// The glossary: words of the field that the page uses, each with one or two sentences. Shown where the word stands
// (TermText) and as a list (About). A new word is a line here.

export interface GlossaryEntry {
  /** As it is listed. */
  readonly word: string;
  /** How it is written where it is explained; the first letter may be large or small. */
  readonly forms: readonly string[];
  readonly meaning: string;
}

export const GLOSSARY: readonly GlossaryEntry[] = [
  {
    word: 'Loss',
    forms: ['loss', 'losses'],
    meaning:
      'The number that a network tries to make small in training. In a GAN each network has its own, and one falls at the cost of the other, so neither says how good the pictures are.',
  },
  {
    word: 'Fréchet distance',
    forms: ['Fréchet distance', 'Fréchet'],
    meaning:
      'How far the samples as a whole lie from real images, by the mean and the spread of what a judge network sees in them. 0 is no difference; lower is better.',
  },
  {
    word: 'Floor',
    forms: ['floor'],
    meaning:
      'What real images that were kept apart score on the same measure: the value that a perfect generator would reach.',
  },
  {
    word: 'KL',
    forms: ['KL from uniform', 'KL'],
    meaning:
      'Kullback-Leibler divergence: how unevenly the classes are drawn. 0 when all come equally often; the natural logarithm of their number when only one does.',
  },
  {
    word: 'Nats',
    forms: ['nats'],
    meaning: 'The unit of information in natural logarithms; one nat is 1.44 bits.',
  },
  {
    word: 'Modes',
    forms: ['modes'],
    meaning:
      'The kinds that the data consists of, such as ten digits or eight clusters. A generator that draws few of them has collapsed.',
  },
  {
    word: 'Accuracy of the discriminator',
    forms: ['accuracy'],
    meaning:
      'How often the discriminator tells real from forged. 100 % means that forgeries are easy to tell, 50 % that it can only guess.',
  },
  {
    word: 'Latent',
    forms: ['latent', 'latents'],
    meaning: 'The random numbers that one sample is drawn from, also called noise.',
  },
];

/** A piece of text; `entry` is what it means where it is a word of the glossary. */
export interface TextPiece {
  readonly text: string;
  readonly entry: GlossaryEntry | null;
}

const entryOf = new Map(
  GLOSSARY.flatMap((entry) => entry.forms.map((form) => [form.toLowerCase(), entry] as const)),
);
const escaped = (form: string): string => form.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const FORMS = [...entryOf.keys()].sort((a, b) => b.length - a.length).map(escaped);
/** Whole words with what stands before, which WebKit before 16.4 cannot look back at; the longest form first. */
const WORDS = new RegExp(`(^|[^\\p{L}\\d])(${FORMS.join('|')})(?![\\p{L}\\d])`, 'iu');

/** Divides a text at the words of the glossary; put together, the pieces are the text. */
export function textPieces(text: string): readonly TextPiece[] {
  const parts = text.split(WORDS); // what is between, what stands before the word, the word; again and again
  const pieces: TextPiece[] = [];
  for (let i = 0; i < parts.length; i += 3) {
    const [between = '', before = '', word = ''] = parts.slice(i, i + 3);
    if (between + before !== '') pieces.push({ text: between + before, entry: null });
    if (word !== '') pieces.push({ text: word, entry: entryOf.get(word.toLowerCase()) ?? null });
  }
  return pieces;
}
