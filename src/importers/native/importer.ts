// `model.bin`, as Export writes it for the program of a board: opened as the float network that its integers stand for.
import { isNative } from '../../readers/native/file';
import { readNativeModel } from '../../readers/native/graph';
import { defineImporter } from '../define';
import { networkOfGraph } from '../graphNetwork';

export const nativeImporter = defineImporter({
  id: 'native',
  label: 'model.bin',
  recognizes: ({ bytes }) => isNative(bytes),
  read({ bytes }) {
    const { graph, classes } = readNativeModel(bytes);
    return { ...networkOfGraph(graph), choice: classes > 0 ? { source: 'labels', count: classes } : null };
  },
});
