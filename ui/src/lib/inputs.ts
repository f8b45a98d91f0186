/** Fields of a form as they stand in an address: numbers and words. */
export type Inputs = Record<string, number | string | null>;

/** `visitors:2400;kind:mean`. What is unknown or no number is dropped, so that a mangled link still opens. */
export function readInputs<T extends Inputs>(text: unknown, defaults: T): T {
  const given = Object.fromEntries(String(text ?? '').split(';').map((part) => part.split(':', 2) as [string, string?]));
  return Object.fromEntries(Object.entries(defaults).map(([name, fallback]) => [name, read(given[name], fallback)])) as T;
}

function read(text: string | undefined, fallback: number | string | null): number | string | null {
  if (text === undefined) return fallback;
  // A key of an experiment has up to 100 letters, figures, dots, dashes and underscores.
  if (typeof fallback === 'string') return /^[\w.-]{1,100}$/.test(text) ? text : fallback;
  if (text === '') return null;
  const number = Number(text);
  return Number.isFinite(number) ? number : fallback;
}

/** Only what differs from the defaults; undefined when nothing does. */
export function writeInputs<T extends Inputs>(inputs: T, defaults: T): string | undefined {
  const parts = Object.entries(inputs).filter(([name, value]) => value !== defaults[name]).map(([name, value]) => `${name}:${value ?? ''}`);
  return parts.length === 0 ? undefined : parts.join(';');
}
