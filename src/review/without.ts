/** A copy of an object without some of its properties. */
export function without<T extends object, Name extends keyof T>(object: T, names: readonly Name[]): Omit<T, Name> {
  const copy: Partial<T> = { ...object };
  for (const name of names) Reflect.deleteProperty(copy, name);
  return copy as Omit<T, Name>;
}
