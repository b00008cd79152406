import { describe, expect, it } from 'vitest';
import { SlugReader, slugOf } from '../../../src/stages/judge/slug.js';

const slug = slugOf('https://herald.example/2031/05/03/harbour-board-quarrels-over-tar-184467.html') ?? new Set();
const likeness = (of: ReadonlySet<string>, line: string): number => new SlugReader(of).read(line.split(' ')).likeness;

describe('the words of an address', () => {
  it('are those of the part that has most of them, without numbers and extension', () => {
    expect([...slug]).toEqual(['harbour', 'board', 'quarrels', 'over', 'tar']);
    expect(slugOf('https://herald.example/town-and-port/harbour-board-quarrels-over-tar/amp')).toEqual(slug);
  });

  it('are letters of any script, escaped or not', () => {
    expect([
      ...(slugOf('https://visti.example/%D0%BC%D1%96%D1%81%D1%82-%D0%BD%D0%B0%D0%B4-%D0%B7%D0%BB%D0%B0%D0%BC') ?? []),
    ]).toEqual(['міст', 'над', 'злам']);
    expect(slugOf('https://herald.example/100%-of-the-tar')).not.toBeNull();
  });

  it('are none where no part is made of words', () => {
    for (const url of [null, 'no address', 'https://herald.example/', 'https://herald.example/news/a1b2c3d4e5f60718'])
      expect(slugOf(url)).toBeNull();
  });
});

describe('a line that says its address', () => {
  it('has its words and few others', () => {
    expect(likeness(slug, 'harbour board quarrels over tar')).toBe(1);
    expect(likeness(slug, 'harbour board quarrels over the price of tar')).toBeGreaterThan(0.8);
    expect(likeness(slug, 'ferryman paints his boat')).toBe(0);
    expect(new SlugReader(slug).read([]).likeness).toBe(0);
  });

  it('may write umlauts and accents', () => {
    const german = slugOf('https://bote.example/faehre-faellt-fuer-drei-wochen-aus') ?? new Set();
    expect(likeness(german, 'fähre fällt für drei wochen aus')).toBe(1);
  });

  it('is no paragraph, which may hold some of them all the same', () => {
    const paragraph = new SlugReader(slug).read(['the', 'harbour', 'board', 'met', ...Array<string>(40).fill('again')]);
    expect(paragraph.likeness).toBe(0);
    expect(paragraph.held).toBeCloseTo(2 / 5);
  });
});
