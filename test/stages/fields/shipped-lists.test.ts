import { describe, expect, it } from 'vitest';
import { LISTS } from '../../../src/rules/phrases/lists.js';
import { readAgency } from '../../../src/stages/fields/agency.js';
import { readByline } from '../../../src/stages/fields/byline.js';
import { readCaption } from '../../../src/stages/fields/caption.js';

describe('the fields, with the shipped lists', () => {
  it('read the plainest lines', () => {
    expect(readByline('By Ada Weber', LISTS)?.authors).toEqual(['Ada Weber']);
    expect(readCaption('The harbour at dawn. Photo: Ada Weber', LISTS)).toMatchObject({
      text: 'The harbour at dawn.',
      credit: 'Ada Weber',
    });
    expect(readAgency('(Reuters)', LISTS)).toMatchObject({ agency: 'Reuters', where: 'whole' });
  });

  it('find nothing in sentences of an article', () => {
    for (const line of [
      'By the time the ferry left, half of the village had gathered on the quay.',
      'The photo shows the harbour as it was before the storm of 1953.',
      'She works for a news agency, he for the council.',
      'On Monday the council met again; by Tuesday it had a plan.',
    ]) {
      expect(readByline(line, LISTS)?.certainty ?? 0, line).toBeLessThan(0.5);
      expect(readCaption(line, LISTS)?.certainty ?? 0, line).toBeLessThan(0.5);
      expect(readAgency(line, LISTS)?.certainty ?? 0, line).toBeLessThan(0.5);
    }
  });
});
