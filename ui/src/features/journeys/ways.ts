/** A way in words; where the session ended there is nothing more. */
export function wayText(steps: readonly (string | null)[], name: (step: string) => string): string {
  return steps.flatMap((step) => (step === null ? [] : [name(step)])).join(' → ');
}
