import type { RawDocument } from '../core/types.js';
import type { Shard } from '../io/shard.js';
import { clean as cleanDocument } from '../pipeline.js';
import { makingOf, recordOf, type Clean, type Making } from './clean-document.js';
import type { Made } from './elsewhere.js';
import type { TaskContext, TaskName } from './engine.js';
import { linesOf } from './learn-shard.js';

/** What is done with one document that was handed to a thread, by the task that it is part of. */
export type DocumentTasks = {
  readonly [Name in TaskName]: (document: RawDocument, shard: Shard, context: TaskContext) => Promise<Made[Name]>;
};

/** Made once a shard, of which a thread gets many documents. */
const makings = new WeakMap<Shard, Promise<Making>>();

export function documentTasks(clean: Clean): DocumentTasks {
  return {
    learn: (document, _shard, context) => Promise.resolve(linesOf(document, context)),
    clean: async (document, shard, context) => {
      let making = makings.get(shard);
      if (making === undefined) makings.set(shard, (making = makingOf(shard, context)));
      return recordOf(document, await making, clean);
    },
  };
}

export const DOCUMENT_TASKS = documentTasks(cleanDocument);
