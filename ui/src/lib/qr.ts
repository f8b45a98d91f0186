import { encode } from 'uqr';

export interface QrPath {
  /** Modules on a side, with the quiet zone around. */
  size: number;
  /** The dark modules, as an SVG path of unit squares. */
  path: string;
}

const QUIET = 4;

/** The QR code of a text. As a path it needs neither inline styles nor an image of another kind. */
export function qrPath(text: string): QrPath {
  const { size, data } = encode(text, { ecc: 'M', border: QUIET });
  const path = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : []))).join('');
  return { size, path };
}
