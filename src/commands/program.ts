import { fileURLToPath } from 'node:url';

/** The program itself, for commands that start it as a process of its own. */
export const PROGRAM = fileURLToPath(new URL('../cli.js', import.meta.url));
