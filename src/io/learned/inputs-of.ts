import type { CleanOptions } from '../../core/options.js';
import { DocumentError } from '../../core/errors.js';
import type { RepeatedLines } from '../../core/types.js';
import { inputsDecided, type Decided } from '../../stages/decided.js';
import { heldLines, inputsWith } from '../../stages/held-lines.js';
import { isFault, type ReadItem } from '../reader.js';

/** What a document's inputs hang on beside its file's. */
export interface InputSources {
  readonly options: CleanOptions;
  readonly lines: RepeatedLines;
  readonly decided: Decided;
}

/**
 * The inputs that a document's record will name, without cleaning it. `inputs` are those of its file. Pages are read with a part of the pipeline
 * that is loaded only here, for few runs have to look into a document without cleaning it.
 */
export async function inputsOf(
  item: ReadItem,
  { options, lines, decided }: InputSources,
  inputs: string,
): Promise<string> {
  if (isFault(item)) return inputs;
  const own = decided.onDocument(item);
  if (lines.size === 0 && decided.wide.list.length === 0) return inputsDecided(inputs, own);
  const { readPage } = await import('../../stages/read-page.js');
  try {
    const { page, source } = readPage(item, options);
    const { held } = decided.onPage(page, source, item);
    return inputsDecided(inputsWith(heldLines(page, lines.get(source)), inputs, held), own);
  } catch (error) {
    if (error instanceof DocumentError) return inputsDecided(inputs, own);
    throw error;
  }
}
