import type { DocumentView, Piece, Row } from '../../../src/review/api.js';
import type { KeptRole, MovedRole, Reason } from '../../../src/core/types.js';

/** Invented documents in several scripts, some of which mean harm, as the review page is told of them. */

type Line =
  | readonly ['kept', string, KeptRole?]
  | readonly ['moved', string, MovedRole]
  | readonly ['struck', string, Reason, string, number, number?]
  | readonly ['inline', string, Reason, string, number]
  | readonly ['more', string];

interface Sketch {
  readonly path: string;
  /** In a container. */
  readonly key?: string;
  readonly headline: string | null;
  readonly source: string;
  readonly language: string;
  readonly status?: Row['status'];
  readonly risk: number;
  readonly risks?: readonly string[];
  readonly authors?: readonly string[];
  readonly date?: string | null;
  readonly flags?: readonly string[];
  readonly hasPage?: boolean;
  readonly lines: readonly Line[];
}

const COOKIES = 'We use cookies to bring you the news. Accept all · Manage settings';
const LETTER = 'Sign up for The Morning Boat, our letter to readers. It is free, and you can leave at any time.';

export const HOSTILE = {
  script: '</script><script>window.harmed = true</script><img src=x onerror="window.harmed = true"><!--',
  turned: '\u202Eegap siht snrut\u2069\u2069\u202E and more \u2028 behind',
};

const MENU = [
  'Home',
  'World',
  'Politics',
  'Harbour',
  'Sport',
  'Culture',
  'Weather',
  'Obituaries',
  'Classifieds',
  'Shop',
];

