import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { load } from 'cheerio/slim';
import { z } from 'zod';
import { UsageError } from '../core/errors.js';
import { REASONS, type SiteProfile } from '../core/types.js';
import { compile } from '../rules/phrases/pattern.js';
import type { Phrase, PhraseKind } from '../rules/phrases/types.js';
import { errorMessage } from './error-code.js';
import { describeIssues, parseJson } from './issues.js';
import { byCodeUnit } from '../core/order.js';

/** The user's own site profiles and phrases: JSON files in a folder, checked here so that a mistake has a file and a key. */

const KINDS = ['label', 'button', 'lead-in', 'ending', 'notice', 'list-head'] as const satisfies readonly PhraseKind[];

function compiles(attempt: () => void): string | null {
  try {
    attempt();
    return null;
  } catch (error) {
    return errorMessage(error);
  }
}

/** A string that a compiler takes; the message is the compiler's. */
const checked = (what: string, attempt: (text: string) => void) =>
  z.string().superRefine((text, context) => {
    const problem =
      text.trim() === ''
        ? 'it is empty'
        : compiles(() => {
            attempt(text);
          });
    if (problem !== null) context.addIssue({ code: 'custom', message: `expected ${what}: ${problem}` });
  });

const document = load('<p>');
const selector = checked('a CSS selector', (css) => document(css));
const pattern = checked('a phrase pattern', compile);

const phraseSchema: z.ZodType<Phrase> = z.strictObject({
  reason: z.enum(REASONS),
  kind: z.enum(KINDS),
  any: z.array(pattern).min(1),
  drops: z.array(z.string()).default([]),
  keeps: z.array(z.string()).default([]),
});

const target = { select: selector.optional(), line: z.string().min(1).optional() };
const hasTarget = ({ select, line }: { select?: string | undefined; line?: string | undefined }): boolean =>
  select !== undefined || line !== undefined;
const needsTarget = { error: 'expected "select" or "line"' };

export const profileSchema = z.strictObject({
  name: z.string().min(1).optional().describe("the file's name if absent"),
  sources: z.array(z.string().min(1)).optional().describe('registrable domains or source names; absent: every source'),
  language: z.string().min(2).optional(),
  from: z.iso.date().optional().describe('first day of fetching that it is for'),
  until: z.iso.date().optional().describe('first day of fetching that it is no longer for'),
  body: z.array(selector).optional(),
  drop: z.array(z.strictObject({ ...target, reason: z.enum(REASONS) }).refine(hasTarget, needsTarget)).optional(),
  keep: z.array(z.strictObject(target).refine(hasTarget, needsTarget)).optional(),
  phrases: z.array(phraseSchema).optional(),
});

export type UserProfile = SiteProfile & { readonly phrases?: readonly Phrase[] | undefined };

async function loadProfile(path: string): Promise<UserProfile> {
  const parsed = parseJson(await readFile(path, 'utf8'));
  if ('problem' in parsed) throw new UsageError(`${path}: ${parsed.problem}`);
  const { data, error } = profileSchema.safeParse(parsed.json);
  if (error) throw new UsageError(`${path}: ${describeIssues(error)}`);
  return { ...data, name: data.name ?? basename(path, '.json') };
}

/**
 * The profiles of a folder, in the order of their files' names.
 * @throws UsageError with file, key and what was expected
 */
export async function loadProfiles(folder: string): Promise<UserProfile[]> {
  let names: string[];
  try {
    names = await readdir(folder);
  } catch {
    throw new UsageError(`${folder}: expected a folder of profiles (*.json)`);
  }
  const files = names.filter((name) => name.endsWith('.json') && !name.startsWith('.')).sort(byCodeUnit);
  return Promise.all(files.map((name) => loadProfile(join(folder, name))));
}
