import { describe, expect, it } from 'vitest';
import { botsOf, botViews, parseSearch, readFilters, readView, stringifySearch, withBots, writeFilters, type Filter } from './search';

describe('the address', () => {
  it('keeps period, comparison and filters through a round trip', () => {
    const filters: Filter[] = [
      { field: 'channel', op: 'is', values: ['Email', 'Paid search'] },
      { field: 'product', op: 'contains', values: ['a,b;c:d & é/%'] },
      { field: 'campaign', op: 'exists', values: [] },
    ];
    const view = { period: 'custom' as const, from: '2026-10-01', to: '2026-10-31', compare: 'previous_year' as const, filters: writeFilters(filters) };
    const read = readView(parseSearch(stringifySearch(view)));
    expect(read).toEqual(view);
    expect(readFilters(read.filters)).toEqual(filters);
  });
  it('can be read and typed by a person', () => {
    expect(stringifySearch({ period: 'last_7_days', filters: 'channel:is:Email' })).toBe('?period=last_7_days&filters=channel:is:Email');
    expect(stringifySearch({ period: undefined })).toBe('');
  });
  it('drops what is not valid instead of failing', () => {
    expect(readView({ period: 'for ever', compare: 'x', filters: 'nothing:is:1;channel:likes:2;channel:is:' })).toEqual({});
    expect(readView({ period: 'custom', from: '2026-10-31', to: '2026-10-01' })).toEqual({});
    expect(readView({ period: 'custom', from: '2026-13-01', to: '2026-10-01' })).toEqual({});
    expect(readFilters('channel:is:%E0%A4%A')).toEqual([{ field: 'channel', op: 'is', values: ['%E0%A4%A'] }]);
  });
});

it('bots are a filter of the address, and people alone need none', () => {
  const others: Filter[] = [{ field: 'country', op: 'is', values: ['FR'] }];
  for (const bots of botViews) expect(botsOf(readFilters(writeFilters(withBots(others, bots))))).toBe(bots);
  expect(withBots(withBots(others, 'only'), 'without')).toEqual(others);
  expect(withBots(withBots(others, 'only'), 'with')).toEqual([...others, { field: 'bot', op: 'is', values: ['any'] }]);
});