const SKETCHES: readonly Sketch[] = [
  {
    path: 'harbour-post.example/2026/ferry.html.json',
    headline: 'Night ferry returns to the northern islands after eleven years',
    source: 'harbour-post.example',
    language: 'en',
    status: 'review',
    risk: 0.82,
    risks: ['142 words of prose struck as related', 'headline not among the kept lines'],
    authors: ['Ada Lindqvist', 'Tom Reyes'],
    date: '2026-05-30T08:15:00+02:00',
    flags: ['short-text'],
    hasPage: true,
    lines: [
      ['struck', COOKIES, 'ui', 'phrase:cookies', 0.99, 412],
      ['struck', MENU.join('\n'), 'navigation', 'judge', 0.97],
      ['moved', 'Night ferry returns to the northern islands after eleven years', 'headline'],
      ['moved', 'By Ada Lindqvist and Tom Reyes', 'byline'],
      ['moved', '30 May 2026, 08:15', 'date'],
      [
        'kept',
        'The boat leaves at ten, and by the time the lamps go out most of the passengers are asleep.',
        'standfirst',
      ],
      [
        'kept',
        'LINDHOLM – For the first time since the old quay was closed, a ferry will sail overnight between Lindholm and the northern islands. The county council approved the timetable on Thursday with a narrow majority.',
      ],
      ['inline', 'Read also: Quay opens in spring', 'related', 'glued:read-also', 0.93],
      ['more', 'Bookings begin on Monday, and the first weeks are said to be nearly full.'],
      ['struck', 'Photo gallery: twelve pictures from the shipyard', 'related', 'judge', 0.88],
      ['kept', 'Who pays for the winter', 'heading'],
      [
        'kept',
        'The question that took the longest was who would pay for the winter months, when the boat carries more post than people. “We have never made money between November and March,” said Marit Oye, who ran the line until it was given up. “Nobody ever has.”',
      ],
      ['moved', 'The Nordlys at the old quay in 2014. Photo: County archive', 'caption'],
      [
        'struck',
        'In an earlier report the council had warned that the line would need a subsidy for at least five winters, and that the islands’ own fund would not be enough. The mayor called the figures careful, the opposition called them a wish. Islanders who spoke to this paper said that they had stopped counting on anything that was promised before an election, but that they would be on the quay when the first boat came in, and that somebody should bring a flag. '.repeat(
          3,
        ),
        'related',
        'judge',
        0.61,
      ],
      ['kept', 'A second boat could follow within two years, if the yard keeps its word.', 'paragraph'],
      ['kept', '“I will believe it when I hear the horn.”', 'quote'],
      ['struck', LETTER, 'subscription', 'phrase:newsletter', 0.98, 36],
      ['struck', 'Share on Facebook · Share by mail · Copy link', 'social', 'phrase:share', 0.99, 57],
      ['struck', 'Anna: My grandmother took that boat.\nPer: About time!', 'comments', 'comment-thread', 0.95],
      ['struck', '© 2026 Harbour Post. All rights reserved.', 'legal', 'phrase:copyright', 0.99, 58],
    ],
  },
  {
    path: 'al-marsa.example/batch.jsonl.json',
    key: 'item-7',
    headline: 'العبّارة الليلية تعود إلى الجزر الشمالية بعد أحد عشر عامًا',
    source: 'al-marsa.example',
    language: 'ar',
    status: 'accepted',
    risk: 0.41,
    risks: ['one strike in the midst of the text'],
    authors: ['ليلى حداد'],
    date: '2026-05-31',
    lines: [
      ['struck', 'الرئيسية | أخبار | رياضة | ثقافة', 'navigation', 'judge', 0.97],
      ['moved', 'العبّارة الليلية تعود إلى الجزر الشمالية بعد أحد عشر عامًا', 'headline'],
      [
        'kept',
        'وافق مجلس المقاطعة يوم الخميس على جدول الرحلات الجديد بأغلبية ضئيلة، وتبدأ الحجوزات يوم الاثنين (12 June) المقبل.',
      ],
      ['inline', 'اقرأ أيضًا: افتتاح الرصيف في الربيع', 'related', 'glued:read-also', 0.82],
      ['more', 'وتنطلق الرحلة الأولى عند الساعة العاشرة مساءً.'],
      ['kept', 'قالت ماريت أوي، التي أدارت الخط حتى توقفه: «لم نربح شيئًا بين نوفمبر ومارس قط».'],
      ['struck', 'اشترك في نشرتنا البريدية', 'subscription', 'phrase:newsletter', 0.96, 20],
    ],
  },
  {
    path: 'hamezach.example/0001.html.json',
    headline: 'מעבורת הלילה חוזרת לאיים הצפוניים',
    source: 'hamezach.example',
    language: 'he',
    risk: 0.22,
    date: '2026-05-29',
    hasPage: true,
    lines: [
      ['moved', 'מעבורת הלילה חוזרת לאיים הצפוניים', 'headline'],
      ['kept', 'מועצת המחוז אישרה ביום חמישי את לוח הזמנים החדש ברוב דחוק, והמכירה תיפתח ביום שני.'],
      ['struck', 'שתפו בפייסבוק · שלחו לחבר', 'social', 'phrase:share', 0.98, 14],
    ],
  },
  {
    path: 'gangwan-ribao.example/a/7.html.json',
    headline: '夜間渡輪時隔十一年重返北部群島',
    source: 'gangwan-ribao.example',
    language: 'zh',
    risk: 0.35,
    risks: ['a strike at .58'],
    authors: ['林小舟'],
    date: '2026-05-30',
    lines: [
      ['struck', '首頁 新聞 體育 文化 天氣', 'navigation', 'judge', 0.96],
      ['moved', '夜間渡輪時隔十一年重返北部群島', 'headline'],
      [
        'kept',
        '縣議會週四以微弱多數通過了新的時刻表。這是老碼頭關閉以來，林霍爾姆與北部群島之間首次開通夜間渡輪，訂票將於週一開始。',
      ],
      ['struck', '編輯推薦：船廠的十二張照片', 'related', 'judge', 0.58],
      ['kept', '「十一月到三月之間，我們從來沒有賺過錢。」曾經營這條航線的瑪麗特·奧耶說。'],
      ['struck', '版權所有，未經許可不得轉載。', 'legal', 'phrase:copyright', 0.99, 31],
    ],
  },
  {
    path: 'minato-shimbun.example/news/441.json',
    headline: '夜行フェリー、十一年ぶりに北の島々へ',
    source: 'minato-shimbun.example',
    language: 'ja',
    risk: 0.18,
    date: null,
    lines: [
      ['moved', '夜行フェリー、十一年ぶりに北の島々へ', 'headline'],
      [
        'kept',
        '郡議会は木曜日、新しい時刻表を僅差で承認した。旧埠頭の閉鎖以来、リンドホルムと北の島々を結ぶ夜行便は初めてとなる。',
      ],
      ['struck', 'この記事をシェアする', 'social', 'phrase:share', 0.97, 9],
    ],
  },
  {
    path: `harm.example/${'x'.repeat(20)}.html.json`,
    headline: `${HOSTILE.script} ${HOSTILE.turned}`,
    source: `harm\u202E.example`,
    language: 'en" onload="x',
    status: 'rejected',
    risk: 0.9,
    risks: [`flag ${HOSTILE.turned}`],
    authors: [HOSTILE.turned],
    date: '2026-01-01',
    flags: [HOSTILE.script],
    hasPage: true,
    lines: [
      ['kept', HOSTILE.script],
      ['struck', HOSTILE.turned, 'noise', `judge${HOSTILE.turned}`, 0.4, 2],
      ['kept', 'A line that is a line.'],
    ],
  },
];

