import { describe, expect, it } from 'vitest';
import { siteNames, withoutSite } from '../../../src/stages/meta/site.js';

describe('withoutSite', () => {
  const names = siteNames({
    canonicalUrl: 'https://www.harbourtimes.example/a',
    url: null,
    publishers: [{ value: 'Harbour Times Online', from: 'og:site_name' }],
  });

  it.each([
    ['Ferry back | Harbour Times', 'Ferry back'],
    ['Ferry back - harbourtimes.example', 'Ferry back'],
    ['Harbour Times Online: Ferry back', 'Ferry back'],
    ['The Harbour Times Online: Ferry back', 'Ferry back'],
    ['Ferry back | Times Online', 'Ferry back'],
    ['Harbour Times Online – Ferry back', 'Ferry back'],
  ])('%s', (title, cut) => {
    expect(withoutSite(title, names)).toBe(cut);
  });

  it('knows the name whose marks a host has not', () => {
    const own = siteNames({ canonicalUrl: null, url: 'https://pristavnitydenik.example/a', publishers: [] });
    expect(withoutSite('Přívoz je zpět | Přístavní týdeník', own)).toBe('Přívoz je zpět');
  });

  it.each(['Ferry back – and the bridge', 'War and peace | Opinion', 'A - B', 'Harbour master: ferry back'])(
    'leaves %s',
    (title) => {
      expect(withoutSite(title, names)).toBe(title);
    },
  );
});
