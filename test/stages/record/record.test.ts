import { describe, expect, it } from 'vitest';
import { DEFAULT_OPTIONS } from '../../../src/core/options.js';
import { recordSchema, type ArticleRecord } from '../../../src/core/record.js';
import type { DocumentHints, Page, Reason, Role, Verdict } from '../../../src/core/types.js';
import { parseText } from '../../../src/stages/parse-text.js';
import { rejectedRecord, writeRecord } from '../../../src/stages/record.js';

/** Records of texts whose verdicts are given by hand: a line is written `what: text`. */

const PROVENANCE = { copydesk: '0.1.0', rules: 'r', options: 'o', inputs: 'i' };
const READING = { sha256: '0'.repeat(64), encoding: 'utf-8', encodingFrom: 'utf-8', flags: [] };
const MOVES = ['headline', 'byline', 'date', 'caption', 'credit', 'dateline'];
const KEEPS = ['paragraph', 'heading', 'standfirst', 'quote', 'list-item'];

type Line = readonly [what: string, text: string];

function verdictOf(what: string, page: Page, block: number): Verdict {
  const decision = KEEPS.includes(what) ? 'keep' : MOVES.includes(what) ? 'move' : 'drop';
  return {
    span: page.blocks[block]?.span ?? { start: 0, end: 0 },
    block,
    decision,
    role: decision === 'drop' ? null : (what as Role),
    reason: decision === 'drop' ? (what as Reason) : null,
    rule: 'hand',
    evidence: null,
    confidence: 0.9,
  };
}

interface Raw {
  readonly rawPath?: string;
  readonly key?: string;
  readonly hints?: DocumentHints;
}

function recordOf(
  lines: readonly Line[],
  { rawPath = 'courier/a.txt', key, hints = {} }: Raw = {},
  provenance = PROVENANCE,
): ArticleRecord {
  const payload = lines.map(([, text]) => text).join('\n\n');
  const page = parseText(payload);
  expect(page.blocks).toHaveLength(lines.length);
  const verdicts = lines.map(([what], i) => verdictOf(what, page, i));
  const raw = { rawPath, key: key ?? null, offset: null, format: 'text', payload, hints } as const;
  const record = writeRecord(raw, READING, page, verdicts, DEFAULT_OPTIONS, provenance);
  expect(recordSchema.parse(record)).toEqual(record);
  return record;
}

const FIRST =
  'The harbour board met on Tuesday and spoke until midnight about the price of tar, which has doubled since the spring.';
const SECOND =
  'Nobody had asked the ferryman, who said that he would have told the board to paint the boat first, and to talk about tar afterwards.';
const ARTICLE: readonly Line[] = [
  ['navigation', 'Home › News'],
  ['headline', 'Tar doubles in price'],
  ['byline', 'By Ida Brannigan'],
  ['date', '3 May 2031, 17:45'],
  ['paragraph', FIRST],
  ['caption', 'The harbour at night. Photo: Dilys Marrow'],
  ['heading', 'What the ferryman says'],
  ['paragraph', SECOND],
  ['social', 'Share'],
];

