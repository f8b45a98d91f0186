import { describe, expect, it } from 'vitest';
import { csvOf, inserted, isNumeric, shown } from './cells';

describe('cells of an answer', () => {
  it('tells figures from texts by their type', () => {
    expect(['BIGINT', 'INTEGER', 'UTINYINT', 'DOUBLE', 'DECIMAL(18,4)', 'HUGEINT'].every(isNumeric)).toBe(true);
    expect(['VARCHAR', 'DATE', 'TIMESTAMP', 'BOOLEAN', 'INTERVAL'].some(isNumeric)).toBe(false);
  });
  it('shows what is not there', () => {
    expect([null, '', 0, false].map(shown)).toEqual(['NULL', '', '0', 'false']);
  });
  it('writes CSV that no spreadsheet runs', () => {
    expect(csvOf({ columns: [{ name: 'a', type: 'VARCHAR' }, { name: 'b', type: 'BIGINT' }], rows: [['=1+1', 2], [null, 3]] as never, more: false, milliseconds: 1 }))
      .toBe('\uFEFFa,b\r\n\'=1+1,2\r\n,3\r\n');
  });
});

describe('putting a name into the statement', () => {
  it('keeps words apart', () => {
    expect(inserted('select from', 6, 6, 'day')).toEqual({ text: 'select day from', caret: 10 });
    expect(inserted('', 0, 0, 'events')).toEqual({ text: 'events', caret: 6 });
    expect(inserted('select max() x', 11, 11, 'day').text).toBe('select max(day) x');
  });
  it('replaces what is selected', () => {
    expect(inserted('select x from t', 7, 8, 'day').text).toBe('select day from t');
  });
});
