import { describe, expect, it } from 'vitest';
import { RULES } from '../../../src/rules/index.js';
import { judge } from '../../../src/stages/judge/judge.js';
import { observe } from '../../../src/stages/judge/observe.js';
import { parseText } from '../../../src/stages/parse-text.js';

const TITLE = 'Harbour board quarrels over the price of tar';
const BODY =
  'The harbour board met on Tuesday and spoke until midnight about the price of tar, which has doubled since the spring, and about the ferryman.';
const MORE = 'Nobody had asked the ferryman, who said that he would have told the board to paint the boat first.';

/** Decision of each line (blank ones left out), where the model gives each of them its chance and keeps those from .4. */
function decisions(...lines: (readonly [string, number] | '')[]): string[] {
  const said = lines.filter((line) => line !== '');
  const page = parseText(lines.map((line) => (line === '' ? '' : line[0])).join('\n'));
  const observation = observe(page, RULES, { source: 'local', url: null, fetchedAt: null, profiles: [] });
  const article = said.map(([, chance], i) => (observation.struck[i] === true ? 0 : chance));
  const kept = article.map((chance) => chance >= 0.4);
  const titles = page.blocks.map(({ text }) => (text === TITLE ? 0.9 : 0));
  return judge(observation, { article, kept, titles, bylines: null, why: () => null }).map(({ decision }) => decision);
}

describe("a subheading in a button's word", () => {
  const TEXTS: Record<string, string> = {
    Save: 'A third of the barrels was kept back in March, said the clerk who counts them.',
  };
  const over = (word: string, chance: number) => ['', [word, chance], '', [TEXTS[word] ?? MORE, 0.9]] as const;

  it('is kept where another one stands in the same way', () => {
    expect(decisions([BODY, 0.9], ...over('Save', 0.9), ...over('Share', 0.2))).toEqual([
      'keep',
      'keep',
      'keep',
      'keep',
      'keep',
    ]);
  });

  it('is kept against a phrase that is sure of it elsewhere', () => {
    expect(decisions([BODY, 0.9], ...over('Save', 0.9), ...over('Contact us', 0.9)).at(-2)).toBe('keep');
  });

  it('goes where it is alone, where the other stands otherwise, and where it is an advertisement’s', () => {
    expect(decisions([BODY, 0.9], ...over('Share', 0.2)).at(-2)).toBe('drop');
    expect(decisions([BODY, 0.9], ['Save', 0.9], [MORE, 0.9], ...over('Share', 0.2)).at(-2)).toBe('drop');
    expect(decisions([BODY, 0.9], ...over('Save', 0.9), ...over('Advertisement', 0.2)).at(-2)).toBe('drop');
  });

  it('is kept with another that goes, too, if they say different things between kept lines', () => {
    const signs = [
      [BODY, 0.9],
      ['Share', 0.2],
      [MORE, 0.9],
      ['Read next', 0.2],
      [TEXTS['Save'] as string, 0.9],
    ] as const;
    expect(decisions(...signs)).not.toContain('drop');
    const same = signs.map(([text, chance]) => [text === 'Read next' ? 'Share' : text, chance] as const);
    expect(decisions(...same).filter((decision) => decision === 'drop')).toHaveLength(2);
  });

  it('goes in a row of others', () => {
    const row = decisions([BODY, 0.9], ...over('Save', 0.9), ['Share', 0.2], ['Tweet', 0.2], [MORE, 0.9]);
    expect(row.slice(3)).toEqual(['drop', 'drop', 'keep']);
  });
});

describe('a line inside a group of lines', () => {
  const head = [[BODY, 0.9], '', [BODY.replace('Tuesday', 'Friday'), 0.9], ''] as const;

  it('is kept between kept ones', () => {
    expect(decisions(...head, ['10.48', 0.9], ['Motion carries', 0.3], [MORE, 0.9]).at(-2)).toBe('keep');
  });

  it('goes where a gap parts it from one of them', () => {
    expect(decisions(...head, ['10.48', 0.9], ['Motion carries', 0.3], '', [MORE, 0.9]).at(-2)).toBe('drop');
  });

  it('goes where the judge is sure of it', () => {
    expect(decisions(...head, ['10.48', 0.9], ['Motion carries', 0.1], [MORE, 0.9]).at(-2)).toBe('drop');
  });
});

describe('a short last sentence', () => {
  it('goes with the paragraph above it', () => {
    expect(decisions([BODY, 0.9], '', ['If it freezes.', 0.2])).toEqual(['keep', 'keep']);
  });

  it('does not where it is a prompt, a label or an address', () => {
    expect(decisions([BODY, 0.9], '', ['Follow us.', 0.2]).at(-1)).toBe('drop');
    expect(decisions([BODY, 0.9], '', ['Until it freezes', 0.2]).at(-1)).toBe('drop');
    expect(decisions([BODY, 0.9], '', ['Was it useful?', 0.2]).at(-1)).toBe('drop');
  });
});

describe('the only sentence of a text', () => {
  it('is kept where all else is struck', () => {
    expect(decisions(['Nobody was hurt on the quay.', 0.2], ['All rights reserved', 0.1])).toEqual(['keep', 'drop']);
  });

  it('is not where it is no sentence, or something else is left', () => {
    expect(decisions(['Harbour and quay', 0.2], ['All rights reserved', 0.1]).at(0)).toBe('drop');
    expect(decisions(['The quay is closed.', 0.2], ['Harbour news', 0.1]).at(0)).toBe('drop');
  });
});

describe('a standfirst that the judge would drop', () => {
  const STANDFIRST = 'The ferryman was not asked, and now he will not paint the boat';

  it('is kept between headline and byline', () => {
    expect(decisions([TITLE, 0.1], [STANDFIRST, 0.2], ['By Ida Brannigan', 0.1], [BODY, 0.9])).toEqual([
      'move',
      'keep',
      'move',
      'keep',
    ]);
  });

  it('is kept between date and text', () => {
    expect(decisions([TITLE, 0.1], ['3 May 2031', 0.1], [STANDFIRST, 0.2], [BODY, 0.9])).toEqual([
      'move',
      'move',
      'keep',
      'keep',
    ]);
  });

  it('goes where no byline is below it, or the judge is sure', () => {
    expect(decisions([TITLE, 0.1], [STANDFIRST, 0.2], ['Home', 0.1], [BODY, 0.9]).at(1)).toBe('drop');
    expect(decisions([TITLE, 0.1], [STANDFIRST, 0.02], ['By Ida Brannigan', 0.1], [BODY, 0.9]).at(1)).toBe('drop');
  });
});
