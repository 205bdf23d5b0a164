// Gives a file to the person.
import type { ProducedFile } from '../protocol';

export function download({ fileName, mimeType, bytes }: ProducedFile): void {
  const url = URL.createObjectURL(new Blob([bytes], { type: mimeType }));
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
