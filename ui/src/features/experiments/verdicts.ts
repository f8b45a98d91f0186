/** Which colour a verdict has; the words say the same. */
export function toneOf(verdict: string): 'good' | 'bad' | 'warn' | 'open' {
  if (verdict === 'better') return 'good';
  if (verdict === 'worse') return 'bad';
  return verdict === 'split_off' ? 'warn' : 'open';
}
