import type { Scope } from '../../../../core/decision.js';
import { SCOPE_LABELS } from '../../words/labels.js';

interface Props {
  readonly name: string;
  readonly scope: Scope;
  readonly scopes?: readonly Scope[];
  /** Why only the narrowest can be chosen. */
  readonly limit?: string | null;
  readonly onScope: (scope: Scope) => void;
}

/** How far a decision reaches. */
export function ScopeChoice({
  name,
  scope,
  scopes = ['document', 'source', 'everywhere'],
  limit = null,
  onScope,
}: Props) {
  return (
    <div
      class="scope"
      role="radiogroup"
      aria-labelledby={`${name}-title`}
      aria-describedby={limit === null ? undefined : `${name}-limit`}
    >
      <span id={`${name}-title`}>Holds for</span>
      <div class="segments">
        {scopes.map((one) => (
          <label key={one} data-scope={one}>
            <input
              type="radio"
              name={name}
              value={one}
              checked={one === scope}
              disabled={limit !== null && one !== 'document'}
              onChange={() => {
                onScope(one);
              }}
            />
            <span>{SCOPE_LABELS[one]}</span>
          </label>
        ))}
      </div>
      {limit !== null && (
        <p class="hint" id={`${name}-limit`}>
          {limit}
        </p>
      )}
    </div>
  );
}
