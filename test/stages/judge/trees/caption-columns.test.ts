import { describe, expect, it } from 'vitest';
import { readFacts } from '../../../../src/stages/judge/facts.js';
import { putCaptions } from '../../../../src/stages/judge/trees/caption-columns.js';
import { Columns } from '../../../../src/stages/judge/trees/columns.js';
import { parseText } from '../../../../src/stages/parse-text.js';

/** What the columns say of one line. */
function endOf(line: string): { tail: number; capitals: number; closed: number } {
  const columns = new Columns(1);
  const page = parseText(line);
  putCaptions(
    columns,
    page,
    readFacts(page, () => false),
  );
  const at = (name: string): number => columns.get(name)[0] as number;
  return { tail: at('tail'), capitals: at('endsCapitals'), closed: at('endsClosed') };
}

describe('how a line ends', () => {
  it('is with a name behind the sentence, as captions do', () => {
    expect(endOf('The ferry at the old pier, on the third of May. Ida Brannigan').tail).toBe(2);
    expect(endOf('The ferry at the old pier.Brannigan').tail).toBe(1);
  });

  it('is in capitals or brackets, as captions with an agency or a source do', () => {
    expect(endOf('The ferry at the old pier on Tuesday. TNA').capitals).toBe(1);
    expect(endOf('The ferry at the old pier (Archive: Orrin)')).toEqual({ tail: 0, capitals: 0, closed: 1 });
  });

  it('is with its sentence, or with none', () => {
    const none = { tail: 0, capitals: 0, closed: 0 };
    expect(endOf('The ferry lay at the old pier (as ever).')).toEqual(none);
    expect(endOf('What a ferry costs')).toEqual(none);
    expect(endOf('Plan B')).toEqual(none);
  });
});
