import { sha256 } from '../stages/record/identity.js';

/** JSON with sorted keys and without undefined values: equal values give equal text, whoever wrote them down. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}

/** Sixteen hex digits that name a JSON value: enough to tell versions of rules, options and inputs apart. */
export function shortHash(value: unknown): string {
  return sha256(canonicalJson(value)).slice(0, 16);
}
