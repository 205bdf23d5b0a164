// The table of rooms as Markdown, and what may be wrong with the list behind it. Pure; scripts/rooms.ts reads and writes.

export interface Room {
  /** Folder below src/. */
  readonly name: string;
  readonly tower: string;
  /** A sentence for the table. */
  readonly holds: string;
  /** Rooms that it may import; `above`: every room before it on its tower and the ground; `anything`: for tests. */
  readonly knows: readonly string[] | string;
  /** Whether its folders never import each other. */
  readonly foldersApart?: boolean;
}

export interface House {
  readonly rooms: readonly Room[];
  /** Folders beside src/, with words instead of rules. */
  readonly outside: readonly { readonly name: string; readonly holds: string; readonly knows: string }[];
}

const BEGIN = '<!-- rooms: written by `npm run rooms` from docs/rooms.json -->';
const END = '<!-- /rooms -->';

function knowsInWords({ knows, foldersApart }: Room): string {
  const apart = foldersApart ? '; its folders never each other' : '';
  if (knows === 'above') return `the rooms above${apart}`;
  if (typeof knows === 'string') return knows;
  return (knows.length > 0 ? knows.join(', ') : 'nothing else') + apart;
}

/** Rows in the order of the list. */
export function roomsTable({ rooms, outside }: House): string {
  const rows = [
    ['room', 'what is in it', 'may know'],
    ['---', '---', '---'],
    ...rooms.map((room) => [
      `\`src/${room.name}${room.foldersApart ? '/*' : ''}\``,
      room.holds,
      knowsInWords(room),
    ]),
    ...outside.map(({ name, holds, knows }) => [`\`${name}\``, holds, knows]),
  ];
  return rows.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** `text` with its table replaced. @throws Error when it has no place for one */
export function withTable(text: string, table: string): string {
  const [begin, end] = [text.indexOf(BEGIN), text.indexOf(END)];
  if (begin < 0 || end < begin)
    throw new Error(
      `docs/ARCHITECTURE.md has no place for the table: it stands between ${BEGIN} and ${END}.`,
    );
  return `${text.slice(0, begin)}${BEGIN}\n\n${table}\n\n${text.slice(end)}`;
}

const WITHOUT_ROOM = ['src', 'docs', 'kiosk', 'public', 'node_modules', 'dist', 'build'];

/** What is wrong, a sentence each: a folder without a room or the other way round, no sentence, an arrow up. */
export function faultsOfRooms(
  { rooms, outside }: House,
  sourceFolders: readonly string[],
  rootFolders: readonly string[],
): string[] {
  const faults: string[] = [];
  const lists = [
    { kind: 'src/', named: rooms, folders: sourceFolders },
    {
      kind: '',
      named: outside,
      folders: rootFolders.filter((name) => !name.startsWith('.') && !WITHOUT_ROOM.includes(name)),
    },
  ];
  for (const { kind, named, folders } of lists) {
    const names = named.map(({ name }) => name);
    for (const name of folders)
      if (!names.includes(name)) faults.push(`${kind}${name} has no entry in docs/rooms.json.`);
    for (const { name, holds } of named) {
      if (!folders.includes(name)) faults.push(`docs/rooms.json names ${kind}${name}, which is no folder.`);
      if (holds.trim().length < 10)
        faults.push(`docs/rooms.json says nothing about what is in ${kind}${name}.`);
      if (names.indexOf(name) !== names.lastIndexOf(name))
        faults.push(`docs/rooms.json names ${kind}${name} twice.`);
    }
  }
  rooms.forEach(({ name, knows }, i) => {
    if (typeof knows === 'string') return;
    const before = rooms.slice(0, i).map((room) => room.name);
    for (const other of knows)
      if (!before.includes(other))
        faults.push(`src/${name} may know ${other}, which does not stand before it in docs/rooms.json.`);
  });
  return faults;
}
