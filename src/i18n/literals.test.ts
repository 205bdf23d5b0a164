// A component that speaks languages holds no text of its own: every text between tags and in attributes that people see or hear
// comes from words.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { ElementTypes, NodeTypes, parse, type TemplateChildNode } from '@vue/compiler-dom';
import { expect, it } from 'vitest';

const SRC = path.resolve(import.meta.dirname, '..');
const SAID = ['title', 'label', 'aria-label', 'alt', 'placeholder', 'aria-description', 'note', 'hint'];
/** Names that are the same in every language. */
const NAMES = ['Ganvas'];

const hasText = (text: string): boolean => /\p{L}/u.test(text) && !NAMES.includes(text.trim());

function literals(nodes: readonly TemplateChildNode[]): string[] {
  return nodes.flatMap((node) => {
    if (node.type === NodeTypes.TEXT) return hasText(node.content) ? [node.content.trim()] : [];
    if (node.type !== NodeTypes.ELEMENT || node.tagType === ElementTypes.SLOT) return [];
    const said = node.props.flatMap((prop) =>
      prop.type === NodeTypes.ATTRIBUTE && SAID.includes(prop.name) && hasText(prop.value?.content ?? '')
        ? [`${prop.name}="${prop.value?.content}"`]
        : [],
    );
    return [...said, ...literals(node.children)];
  });
}

it('components with words have no other texts', () => {
  const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.vue'),
  );
  const found = files.flatMap((name) => {
    const text = readFileSync(path.join(SRC, name), 'utf8');
    if (!/from '[./]+\/words'/.test(text)) return [];
    const template = parse(text).children.find(
      (node) => node.type === NodeTypes.ELEMENT && node.tag === 'template',
    );
    const children = template?.type === NodeTypes.ELEMENT ? template.children : [];
    return literals(children).map((literal) => `${name}: ${literal}`);
  });
  expect(found).toEqual([]);
});
