import { expect, it } from 'vitest';
import { actsOf } from './steps';

it('offers what the state allows', () => {
  expect(actsOf({ state: 'draft', enabled: true })).toEqual(['start', 'off']);
  expect(actsOf({ state: 'running', enabled: true })).toEqual(['decide', 'stop', 'off']);
  expect(actsOf({ state: 'stopped', enabled: true })).toEqual(['start', 'decide', 'off']);
  expect(actsOf({ state: 'decided', enabled: true })).toEqual(['decide', 'off']);
});

it('switches on again what was switched off', () => {
  expect(actsOf({ state: 'running', enabled: false })).toEqual(['decide', 'stop', 'on']);
});
