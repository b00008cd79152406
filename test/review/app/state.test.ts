import { describe, expect, it } from 'vitest';
import { agrees } from '../../../src/review/app/state/agrees.js';
import { nextPiece, isStruck, paragraphsOf } from '../../../src/review/app/state/pieces.js';
import { filterFromParams, filterToParams, withFilter } from '../../../src/review/app/state/query.js';
import { hrefOf, routeFrom } from '../../../src/review/app/state/route.js';
import { tiedScroll } from '../../../src/review/app/state/tie.js';
import { riskLabel } from '../../../src/review/app/words/labels.js';
import { documents } from './documents.js';

const [ferry] = documents();
if (ferry === undefined) throw new Error('no document');

describe('an address', () => {
  it.each([
    '#/',
    '#/?source=a%26b%23c&reason=related&unsure=0.75&changed=true&decided=false&sort=removed',
    '#/document?q=two+words&path=caf%C3%A9%2F1.json&at=3',
    '#/groups?rule=judge&group=17',
    '#/decisions',
  ])('says what is shown: %s', (address) => {
    expect(hrefOf(routeFrom(address))).toBe(address);
  });

  it('that says nothing known shows the overview', () => {
    expect(routeFrom('#/nowhere?sort=__proto__&unsure=x')).toEqual({
      view: 'overview',
      query: { filter: {}, sort: 'risk' },
    });
  });
});

describe('a filter', () => {
  it('survives a query string', () => {
    const filter = { q: 'a = b & c', status: 'review', decided: false, unsure: 0 } as const;
    expect(filterFromParams(filterToParams(filter))).toEqual(filter);
  });

  it('loses what is set to nothing', () => {
    expect(withFilter({ source: 'a', rule: 'b' }, { rule: undefined })).toEqual({ source: 'a' });
  });

  it('is obeyed in a report', () => {
    expect(agrees(ferry, { reason: 'legal', unsure: 0.61, q: 'GRANDMOTHER took' })).toBe(true);
    expect(agrees(ferry, { reason: 'template' })).toBe(false);
    expect(agrees(ferry, { unsure: 0.6 })).toBe(false);
    expect(agrees(ferry, { q: 'no such words' })).toBe(false);
    expect(agrees(ferry, { q: 'boat Lindqvist ferry.html “took that”' })).toBe(true);
    expect(agrees(ferry, { q: '"boat Lindqvist"' })).toBe(false);
  });
});

describe('the pieces', () => {
  it('of one paragraph stand together', () => {
    const paragraph = paragraphsOf(ferry.pieces).find(({ pieces }) => pieces.length > 1);
    expect(paragraph?.pieces.map(({ is }) => is)).toEqual(['kept', 'struck', 'kept']);
  });

  it('are gone through by kind, and not past the ends', () => {
    expect(nextPiece(ferry.pieces, null, 1, isStruck)).toBe(0);
    expect(nextPiece(ferry.pieces, 1, 1, isStruck)).toBe(7);
    expect(nextPiece(ferry.pieces, 0, -1, isStruck)).toBeNull();
  });
});

describe('two columns', () => {
  const left = { view: 100, content: 1000, tops: [0, 500, 600] };
  const right = { scroll: 0, view: 100, content: 700, tops: [0, 203, 403] };

  it('begin and end together', () => {
    expect(tiedScroll({ ...left, scroll: 0 }, right)).toBe(0);
    expect(tiedScroll({ ...left, scroll: 900 }, right)).toBe(600);
  });

  it('have the same piece on the reading line, however long it is in either', () => {
    const scroll = 495;
    const line = scroll + (scroll / 900) * 100;
    const other = tiedScroll({ ...left, scroll }, right) + (scroll / 900) * 100;
    expect((other - 203) / 200).toBeCloseTo((line - 500) / 100);
  });

  it('stand still where there is nothing to scroll', () => {
    expect(tiedScroll({ ...left, scroll: 300 }, { ...right, content: 100 })).toBe(0);
  });
});

describe('a risk', () => {
  it('says why a document is for review, where its flags tell', () => {
    expect(riskLabel('for review', ['list-page', 'mixed-language', 'short-text'])).toBe(
      'for review: few words were kept, looks like a list or a wall, not like an article',
    );
    expect(riskLabel('for review', [])).toBe('for review');
    expect(riskLabel('invalid-bytes', ['invalid-bytes'])).toBe('some bytes could not be decoded');
    expect(riskLabel('__proto__', ['__proto__'])).toBe('__proto__');
  });
});
