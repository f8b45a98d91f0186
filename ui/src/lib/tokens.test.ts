import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { dark, light } from './tokens';

const css = readFileSync('src/tokens.css', 'utf8');
const [lightCss = '', darkCss = ''] = css.split("[data-mantine-color-scheme='dark']");

describe.each([['light', light, lightCss], ['dark', dark, darkCss]] as const)('%s', (_, tokens, text) => {
  it.each(Object.entries(tokens).filter(([, value]) => typeof value === 'string'))('%s is the same on the page and in charts', (name, value) => {
    const property = `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
    expect(text).toContain(`${property}: ${String(value)};`);
  });
});
