import { describe, expect, it } from 'vitest';
import { DEFAULT_OPTIONS } from '../../src/core/options.js';
import type { RawDocument, SiteProfile } from '../../src/core/types.js';
import { clean } from '../../src/pipeline.js';
import { PatternError } from '../../src/rules/phrases/pattern.js';
import { siteProfile } from '../../src/rules/site-profile.js';
import { parseHtml } from '../../src/stages/parse-html.js';
import { contextWith, marked, marksOf, struck, textOf } from './marks.js';

const HTML =
  '<html><body><div class="nav">Home</div><div id="story"><p class="lead">Tar doubles</p><p>The board met.</p><p class="promo">Buy rope</p></div><p>Imprint</p></body></html>';
const page = parseHtml(HTML, DEFAULT_OPTIONS);
const text = textOf('Home', 'Tar doubles', 'Buy rope at the quay', 'Imprint');

const profile = (own: Omit<SiteProfile, 'name'>): SiteProfile => ({ name: 'courier', ...own });
const claims = (own: Omit<SiteProfile, 'name'>, on = page): string[] =>
  marksOf(siteProfile, on, contextWith(profile(own))).map(
    ({ claim, span }) => `${claim} ${on.text.slice(span.start, span.end)}`,
  );

describe('a profile', () => {
  it('drops what its selectors choose, for sure and by its name', () => {
    const own = { drop: [{ select: '.promo', reason: 'advertisement' as const }] };
    expect(marksOf(siteProfile, page, contextWith(profile(own)))).toMatchObject([
      { rule: 'profile:courier', claim: 'drop', reason: 'advertisement', evidence: '.promo', sure: true },
    ]);
    expect(claims(own)).toEqual(['drop Buy rope']);
  });

  it('drops whole lines that its patterns match, in texts as well', () => {
    const drop = [{ line: 'buy ... quay', reason: 'advertisement' as const }];
    expect(claims({ drop }, text)).toEqual(['drop Buy rope at the quay']);
    expect(claims({ drop: [{ line: 'buy rope', reason: 'advertisement' }] }, text)).toEqual([]);
  });

  it('says at once that a pattern is not well formed, whatever the text holds', () => {
    const phrases = [{ kind: 'label', reason: 'ui', any: ['(ahoy|hello'], drops: [], keeps: [] }] as const;
    expect(() => claims({ phrases }, text)).toThrow(PatternError);
  });

  it('asks for both where both are given', () => {
    expect(claims({ drop: [{ select: '#story p', line: 'tar doubles', reason: 'related' }] })).toEqual([
      'drop Tar doubles',
    ]);
    expect(claims({ drop: [{ select: '.nav', line: 'tar doubles', reason: 'related' }] })).toEqual([]);
  });

  it('keeps what it is told to keep', () => {
    expect(claims({ keep: [{ select: '.lead' }, { line: 'imprint' }] })).toEqual(['keep Tar doubles', 'keep Imprint']);
  });

  it('drops all that is outside of its body', () => {
    expect(claims({ body: ['#story'] })).toEqual(['drop Home', 'drop Imprint']);
  });

  it('takes several bodies together', () => {
    expect(claims({ body: ['.lead', '.nav', '.gone'] })).toEqual([
      'drop The board met.',
      'drop Buy rope',
      'drop Imprint',
    ]);
  });

  it('is for the days between which its layout was served', () => {
    const drop = [{ select: '.promo', reason: 'related' as const }];
    const on = (own: Omit<SiteProfile, 'name'>, fetchedAt: string | null): number =>
      marksOf(siteProfile, page, { ...contextWith(profile({ drop, ...own })), fetchedAt }).length;
    const old = { until: '2024-03-01' };
    const now = { from: '2024-03-01' };
    expect([on(old, '2024-02-29T23:59:59Z'), on(now, '2024-02-29T23:59:59Z')]).toEqual([1, 0]);
    expect([on(old, '2024-03-01T00:00:00Z'), on(now, '2024-03-01T00:00:00Z')]).toEqual([0, 1]);
    expect([on(old, null), on(now, null)]).toEqual([0, 1]);
  });

  it('costs nothing when its body is out of date, or the document is no page', () => {
    expect(claims({ body: ['#gone'] })).toEqual([]);
    expect(claims({ body: ['#story'] }, text)).toEqual([]);
  });

  it('has phrases like the shipped ones', () => {
    const phrases = [
      {
        reason: 'advertisement' as const,
        kind: 'lead-in' as const,
        any: ['buy rope'],
        drops: ['Buy rope now'],
        keeps: ['They buy rope'],
      },
      { reason: 'navigation' as const, kind: 'button' as const, any: ['home'], drops: ['Home'], keeps: ['At home'] },
    ];
    const context = contextWith(profile({ language: 'en', phrases }));
    expect(marked(siteProfile, text, context)).toEqual(['Home', 'Buy rope at the quay']);
    expect(struck(siteProfile, text, context)).toEqual(['Buy rope at the quay']);
    expect(marksOf(siteProfile, text, context)[0]?.rule).toBe('profile:courier:en');
  });

  it('is for its sources, or for all where it names none', () => {
    const drop = [{ line: 'home', reason: 'navigation' as const }];
    const context = (sources?: string[]): ReturnType<typeof contextWith> => ({
      ...contextWith(profile({ drop, sources })),
      source: 'courier.example',
    });
    expect(marked(siteProfile, text, context(['courier.example']))).toEqual(['Home']);
    expect(marked(siteProfile, text, context(['other.example']))).toEqual([]);
    expect(marked(siteProfile, text, context())).toEqual(['Home']);
  });
});

