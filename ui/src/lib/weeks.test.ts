import { expect, it } from 'vitest';
import { growthOf, wholeWeeks } from './weeks';

it('weeks run from Monday to Sunday and never hold an unfinished one', () => {
  // 2026-11-21 is a Saturday.
  expect(wholeWeeks({ from: '2026-10-25', to: '2026-11-21' })).toEqual({ from: '2026-08-10', to: '2026-11-15' });
  expect(wholeWeeks({ from: '2026-11-16', to: '2026-11-22' })).toEqual({ from: '2026-08-17', to: '2026-11-22' });
});

it('a long period has all its weeks', () => {
  expect(wholeWeeks({ from: '2025-11-22', to: '2026-11-21' })).toEqual({ from: '2025-11-24', to: '2026-11-15' });
});

it('growth begins with the second whole week of the shop', () => {
  expect(growthOf(['2026-11-02', '2026-11-09', '2026-11-16'], [3, 100, 150], '2026-11-05')).toEqual({ weeks: ['2026-11-09', '2026-11-16'], visitors: [100, 150], growth: [null, 0.5] });
  expect(growthOf(['2026-11-02'], [0], null).weeks).toEqual([]);
});
