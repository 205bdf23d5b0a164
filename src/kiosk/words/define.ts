// What the texts of the kiosk are in any language: those of the English ones, with the same values in them.
import type english from './en';

export type KioskTexts = { readonly [K in keyof typeof english]: string };

type Names<S> = S extends `${string}{${infer Name}}${infer Rest}` ? Name | Names<Rest> : never;

/** What a text asks for. */
export type Values<K extends keyof KioskTexts> = [Names<(typeof english)[K]>] extends [never]
  ? []
  : [values: Readonly<Record<Names<(typeof english)[K]>, string | number>>];