describe('the record', () => {
  const SENTENCE =
    'The harbour board met on Tuesday and spoke until midnight about the price of tar, which has doubled.';
  const raw: RawDocument = {
    rawPath: 'courier/a.txt',
    key: null,
    offset: null,
    format: 'text',
    payload: `${SENTENCE}\n\nADVERTISEMENT\n\n${SENTENCE.replace('Tuesday', 'the quay').replace('tar', 'rope and of paint')}`,
    hints: {},
  };
  const provenance = { copydesk: '0', rules: '0', options: '0', inputs: '0' };
  const cleanWith = (...profiles: SiteProfile[]): string =>
    clean(raw, { ...DEFAULT_OPTIONS, profiles }, provenance).text;

  it('keeps what a person wants kept, against the shipped rules', () => {
    expect(cleanWith()).not.toContain('ADVERTISEMENT');
    expect(cleanWith(profile({ keep: [{ line: 'advertisement' }] }))).toContain('ADVERTISEMENT');
  });

  it('loses what a person wants dropped', () => {
    expect(
      cleanWith(
        profile({ drop: [{ line: 'the harbour board ... ... ... ... the quay ... ... ... ...', reason: 'related' }] }),
      ),
    ).not.toContain('the quay');
    expect(
      cleanWith(
        profile({ sources: ['other'], drop: [{ line: 'the harbour ... ... ... ... ... ...', reason: 'related' }] }),
      ),
    ).toContain('the quay');
  });

  it('keeps of an HTML page what the judge would strike', () => {
    const html = (profiles: SiteProfile[]): string =>
      clean(
        {
          ...raw,
          rawPath: 'courier/a.html',
          format: 'html',
          payload: `<nav><a href="/">Ropes and tar</a></nav><article><h1>Tar</h1><p>${SENTENCE}</p><p>The next boat is due on Friday, the board said, and it will be the last.</p></article>`,
        },
        { ...DEFAULT_OPTIONS, profiles },
        provenance,
      ).text;
    expect(html([])).not.toContain('Ropes and tar');
    expect(html([profile({ keep: [{ select: 'nav' }] })])).toContain('Ropes and tar');
  });
});
