// Names of classes of the data sets that come with the page, in the languages of people: for the page, the kiosk and web pages that
// leave. By the English name, which files and programs keep. What a person named, a folder for example, stays as it is. Pure.

export const CLASS_NAMES = {
  de: {
    'T-shirt or top': 'T-Shirt oder Top',
    Trouser: 'Hose',
    Pullover: 'Pullover',
    Dress: 'Kleid',
    Coat: 'Mantel',
    Sandal: 'Sandale',
    Shirt: 'Hemd',
    Sneaker: 'Sneaker',
    Bag: 'Tasche',
    'Ankle boot': 'Stiefelette',
  },
  es: {
    'T-shirt or top': 'Camiseta o top',
    Trouser: 'Pantalón',
    Pullover: 'Jersey',
    Dress: 'Vestido',
    Coat: 'Abrigo',
    Sandal: 'Sandalia',
    Shirt: 'Camisa',
    Sneaker: 'Zapatilla',
    Bag: 'Bolso',
    'Ankle boot': 'Botín',
  },
  zh: {
    'T-shirt or top': 'T 恤或上衣',
    Trouser: '裤子',
    Pullover: '套头衫',
    Dress: '连衣裙',
    Coat: '外套',
    Sandal: '凉鞋',
    Shirt: '衬衫',
    Sneaker: '运动鞋',
    Bag: '包',
    'Ankle boot': '短靴',
  },
} as const;

/** @param tag of the language, BCP 47. @returns the name as it is where there is no other */
export function classNameIn(tag: string, english: string): string {
  const main = tag.toLowerCase().split('-')[0];
  const found = Object.entries(CLASS_NAMES).find(([language]) => language === main);
  const names: Readonly<Record<string, string>> = found ? found[1] : {};
  return Object.hasOwn(names, english) ? names[english] : english;
}
