import { DOCUMENT_TASKS } from './document-tasks.js';
import { answering } from './post.js';
import { TASKS } from './tasks.js';

/** What a worker thread does. threads.ts starts it by this file's name. */
export const work = answering(TASKS, DOCUMENT_TASKS);
