// The catalogue (catalogue.ts) as vite/catalogueData writes it down: the same data, without the code of what it lists.
declare module 'virtual:catalogue' {
  // An import would make this file a module, which can declare no other.
  // eslint-disable-next-line @typescript-eslint/consistent-type-imports
  const catalogue: import('../protocol').Catalogue;
  export default catalogue;
}
