import { expect, it } from 'vitest';
import { readFacts } from '../../../../src/stages/judge/facts.js';
import { putAddress } from '../../../../src/stages/judge/trees/address-columns.js';
import { Columns } from '../../../../src/stages/judge/trees/columns.js';
import { parseText } from '../../../../src/stages/parse-text.js';

it('tells an appeal to the reader from a text that tells of others', () => {
  const page = parseText(
    [
      'The ferry to the island has run since the spring of last year, and its pilot has never been late.',
      'On Tuesday it carried two hundred passengers, a horse, and the mayor, who was seasick from quay to quay.',
      'If you value our reports, we would be glad of your help: for the price of two coffees you keep us at work.',
    ].join('\n'),
  );
  const facts = readFacts(page, () => false);
  const columns = new Columns(facts.length);
  putAddress(
    columns,
    facts,
    facts.map(() => true),
    'en',
  );
  const more = [...columns.get('addressedMore')] as [number, number, number];
  expect([...columns.get('addressed')].slice(0, 2)).toEqual([0, 0]);
  expect(more[2]).toBeGreaterThan(0.1);
  expect(more[0]).toBeLessThan(0);
});
