import { encode } from 'uqr';

const svg = 'http://www.w3.org/2000/svg';
/** The light margin a reader needs around the code, in modules. */
const quietZone = 4;

/** A public address as a QR code, drawn as one path. The address itself stands beside it as text, so it has no name. */
export function qrCode(address: string, page: Document): SVGSVGElement {
  const { size, data } = encode(address, { ecc: 'M', border: quietZone });
  const picture = page.createElementNS(svg, 'svg');
  picture.setAttribute('viewBox', `0 0 ${size} ${size}`);
  picture.setAttribute('shape-rendering', 'crispEdges');
  picture.setAttribute('aria-hidden', 'true');
  picture.setAttribute('class', 'code');
  const ground = page.createElementNS(svg, 'path');
  ground.setAttribute('fill', '#fff');
  ground.setAttribute('d', `M0 0h${size}v${size}h-${size}z`);
  const modules = page.createElementNS(svg, 'path');
  modules.setAttribute('fill', '#000');
  modules.setAttribute(
    'd',
    data.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ''))).join(''),
  );
  picture.append(ground, modules);
  return picture;
}
