// The small compute modules as vite/playerScripts packs them: deflated, in base64, with their length.
declare module 'virtual:player-kernels' {
  const kernels: Readonly<Record<'relaxed' | 'plain', { readonly bytes: number; readonly packed: string }>>;
  export default kernels;
}
