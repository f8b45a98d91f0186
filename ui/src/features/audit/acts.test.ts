import { expect, it } from 'vitest';
import { actsCsv, nameOf } from './acts';

it('names an act in the language of the reader, or else in words', () => {
  expect(nameOf('signed_in', (key) => (key === 'people.acts.signed_in' ? 'Connexion' : null))).toBe('Connexion');
  expect(nameOf('person_erased', () => null)).toBe('Person erased');
});

it('writes all columns, and nothing that a spreadsheet would run', () => {
  const csv = actsCsv([{ number: 7, at: '2026-03-01T10:00:00Z', act: 'signed_in', actor: '=cmd', subject: null, address: null, detail: 'a, "b"' }]);
  expect(csv).toBe('\uFEFFnumber,at,act,actor,subject,address,detail\r\n7,2026-03-01T10:00:00Z,signed_in,\'=cmd,,,"a, ""b"""\r\n');
});
