// The Markdown of lessons as data: headings, paragraphs, lists, code, strong, emphasis, links, and fenced parts
// (`::: goal ten-digits` to `:::`) that may hold other blocks. Text stays text: there is no HTML. Pure.
import { GanvasError } from '../../core/errors';

export type Inline =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'strong' | 'emphasis'; readonly parts: readonly Inline[] }
  | { readonly kind: 'link'; readonly href: string; readonly parts: readonly Inline[] };

export type Block =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly parts: readonly Inline[] }
  | { readonly kind: 'paragraph'; readonly parts: readonly Inline[] }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly (readonly Inline[])[] }
  | { readonly kind: 'part'; readonly name: string; readonly id: string; readonly blocks: readonly Block[] }
  | { readonly kind: 'rule' };

/** A text of a lesson is not what it should be. */
export class LessonTextError extends GanvasError {
  constructor(what: string, line: number) {
    super(`Line ${line} of the text: ${what}.`, 'Correct the Markdown of the lesson.');
  }
}

/** What stands before an underscore is taken along: WebKit before 16.4 cannot look back. */
const INLINE = /\*\*(.+?)\*\*|(^|\W)_(.+?)_(?!\w)|`(.+?)`|\[(.+?)\]\(((?:#\/|https:\/\/)[^\s)]*)\)/;

/** A number stays on the line of its unit, and of its other digits. */
const TOGETHER = /(\d) (?=%|\d{3}(?!\d)|(?:s|ms|min|kB|MB|GB)(?!\w))/g;

export function parseInline(text: string): readonly Inline[] {
  const found = INLINE.exec(text);
  if (!found) return text === '' ? [] : [{ kind: 'text', text: text.replace(TOGETHER, '$1\u00a0') }];
  const [whole, strong, before = '', emphasis, code, label, href] = found;
  const middle: Inline =
    strong !== undefined
      ? { kind: 'strong', parts: parseInline(strong) }
      : emphasis !== undefined
        ? { kind: 'emphasis', parts: parseInline(emphasis) }
        : code !== undefined
          ? { kind: 'code', text: code }
          : { kind: 'link', href, parts: parseInline(label) };
  return [
    ...parseInline(text.slice(0, found.index) + before),
    middle,
    ...parseInline(text.slice(found.index + whole.length)),
  ];
}

export const plainText = (parts: readonly Inline[]): string =>
  parts.map((part) => ('text' in part ? part.text : plainText(part.parts))).join('');

const LEVELS = { '#': 1, '##': 2, '###': 3 } as const;
const isMark = (mark: string): mark is keyof typeof LEVELS => mark in LEVELS;
const ITEM = /^(?:-|\d+\.) (.*)$/;
const BEGINS = /^(#{1,3} |(?:-|\d+\.) |:::|---$)/;

class LineReader {
  #at = 0;
  constructor(private readonly lines: readonly string[]) {}

  /** @param inside name of the part that is open, null outside of all */
  blocks(inside: string | null): readonly Block[] {
    const blocks: Block[] = [];
    while (this.#at < this.lines.length) {
      const line = this.lines[this.#at];
      if (line.trim() === ':::') {
        if (inside === null) throw new LessonTextError('a part ends that did not begin', this.#at + 1);
        this.#at++;
        return blocks;
      }
      if (line.trim() === '') this.#at++;
      else blocks.push(this.#block(line));
    }
    if (inside !== null) throw new LessonTextError(`the part ${inside} does not end`, this.#at);
    return blocks;
  }

  #block(line: string): Block {
    const [mark] = line.split(' ', 1);
    if (line.startsWith(':::')) return this.#part(line);
    if (line.trim() === '---') {
      this.#at++;
      return { kind: 'rule' };
    }
    if (isMark(mark)) {
      this.#at++;
      return { kind: 'heading', level: LEVELS[mark], parts: parseInline(line.slice(mark.length).trim()) };
    }
    return ITEM.test(line) ? this.#list(line) : { kind: 'paragraph', parts: parseInline(this.#joined()) };
  }

  #part(line: string): Block {
    const [name = '', id = ''] = line.slice(3).trim().split(/\s+/);
    this.#at++;
    return { kind: 'part', name, id, blocks: this.blocks(`${name} ${id}`.trim()) };
  }

  #list(first: string): Block {
    const items: (readonly Inline[])[] = [];
    for (let item = ITEM.exec(first); item; item = ITEM.exec(this.lines[this.#at] ?? ''))
      items.push(parseInline(this.#joined().replace(ITEM, '$1')));
    return { kind: 'list', ordered: /^\d/.test(first), items };
  }

  /** This line and those that go on with it. */
  #joined(): string {
    const lines = [this.lines[this.#at++].trim()];
    for (let next = this.lines[this.#at]; next?.trim() && !BEGINS.test(next); next = this.lines[this.#at]) {
      lines.push(next.trim());
      this.#at++;
    }
    return lines.join(' ');
  }
}

/** @throws LessonTextError for a part that does not begin or end */
export const parseLesson = (text: string): readonly Block[] =>
  new LineReader(text.replace(/\r/g, '').split('\n')).blocks(null);
