import { expect, it } from 'vitest';
import { piecesOf } from './marks';

it('cuts highlighting into texts and never leaves an element in them', () => {
  expect(piecesOf('a <mark>b</mark> &lt;script&gt;<mark>x</mark>(1)&amp;lt;')).toEqual([
    { text: 'a ', marked: false },
    { text: 'b', marked: true },
    { text: ' <script>', marked: false },
    { text: 'x', marked: true },
    { text: '(1)&lt;', marked: false },
  ]);
});

it('takes a text without marks for one piece', () => {
  expect(piecesOf('plain')).toEqual([{ text: 'plain', marked: false }]);
  expect(piecesOf('')).toEqual([]);
});
