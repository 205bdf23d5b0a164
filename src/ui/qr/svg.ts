// A QR code as an SVG file: dark on light with the quiet zone of four modules that readers need, whatever the page's colours.
import type { QrModules } from './modules';

const QUIET = 4;

/** Dark modules as one path, in modules from the outer corner. */
export const qrPath = (modules: QrModules): string =>
  modules
    .flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x + QUIET} ${y + QUIET}h1v1h-1z`] : [])))
    .join('');

export const qrSide = (modules: QrModules): number => modules.length + 2 * QUIET;

export function qrSvg(modules: QrModules): string {
  const side = qrSide(modules);
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}" shape-rendering="crispEdges">` +
    `<rect width="${side}" height="${side}" fill="#fff"/><path fill="#000" d="${qrPath(modules)}"/></svg>\n`
  );
}