describe('a record', () => {
  const record = recordOf(ARTICLE);

  it('has the kept blocks as its text, and says where each came from', () => {
    expect(record.text).toBe(`${FIRST}\n\nWhat the ferryman says\n\n${SECOND}`);
    expect(record.blocks.map(({ role, start, end }) => [role, record.text.slice(start, end)])).toEqual([
      ['paragraph', FIRST],
      ['heading', 'What the ferryman says'],
      ['paragraph', SECOND],
    ]);
    const source = ARTICLE.map(([, text]) => text).join('\n\n');
    expect(record.blocks.map((block) => block.source.map(({ start, end }) => source.slice(start, end)))).toEqual([
      [FIRST],
      ['What the ferryman says'],
      [SECOND],
    ]);
  });

  it('has its fields from the moved lines', () => {
    expect(record).toMatchObject({
      status: 'accepted',
      headline: 'Tar doubles in price',
      authors: ['Ida Brannigan'],
      datePublished: { value: '2031-05-03T17:45', precision: 'minute', from: 'date-line' },
      captions: [{ text: 'The harbour at night.', credit: 'Dilys Marrow' }],
      inLanguage: 'en',
      languages: [{ language: 'en', share: 1 }],
      wordCount: FIRST.split(' ').length + SECOND.split(' ').length + 4,
    });
  });

  it('lists moves and removals in the order of the source', () => {
    expect(record.moves.map((move) => move.to)).toEqual(['headline', 'byline', 'date', 'caption']);
    expect(record.removals.map(({ text, reason, rule, confidence }) => [text, reason, rule, confidence])).toEqual([
      ['Home › News', 'navigation', 'hand', 0.9],
      ['Share', 'social', 'hand', 0.9],
    ]);
    for (const list of [record.moves, record.removals])
      expect(list.map(({ start }) => start)).toEqual(list.map(({ start }) => start).sort((a, b) => a - b));
  });

  it('says what it cannot know with null', () => {
    expect(record).toMatchObject({
      url: null,
      canonicalUrl: null,
      publisher: null,
      agency: null,
      description: null,
      dateModified: null,
    });
  });

  it('joins the kept pieces of one block', () => {
    const payload = `${FIRST} ADVERTISEMENT ${SECOND}`;
    const page = parseText(payload);
    const base = verdictOf('paragraph', page, 0);
    const at = payload.indexOf('ADVERTISEMENT');
    const verdicts: Verdict[] = [
      { ...base, span: { start: 0, end: at } },
      { ...base, span: { start: at, end: at + 13 }, decision: 'drop', role: null, reason: 'advertisement' },
      { ...base, span: { start: at + 13, end: payload.length } },
    ];
    const raw = { rawPath: 'a.txt', key: null, offset: null, format: 'text', payload, hints: {} } as const;
    const split = writeRecord(raw, READING, page, verdicts, DEFAULT_OPTIONS, PROVENANCE);
    expect(split.text).toBe(`${FIRST} ${SECOND}`);
    expect(split.blocks).toHaveLength(1);
    expect(split.blocks[0]?.source).toHaveLength(2);
    expect(split.removals.map(({ text }) => text)).toEqual(['ADVERTISEMENT']);
  });
});

