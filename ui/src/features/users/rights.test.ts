import { expect, it } from 'vitest';
import { grantable, mayTouch } from './rights';

it('nobody gives or touches a role above their own', () => {
  expect(grantable('moderator')).toEqual(['moderator', 'analyst', 'viewer']);
  expect(grantable('admin')).toEqual(['admin', 'moderator', 'analyst', 'viewer']);
  expect(mayTouch('moderator', 'admin')).toBe(false);
  expect(mayTouch('moderator', 'moderator')).toBe(true);
});
