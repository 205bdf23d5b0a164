// Where a thing comes from, as its definition says it, in two parts: words and the address behind them. Pure.

/** @param source such as `After Radford et al. 2015, https://arxiv.org/abs/1511.06434` */
export function sourceParts(source: string): { readonly words: string; readonly link: string | undefined } {
  const link = /https?:\/\/\S+/.exec(source)?.[0];
  return { words: source.replace(link ?? '', '').trim(), link };
}