describe('its id', () => {
  const idOf = (raw: Raw, provenance = PROVENANCE, lines = ARTICLE): string => recordOf(lines, raw, provenance).id;

  it('stays when the rules, the options or the text change', () => {
    const id = idOf({});
    expect(idOf({}, { copydesk: '9.9.9', rules: 'x', options: 'y', inputs: 'z' })).toBe(id);
    expect(idOf({}, PROVENANCE, ARTICLE.slice(1))).toBe(id);
  });

  it('stays when a document with a url is moved', () => {
    const hints = { url: 'https://courier.example/tar' };
    expect(idOf({ rawPath: 'a/b.txt', hints })).toBe(idOf({ rawPath: 'c.jsonl', key: '7', hints }));
  });

  it('differs by url, path and key', () => {
    const ids = [
      idOf({}),
      idOf({ rawPath: 'courier/b.txt' }),
      idOf({ key: '1' }),
      idOf({ key: '2' }),
      idOf({ hints: { url: 'https://courier.example/tar' } }),
    ];
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe('its source', () => {
  it.each<[string, Raw, string]>([
    [
      'what the sidecar says',
      { hints: { source: 'The Courier', url: 'https://news.courier.co.uk/tar' } },
      'The Courier',
    ],
    ['the registrable domain', { hints: { url: 'https://news.courier.co.uk/tar' } }, 'courier.co.uk'],
    ['a host without one', { hints: { url: 'http://localhost:8080/tar' } }, 'localhost'],
    ['the first folder', { rawPath: 'courier/2031/a.txt' }, 'courier'],
    ['nothing but here', { rawPath: 'a.txt' }, 'local'],
  ])('is %s', (_what, raw, source) => {
    expect(recordOf(ARTICLE, raw).source).toBe(source);
  });
});

describe('its dates', () => {
  it('are never after the fetch', () => {
    expect(recordOf(ARTICLE, { hints: { fetchedAt: '2031-05-04T00:00:00Z' } }).datePublished?.value).toBe(
      '2031-05-03T17:45',
    );
    expect(recordOf(ARTICLE, { hints: { fetchedAt: '2030-01-01T00:00:00Z' } }).datePublished).toBeNull();
  });

  it('tell the update from the publication', () => {
    const lines: Line[] = [
      ['date', 'Updated: 5 May 2031'],
      ['date', 'Published: 3 May 2031'],
      ['paragraph', FIRST],
    ];
    expect(recordOf(lines)).toMatchObject({
      datePublished: { value: '2031-05-03' },
      dateModified: { value: '2031-05-05' },
    });
  });

  it('may stand in a line that was struck above the article, never below it', () => {
    expect(
      recordOf([
        ['navigation', '3 May 2031 | Weather'],
        ['paragraph', FIRST],
      ]).datePublished,
    ).toMatchObject({ value: '2031-05-03', from: 'removed' });
    expect(
      recordOf([
        ['paragraph', FIRST],
        ['related', '3 May 2031 | Weather'],
      ]).datePublished,
    ).toBeNull();
  });
});

describe('its authors', () => {
  it('stand once, those above the text before those behind it', () => {
    const lines: Line[] = [
      ['byline', 'By Ida Brannigan'],
      ['byline', 'By IDA BRANNIGAN and Tom Okoro'],
      ['paragraph', FIRST],
      ['byline', 'By Somebody Else'],
    ];
    expect(recordOf(lines).authors).toEqual(['Ida Brannigan', 'Tom Okoro']);
  });

  it('may stand right behind the text', () => {
    expect(
      recordOf([
        ['paragraph', FIRST],
        ['byline', 'By Ida Brannigan'],
      ]).authors,
    ).toEqual(['Ida Brannigan']);
  });
});

describe('its notes', () => {
  const notes = (what: string, text: string): ArticleRecord['notes'] =>
    recordOf([
      ['paragraph', FIRST],
      [what, text],
    ]).notes;

  it.each([
    ['translation', 'translation-note', 'This article was translated by a machine.'],
    ['copyright', 'legal', '© 2031 Example Media'],
    [
      'disclaimer',
      'legal',
      'The information on this page is for general purposes only and is no advice on any investment in tar.',
    ],
    ['correction', 'paragraph', 'Correction: an earlier version of this article gave the wrong price of tar.'],
  ])('%s', (kind, what, text) => {
    expect(notes(what, text)).toEqual([{ kind, text }]);
  });

  it('are none for what merely sounds like one', () => {
    expect(notes('legal', 'Terms of use')).toEqual([]);
    expect(
      notes('paragraph', 'Corrections officers went on strike on Monday, for the first time in ten years.'),
    ).toEqual([]);
  });

  it('leave a correction in the text', () => {
    const text = 'Correction: an earlier version of this article gave the wrong price of tar.';
    expect(
      recordOf([
        ['paragraph', FIRST],
        ['paragraph', text],
      ]).text,
    ).toContain(text);
  });
});

describe('its publisher', () => {
  const publisher = (what: string, text: string): string | null =>
    recordOf([
      ['paragraph', FIRST],
      [what, text],
    ]).publisher;

  it.each([
    ['© 2031 Example Media', 'Example Media'],
    ['© Example Media, 2031', 'Example Media'],
    ['Copyright © 2020–2031 Example Media. All rights reserved.', 'Example Media'],
    ['© 2031 by Example Media | Imprint', 'Example Media'],
  ])('is behind the sign: %s', (text, name) => {
    expect(publisher('legal', text)).toBe(name);
  });

  it('is unknown where no name stands there, or the line is not a notice', () => {
    expect(publisher('legal', '© 2031. All rights reserved.')).toBeNull();
    expect(publisher('ui', '© 2031 Example Media')).toBeNull();
  });

  it.each(['© 2031 Wszelkie prawa zastrzeżone', '© 2031 Tüm hakları saklıdır', '© 2031 Kaikki oikeudet pidätetään'])(
    'is not what reserves the rights: %s',
    (text) => {
      expect(publisher('legal', text)).toBeNull();
    },
  );
});

describe('its flags', () => {
  const flags = (...lines: Line[]): string[] => recordOf([['paragraph', FIRST], ['paragraph', SECOND], ...lines]).flags;

  it('are none for a plain article', () => {
    expect(flags(['social', 'Share'])).toEqual([]);
  });

  it.each<[string, Line[]]>([
    ['appended-content', [['appended', 'Frequently asked questions']]],
    ['error-page-header', [['error-page', 'Error 404']]],
    ['machine-translated', [['translation-note', 'This article was translated by AI.']]],
    ['translated', [['translation-note', 'From the Welsh by Megan Pugh.']]],
    [
      'body-repeated',
      [
        ['duplicate', SECOND],
        ['duplicate', FIRST],
      ],
    ],
    [
      'mixed-language',
      [
        [
          'paragraph',
          'Ледовую дорогу открыли на три недели позже обычного, сообщили в районной администрации, и закроют её на неделю раньше, потому что лёд не так крепок, как был.',
        ],
      ],
    ],
  ])('%s', (flag, lines) => {
    expect(flags(...lines)).toEqual([flag]);
  });

  it('say why a person should look', () => {
    const short = recordOf([['paragraph', 'The ferry runs again.']]);
    expect(short).toMatchObject({ status: 'review', flags: ['short-text'] });
  });

  it('do not take a repeated caption for a repeated body', () => {
    expect(flags(['duplicate', 'The harbour at night.'])).toEqual([]);
  });
});

describe('its status', () => {
  it('is rejected where there is no text', () => {
    const empty = recordOf([['noise', '&nbsp;']]);
    expect(empty).toMatchObject({ status: 'rejected', rejection: { reason: 'empty' }, text: '', blocks: [] });
  });

  it('is rejected where nothing is kept, and all of the text stands in the removals', () => {
    const record = recordOf([
      ['headline', 'Tar doubles'],
      ['navigation', 'Home › News'],
      ['social', 'Share'],
    ]);
    expect(record).toMatchObject({
      status: 'rejected',
      rejection: { reason: 'not-an-article' },
      text: '',
      moves: [],
      headline: null,
    });
    expect(record.removals.map(({ text }) => text)).toEqual(['Tar doubles', 'Home › News', 'Share']);
  });

  it('is rejected as an error page where one says so', () => {
    expect(recordOf([['error-page', '404 – page not found']])).toMatchObject({
      rejection: { reason: 'error-page', detail: '404 – page not found' },
    });
  });

  it('is for review where little is kept', () => {
    expect(recordOf([['paragraph', 'The board met.']])).toMatchObject({ status: 'review', rejection: null });
  });
});

describe('the record of what could not be read', () => {
  it('says why, and where it is from', () => {
    const raw = {
      rawPath: 'courier/a.html',
      key: null,
      offset: null,
      format: 'html',
      hints: {},
      sha256: '0'.repeat(64),
    } as const;
    const record = rejectedRecord(raw, { reason: 'unreadable', detail: 'no text' }, PROVENANCE);
    expect(recordSchema.parse(record)).toEqual(record);
    expect(record).toMatchObject({
      status: 'rejected',
      rejection: { reason: 'unreadable', detail: 'no text' },
      source: 'courier',
      text: '',
    });
    expect(record.id).toBe(recordOf(ARTICLE, { rawPath: 'courier/a.html' }).id);
  });
});
