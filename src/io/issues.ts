import type { z } from 'zod';
import { errorMessage } from './error-code.js';

type Issue = z.core.$ZodIssue;

function describeIssue(issue: Issue): string {
  // Of a union, the branch that came furthest says best what is wrong.
  if (issue.code === 'invalid_union' && issue.errors.length > 0 && issue.message === 'Invalid input') {
    const deepest = issue.errors.flat().sort((a, b) => b.path.length - a.path.length)[0];
    if (deepest) return describeIssue({ ...deepest, path: [...issue.path, ...deepest.path] });
  }
  const key = issue.path.map(String).join('.');
  if (issue.code === 'unrecognized_keys')
    return `${key === '' ? '' : `${key}: `}unknown key ${issue.keys.map((name) => `"${name}"`).join(', ')}`;
  const message = issue.message.replace(/^Invalid (input|option|string): /, '');
  return key === '' ? message : `${key}: ${message}`;
}

/** What is wrong with a value, in one line: for each fault the key and what was expected. */
export function describeIssues(error: z.ZodError): string {
  return error.issues.map(describeIssue).join('; ');
}

/** JSON.parse with a message of one line, without a byte order mark. */
export function parseJson(text: string): { readonly json: unknown } | { readonly problem: string } {
  try {
    return { json: JSON.parse(text.replace(/^\ufeff/, '')) as unknown };
  } catch (error) {
    return { problem: `expected JSON: ${errorMessage(error)}` };
  }
}
