/** Why a statement is refused, as the server says it, and the words for it; what has none is said as it came. */
const refusals = [
  { said: /^there is no table (.+) for you to read$/, word: 'table' },
  { said: /^the function (.+) is not allowed here$/, word: 'function' },
  { said: /^one statement at a time, not (.+)$/, word: 'one' },
  { said: /^(.+) is not allowed here$/, word: 'kind' },
] as const;

export function refusalOf(detail: string): { word: (typeof refusals)[number]['word']; what: string } | null {
  for (const { said, word } of refusals) {
    const found = said.exec(detail);
    if (found) return { word, what: found[1]! };
  }
  return null;
}