const FILLERS: readonly Sketch[] = Array.from({ length: 70 }, (_, i) => ({
  path: `harbour-post.example/2025/${String(i).padStart(3, '0')}.html.json`,
  headline: `Notice to mariners, number ${i + 1}`,
  source: i % 5 === 0 ? 'tide-tables.example' : 'harbour-post.example',
  language: 'en',
  risk: 0.15 - i / 1000,
  date: '2025-11-02',
  lines: [
    ['struck', COOKIES, 'ui', 'phrase:cookies', 0.99, 412],
    ['kept', `Buoy ${i + 1} has been moved by two cables to the west, and is lit again.`],
    ['struck', LETTER, 'subscription', 'phrase:newsletter', 0.98, 36],
  ],
}));

export const groupOf = (rule: string, text: string): string =>
  Buffer.from(`${rule}\n${text}`).toString('base64url').slice(0, 24);

function piecesOf(lines: readonly Line[]): Piece[] {
  let start = 0;
  return lines.map((line): Piece => {
    const text = line[1];
    const base = { text, start, end: start + text.length };
    start += text.length + 1;
    switch (line[0]) {
      case 'kept':
        return { ...base, is: 'kept', role: line[2] ?? 'paragraph' };
      case 'more':
        return { ...base, inline: true, is: 'kept', role: 'paragraph' };
      case 'moved':
        return { ...base, is: 'moved', to: line[2] };
      case 'struck':
      case 'inline': {
        const [kind, , reason, rule, confidence] = line;
        const evidence = confidence > 0.95 ? null : 'few words, many links, stands behind the last full stop';
        const inline = kind === 'inline' ? { inline: true } : {};
        const copies = kind === 'struck' ? (line[5] ?? 1) : 1;
        return {
          ...base,
          ...inline,
          is: 'struck',
          reason,
          rule,
          evidence,
          confidence,
          copies,
          group: groupOf(rule, text),
        };
      }
    }
  });
}

function viewOf(sketch: Sketch): DocumentView {
  const { path, headline, source, language, status = 'accepted', risk, risks = [], authors = [], date = null } = sketch;
  const pieces = piecesOf(sketch.lines);
  const struck = pieces.filter((piece) => piece.is === 'struck');
  const kept = pieces.filter((piece) => piece.is === 'kept');
  const length = (all: readonly Piece[]): number => all.reduce((sum, { text }) => sum + text.length, 0);
  const rawPath = path.replace(/\.json$/, '');
  const key = sketch.key ?? null;
  const place = { rawPath, key, offset: null };
  const rejection =
    status === 'rejected' ? ({ reason: 'not-an-article', detail: 'no sentence of its own' } as const) : null;
  const row: Row = {
    ...{ ref: { path, at: 0 }, rawPath, key, headline, source, language, status, risk, risks },
    ...{ rejection: rejection?.detail ?? null, flags: sketch.flags ?? [], strikes: struck.length, decisions: 0 },
    ...{ kept: length(kept), removed: length(struck) },
    confidence: struck.length === 0 ? null : Math.min(...struck.map(({ confidence }) => confidence)),
  };
  const url = source.startsWith('harm') ? 'javascript:window.harmed=true' : `https://${source}/article`;
  const record: DocumentView['record'] = {
    ...{ schema: 'copydesk/1', id: '0'.repeat(32), status, rejection, flags: [...row.flags], url, canonicalUrl: null },
    ...{ source, publisher: 'Harbour Post', agency: null, headline, description: null, authors: [...authors] },
    datePublished: date === null ? null : { value: date, precision: 'day', from: 'json-ld', raw: date },
    ...{ dateModified: null, inLanguage: language, languages: [{ language, share: 1 }], wordCount: 120 },
    captions: pieces.flatMap((piece) =>
      piece.is === 'moved' && piece.to === 'caption' ? [{ text: piece.text, credit: 'County archive' }] : [],
    ),
    notes: [{ kind: 'copyright', text: '© 2026' }],
    provenance: {
      ...{ rawPath, key, rawSha256: 'a'.repeat(64), format: 'html', offset: null, encoding: 'utf-8' },
      ...{ encodingFrom: 'meta', fetchedAt: null, copydesk: '0.1.0', rules: 'r', options: 'o', inputs: 'i' },
    },
  };
  return { row, record, place, pieces, version: 'v', decisions: [], hasPage: sketch.hasPage ?? false };
}

export const documents = (): DocumentView[] => [...SKETCHES, ...FILLERS].map(viewOf);
