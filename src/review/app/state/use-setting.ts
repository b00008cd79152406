import { useState } from 'preact/hooks';

/** What a person has set, remembered by the browser where it may. */
export function useSetting<T extends string>(
  name: string,
  values: readonly T[],
  otherwise: T,
): [T, (value: T) => void] {
  const key = `copydesk-${name}`;
  const [value, setValue] = useState<T>(() => values.find((known) => known === read(key)) ?? otherwise);
  return [
    value,
    (next) => {
      setValue(next);
      write(key, next);
    },
  ];
}

// A page that is opened from a file may have no storage at all.
function read(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function write(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    // Then it holds for as long as the page is open.
  }
}
