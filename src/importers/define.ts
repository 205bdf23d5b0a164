// What a model importer is: one file that reads a format into a network with its weights. Adding one is a file and a
// line in index.ts. What comes in is not trusted: every size is checked against the file before memory is taken for it.
import type { ReadNetwork } from './assembly';

/** A file that a person gave, or one out of a zip. */
export interface GivenFile {
  /** With its folders, where they are known. */
  readonly name: string;
  /** Those of an entry of a zip are unpacked when they are first asked for. */
  readonly bytes: Uint8Array;
  /** Of an entry of a zip, as the zip says it, before it is unpacked. */
  readonly sizeBytes?: number;
}

/** Bytes of a file, without unpacking it. */
export const sizeOf = (file: GivenFile): number => file.sizeBytes ?? file.bytes.length;

export interface ModelImporter {
  readonly id: string;
  /** Name of the format, for people. */
  readonly label: string;
  /** Whether the bytes say that they are of this format. */
  recognizes(file: GivenFile): boolean;
  /**
   * @param beside the other files that were given, by which a format of several files finds its parts
   * @throws DamagedModelError, UnsupportedLayerError, OversizedModelError, ForeignModelError
   */
  read(file: GivenFile, beside: readonly GivenFile[]): ReadNetwork | Promise<ReadNetwork>;
}

export const defineImporter = (importer: ModelImporter): ModelImporter => importer;
