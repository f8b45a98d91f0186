import { describe, expect, it } from 'vitest';
import type { Answer } from '../../api/client';
import { Table } from '../../api/table';
import { amountsOf, bucketsOf, logGrain, logQuestion } from './logCharts';

const table = (columns: string[], rows: unknown[][]) => new Table({ columns: columns.map((name, index) => ({ name, role: index === 0 ? 'dimension' : 'metric', type: 'text' })), rows, meta: {} } as unknown as Answer);

describe('charts of logs', () => {
  it('hours without a log have none', () => {
    const main = table(['time', 'logs', 'errors'], [['2026-11-01T10:00:00Z', 5, 1], ['2026-11-01T12:00:00Z', 2, 0]]);
    expect(bucketsOf(main, 'hour')).toEqual([
      { time: '2026-11-01T10:00:00Z', logs: 5, errors: 1 }, { time: '2026-11-01T11:00:00Z', logs: 0, errors: 0 }, { time: '2026-11-01T12:00:00Z', logs: 2, errors: 0 },
    ]);
    expect(bucketsOf(table(['time', 'logs', 'errors'], [['2026-11-01', 5, 1], ['2026-11-03', 2, 0]]), 'day').map(({ time }) => time)).toEqual(['2026-11-01', '2026-11-02', '2026-11-03']);
    expect(bucketsOf(table(['time', 'logs', 'errors'], []), 'hour')).toEqual([]);
  });
  it('the six ranges of amounts stand in their order, those without a transaction too', () => {
    expect(amountsOf(table(['amount_range', 'amounts'], [['1000+', 1], ['0-50', 7], [null, 0]]))).toEqual([7, 0, 0, 0, 0, 1]);
  });
  it('hours are asked for up to two months, then days', () => {
    expect([logGrain({ from: '2026-01-01', to: '2026-03-03' }), logGrain({ from: '2026-01-01', to: '2026-03-04' })]).toEqual(['hour', 'day']);
    expect(logQuestion('top_messages', { from: '2026-01-01', to: '2026-01-02' }, [], 20)).toMatchObject({ kind: 'LogFigures', logs: { by: ['message', 'service'] }, limit: 20 });
  });
});
