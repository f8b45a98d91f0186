/** What a field for numbers holds as a number; null while it is none, as an empty field or a sign alone. */
export function decimalOf(typed: number | bigint | string): number | null {
  if (typeof typed === 'string' && typed.trim() === '') return null;
  const number = Number(typed);
  return Number.isFinite(number) ? number : null;
}

/** English has a point before the decimals, French and Spanish a comma. */
export const decimalSign = (language: string) => (language.startsWith('en') ? '.' : ',');
