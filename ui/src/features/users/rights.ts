import type { Role } from '../../api/client';

/** From the highest to the lowest. */
export const roles: readonly Role[] = ['admin', 'moderator', 'analyst', 'viewer'];

/** Roles that somebody may give: their own and those below. */
export function grantable(own: Role): Role[] {
  return roles.slice(roles.indexOf(own));
}

/** Whether somebody may change an account: the server refuses a role above their own. */
export function mayTouch(own: Role, other: Role): boolean {
  return grantable(own).includes(other);
}
