// Reads a Dockerfile as far as the package's own needs it: instructions of one line each, in order. Builds nothing.

export interface Instruction {
  readonly word: (typeof WORDS)[number];
  readonly args: readonly string[];
}

const WORDS = ['FROM', 'COPY', 'RUN', 'WORKDIR', 'USER', 'EXPOSE', 'ENTRYPOINT', 'CMD'] as const;
/** Those that are written as a list, since a shell in between would not pass on that the container is to end. */
const LISTS: readonly string[] = ['ENTRYPOINT', 'CMD'];

/** @throws SyntaxError for what Docker would not take, or what this does not know */
export function readDockerfile(text: string): Instruction[] {
  const instructions = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line): Instruction => {
      const [first, ...args] = line.split(/\s+/);
      const word = WORDS.find((known) => known === first);
      if (!word) throw new SyntaxError(`${first} begins no instruction: ${line}`);
      if (!LISTS.includes(word)) {
        if (args.length === 0) throw new SyntaxError(`${word} says nothing`);
        return { word, args };
      }
      const list: unknown = JSON.parse(line.slice(word.length));
      if (!Array.isArray(list) || !list.every((one) => typeof one === 'string'))
        throw new SyntaxError(`${word} is no list of words: ${line}`);
      return { word, args: list };
    });
  if (instructions[0]?.word !== 'FROM') throw new SyntaxError('The first instruction is not FROM.');
  return instructions;
}
