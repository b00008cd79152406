/** Longest names and paths that common file systems take, in bytes. */
const MAX_NAME = 255;
const MAX_PATH = 3000;

/** Why a key cannot be a path below a folder, in a few words; null where it can. */
export function pathProblem(key: string): string | null {
  const names = key.split('/');
  if (names.some((name) => name === '' || name === '.' || name === '..'))
    return 'its key is no path: "..", "." or nothing stands between slashes; give it another';
  if (key.includes('\0')) return 'its key is no path: it holds a zero character; give it another';
  if (Buffer.byteLength(key) > MAX_PATH || names.some((name) => Buffer.byteLength(name) > MAX_NAME))
    return `its key is too long for a file: more than ${MAX_NAME} bytes between slashes, or ${MAX_PATH} in all`;
  return null;
}

/** The folders above a path, each without a slash at its end. */
export function* foldersAbove(path: string): Generator<string> {
  for (let slash = path.lastIndexOf('/'); slash > 0; slash = path.lastIndexOf('/', slash - 1))
    yield path.slice(0, slash);
}

/** Hidden, as a file or in a hidden folder. */
export const isHidden = (path: string): boolean => path.startsWith('.') || path.includes('/.');
