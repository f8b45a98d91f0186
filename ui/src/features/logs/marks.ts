export interface Piece {
  text: string;
  marked: boolean;
}

const SIGNS: Record<string, string> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'", '&amp;': '&' };

/** Reads the server's highlighting, in which `mark` is the only element; the pieces are shown as texts, never as HTML. */
export function piecesOf(html: string): Piece[] {
  return html.split(/(<mark>.*?<\/mark>)/gs).filter(Boolean).map((part) => {
    const marked = part.startsWith('<mark>') && part.endsWith('</mark>');
    const inner = marked ? part.slice(6, -7) : part;
    return { marked, text: inner.replace(/&(?:lt|gt|quot|#39|amp);/g, (sign) => SIGNS[sign] ?? sign) };
  });
}
