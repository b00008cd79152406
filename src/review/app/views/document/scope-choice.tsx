import type { Scope } from '../../../../core/decision.js';
import { SCOPE_LABELS } from '../../words/labels.js';

interface Props {
  readonly name: string;
  readonly scope: Scope;
  readonly scopes?: readonly Scope[];
  readonly onScope: (scope: Scope) => void;
}

/** How far a decision reaches. */
export function ScopeChoice({ name, scope, scopes = ['document', 'source', 'everywhere'], onScope }: Props) {
  return (
    <div class="scope" role="radiogroup" aria-labelledby={`${name}-title`}>
      <span id={`${name}-title`}>Holds for</span>
      <div class="segments">
        {scopes.map((one) => (
          <label key={one}>
            <input
              type="radio"
              name={name}
              value={one}
              checked={one === scope}
              onChange={() => {
                onScope(one);
              }}
            />
            <span>{SCOPE_LABELS[one]}</span>
          </label>
        ))}
      </div>
    </div>
  );
}
