/**
 * The colours of charts. A canvas cannot read CSS variables, so the same values stand here and in `tokens.css`;
 * a test holds the two together.
 */
export interface Tokens {
  canvas: string; surface: string; raised: string; sunken: string;
  text: string; second: string; muted: string;
  border: string; grid: string; axis: string; control: string;
  accent: string; accentSoft: string; fill: string; bar: string;
  previous: string; rest: string;
  good: string; bad: string; warn: string;
  series: readonly string[];
  sequential: readonly string[];
}

export const light: Tokens = {
  canvas: '#f6f7f9', surface: '#ffffff', raised: '#ffffff', sunken: '#f1f3f6',
  text: '#111827', second: '#465063', muted: '#5e697d',
  border: '#e4e7ec', grid: '#eceff3', axis: '#d5dae2', control: '#8b95a7',
  accent: '#3b5bdb', accentSoft: '#e8edfd', fill: '#3b5bdb', bar: '#c3cef7',
  previous: '#7d8798', rest: '#c3c9d3',
  good: '#0b7a53', bad: '#b42333', warn: '#8f5500',
  series: ['#3b5bdb', '#d9730d', '#12805c', '#a1447f', '#1f9acb', '#8a1226', '#7a6a06', '#5f1f9e'],
  sequential: ['#eef2ff', '#c9d5fb', '#8fa6f2', '#5774e0', '#2b45b0'],
};

export const dark: Tokens = {
  canvas: '#0b0e14', surface: '#12161f', raised: '#1a202c', sunken: '#0f131b',
  text: '#e8ebf2', second: '#aab3c5', muted: '#8590a5',
  border: '#222937', grid: '#1d2330', axis: '#2d3545', control: '#5b677d',
  accent: '#7f9bff', accentSoft: '#1b2547', fill: '#6684f5', bar: '#2c3a6b',
  previous: '#8a95a9', rest: '#4a5468',
  good: '#4cc795', bad: '#ff8a94', warn: '#f2b04e',
  series: ['#7f9bff', '#f59f45', '#35a079', '#c178ab', '#7be0f4', '#ec4a5c', '#f3f0a6', '#8f4fdc'],
  sequential: ['#161c2b', '#24315c', '#3a4f9a', '#6680dc', '#a9bbff'],
};
