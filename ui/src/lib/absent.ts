/** Whether there is no value; zero and an empty text are values. */
export function isAbsent(value: unknown): value is null | undefined {
  return value === null || value === undefined;
}
