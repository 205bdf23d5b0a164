import { describe, expect, it } from 'vitest';
import { droppedIn, foundInEntries, openGiven } from './givenFiles';

type Tree = { readonly [name: string]: Tree | string };

/** A dropped folder as browsers give it: its entries in portions of two. */
function entryOf(name: string, content: Tree | string, above = ''): FileSystemEntry {
  const fullPath = `${above}/${name}`;
  if (typeof content === 'string') {
    const file = (found: (file: File) => void, failed: (error: Error) => void): void =>
      content === 'locked' ? failed(new Error('it is locked')) : found(new File([content], name));
    return { isFile: true, isDirectory: false, name, fullPath, file } as unknown as FileSystemEntry;
  }
  const createReader = () => {
    const inner = Object.entries(content).map(([key, value]) => entryOf(key, value, fullPath));
    return { readEntries: (found: (some: FileSystemEntry[]) => void): void => found(inner.splice(0, 2)) };
  };
  return { isFile: false, isDirectory: true, name, fullPath, createReader } as unknown as FileSystemEntry;
}

const SET = {
  cats: { '1.PNG': 'a', '2.png': 'b', '3.png': 'c', 'notes.txt': 'x' },
  dogs: { deep: { '4.jpg': 'd' }, empty: {} },
};
const live = new AbortController().signal;
const quiet = (): void => undefined;

describe('openGiven', () => {
  it('walks folders, opens what is asked for and names the rest', async () => {
    const found = foundInEntries([entryOf('set', SET), entryOf('single.bin', 'e')]);
    const { files, unopened } = await openGiven(found, ['.png', '.jpg'], live, quiet);
    expect(files.map(({ name }) => name).sort()).toEqual([
      'set/cats/1.PNG',
      'set/cats/2.png',
      'set/cats/3.png',
      'set/dogs/deep/4.jpg',
      'single.bin',
    ]);
    expect(unopened).toEqual(['set/cats/notes.txt']);
    expect(await files.find(({ name }) => name.endsWith('4.jpg'))?.file.text()).toBe('d');
  });

  it('opens so many at most, spread over all, and names the others', async () => {
    let opened = 0;
    const found = Array.from({ length: 5000 }, (_, i) => ({
      path: `set/${i}.png`,
      open: () => {
        opened++;
        return new File([], `${i}`);
      },
    }));
    const seen: number[] = [];
    const { files, unopened } = await openGiven(found, ['.png'], live, (count) => seen.push(count), 50);
    expect([files.length, unopened.length, opened]).toEqual([50, 4950, 50]);
    expect([files[0].name, files[49].name]).toEqual(['set/99.png', 'set/4999.png']);
    expect(seen).toEqual([1000, 2000, 3000, 4000, 5000]);
  });

  it('stops when told to, and says what cannot be opened', async () => {
    const found = () => foundInEntries([entryOf('set', { '1.png': 'locked' })]);
    await expect(openGiven(found(), ['.png'], AbortSignal.abort(), quiet)).rejects.toThrow('abort');
    await expect(openGiven(found(), ['.png'], live, quiet)).rejects.toThrow('it is locked');
  });
});

describe('droppedIn', () => {
  const transfer = (entries: FileSystemEntry[], files: File[]): DataTransfer =>
    ({
      items: entries.map((entry) => ({ webkitGetAsEntry: () => entry })),
      files,
    }) as unknown as DataTransfer;

  it('takes plain files as they are, and folders apart', async () => {
    const file = new File(['x'], 'a.zip');
    const plain = await openGiven(droppedIn(transfer([entryOf('a.zip', 'x')], [file])), [], live, quiet);
    expect(plain.files).toEqual([{ name: 'a.zip', file }]);
    const folder = await openGiven(droppedIn(transfer([entryOf('set', SET)], [file])), ['.png'], live, quiet);
    expect(folder.files).toHaveLength(3);
    expect([...(droppedIn(null) as Iterable<unknown>)]).toEqual([]);
  });
});
