import { z } from 'zod';
import { SCOPES } from '../../core/decision.js';
import { STATUSES } from '../../core/record.js';
import { REASONS } from '../../core/types.js';
import { SORTS, type DecisionRequest, type Filter, type Ref, type RetireRequest, type Sort } from '../api.js';
import { RequestProblem } from '../desk/problem.js';

/** What comes in with a request, checked. */

const MOST_ROWS = 200;
const name = z.string().min(1).max(1000);
const number = z.coerce.number().int().nonnegative();
const yes = z.enum(['true', 'false']).transform((value) => value === 'true');

const filterSchema = z.object({
  source: name.optional(),
  language: name.optional(),
  status: z.enum(STATUSES).optional(),
  reason: z.enum(REASONS).optional(),
  rule: name.optional(),
  flag: name.optional(),
  unsure: z.coerce.number().min(0).max(1).optional(),
  changed: yes.optional(),
  decided: yes.optional(),
  q: z.string().max(1000).optional(),
});
const pageSchema = z.object({
  from: number.default(0),
  limit: number.max(MOST_ROWS).default(50),
  sort: z.enum(SORTS).default('risk'),
});
const refSchema = z.object({ path: z.string(), at: number });

const end = z.strictObject({ piece: z.number().int().nonnegative(), offset: z.number().int().nonnegative() });
const selection = z.strictObject({ from: end, to: end });
const base = {
  ref: z.strictObject({ path: z.string(), at: z.number().int().nonnegative() }),
  note: z.string().optional(),
  version: z.string().optional(),
};
const scope = z.enum(SCOPES);
const requestSchema = z.discriminatedUnion('action', [
  z.strictObject({ ...base, action: z.enum(['accept', 'keep']), scope, selection }),
  z.strictObject({ ...base, action: z.literal('strike'), scope, selection, reason: z.enum(REASONS) }),
  // The decision's own schema says which values a field may have.
  z.strictObject({ ...base, action: z.literal('correct'), field: z.string(), value: z.unknown() }),
]);
const retireSchema = z.strictObject({ decision: z.string() });

function check<T>(schema: z.ZodType<T>, value: unknown): T {
  const { data, error } = schema.safeParse(value);
  if (error === undefined) return data;
  const issue = error.issues[0];
  throw new RequestProblem(400, `${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'not understood'}`);
}

type Query = Readonly<Record<string, string>>;

/** Without what is not there: properties are absent, not undefined. */
export const filterOf = (query: Query): Filter =>
  Object.fromEntries(Object.entries(check(filterSchema, query)).filter(([, value]) => value !== undefined));
export const pageOf = (query: Query): { from: number; limit: number; sort: Sort } => check(pageSchema, query);
export const refOf = (query: Query): Ref => check(refSchema, query);
export const decisionOf = (body: unknown): DecisionRequest => check(requestSchema, body) as DecisionRequest;
export const retireOf = (body: unknown): RetireRequest => check(retireSchema, body);
