import { describe, expect, it } from 'vitest';
import { LessonTextError, parseInline, parseLesson, plainText } from './markdown';

describe('parseLesson', () => {
  it('reads headings, paragraphs over several lines, lists, rules and parts in parts', () => {
    const text =
      '# A\n\nOne\ntwo.\n\n- x\n  y\n- z\n\n1. first\n\n::: question\nWhy?\n\n---\n\n::: hint\nSo.\n:::\n:::\n';
    expect(parseLesson(text)).toEqual([
      { kind: 'heading', level: 1, parts: [{ kind: 'text', text: 'A' }] },
      { kind: 'paragraph', parts: [{ kind: 'text', text: 'One two.' }] },
      {
        kind: 'list',
        ordered: false,
        items: [[{ kind: 'text', text: 'x y' }], [{ kind: 'text', text: 'z' }]],
      },
      { kind: 'list', ordered: true, items: [[{ kind: 'text', text: 'first' }]] },
      {
        kind: 'part',
        name: 'question',
        id: '',
        blocks: [
          { kind: 'paragraph', parts: [{ kind: 'text', text: 'Why?' }] },
          { kind: 'rule' },
          {
            kind: 'part',
            name: 'hint',
            id: '',
            blocks: [{ kind: 'paragraph', parts: [{ kind: 'text', text: 'So.' }] }],
          },
        ],
      },
    ]);
  });

  it.each(['::: goal a\ntext', 'text\n\n:::\n'])('refuses a part without its other half: %j', (text) => {
    expect(() => parseLesson(text)).toThrow(LessonTextError);
  });
});

describe('parseInline', () => {
  it.each([
    ['100 % of 20 000 in 5 s', '100\u00a0% of 20\u00a0000 in 5\u00a0s'],
    ['8 steps of 2024 5000', '8 steps of 2024 5000'],
  ])('keeps numbers together in %j', (text, kept) => {
    expect(plainText(parseInline(text))).toBe(kept);
  });

  it('knows strong, emphasis, code and links, one in the other', () => {
    expect(parseInline('a **b _c_ d_e** `d*e` [f](#/lab?pair=x) g')).toMatchObject([
      { text: 'a ' },
      { kind: 'strong' },
      { text: ' ' },
      { kind: 'code', text: 'd*e' },
      { text: ' ' },
      { kind: 'link', href: '#/lab?pair=x' },
      { text: ' g' },
    ]);
    expect(plainText(parseInline('a **b** `c` [d](https://e.f)'))).toBe('a b c d');
  });

  it('makes nothing but text of markup and of other addresses', () => {
    const odd = '<img src=x onerror=alert(1)> [go](javascript:alert(1)) 2 * 3 * 4';
    expect(plainText(parseInline('<b>x</b>'))).toBe('<b>x</b>');
    expect(parseInline(odd).some(({ kind }) => kind === 'link')).toBe(false);
  });
});
