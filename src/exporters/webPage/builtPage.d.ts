// The page of src/player/page as vite/playerScripts builds it: HTML with its script and style inside, and places for what is
// of one generator alone.
declare module 'virtual:web-page' {
  const html: string;
  export default html;
}
