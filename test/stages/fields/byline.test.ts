import { describe, expect, it } from 'vitest';
import { LISTS } from '../../../src/rules/phrases/lists.js';
import { readByline } from '../../../src/stages/fields/byline.js';
import { TEST_LISTS } from './lists.js';

const read = (line: string, language?: string) =>
  readByline(line, TEST_LISTS, language === undefined ? undefined : { language });

describe('readByline, with announcing words', () => {
  it.each([
    ['By Hannah Coulter, Local Democracy Reporter', ['Hannah Coulter']],
    ['By Talia Brand and Jo Smith', ['Talia Brand', 'Jo Smith']],
    ['By Ada Weber, Ben Alder and Cora Dunn', ['Ada Weber', 'Ben Alder', 'Cora Dunn']],
    ['By Ada Weber, Ben Alder, and Cora Dunn', ['Ada Weber', 'Ben Alder', 'Cora Dunn']],
    ['By ROSALINDA VERA', ['Rosalinda Vera']],
    ["By SEAN O'BRIEN and J.P. McDONALD", ["Sean O'Brien", 'J.P. McDONALD']],
    ['By REIKO SUGA/ Staff Writer', ['Reiko Suga']],
    ['By Bay Tribune Staff', ['Bay Tribune Staff']],
    ['by times news cr', ['times news cr']],
    ['By Ada Weber for The Evening Post', ['Ada Weber']],
    ['By Ada Weber | Evening News', ['Ada Weber']],
    ['By Ada Weber ada.weber@example.org', ['Ada Weber']],
    ['By Ada Weber @adaweber', ['Ada Weber']],
    ['By Lizzie Street, MS, RDN', ['Lizzie Street']],
    ['Story by Morwenna Trell • 3d • 2 min read', ['Morwenna Trell']],
    ['Politik | Von Wiebke Harms', ['Wiebke Harms']],
    ['Von Wiebke HarmsKorrespondentin', ['Wiebke Harms']],
    ['Von Sina Zeh Landespolitische Korrespondentin', ['Sina Zeh']],
    ['Por José Ortega y Gasset', ['José Ortega y Gasset']],
    ['Por Ana Ruiz y Luis de la Fuente', ['Ana Ruiz', 'Luis de la Fuente']],
    ['Por Redação, Gazeta do Vale', ['Redação']],
    ['di Ottavia Belli', ['Ottavia Belli']],
    ['Oprac. Kalina Mrok', ['Kalina Mrok']],
    ['Автор: Егор Пантелеев', ['Егор Пантелеев']],
    ['كتبت: هالة المنصوري', ['هالة المنصوري']],
    ['रिपोर्ट: रश्मि बघेल', ['रश्मि बघेल']],
    ['Penulis: Rangga Sutisna', ['Rangga Sutisna']],
    ['โดย พิมพ์ชนก ดำรงสวน', ['พิมพ์ชนก ดำรงสวน']],
    ['홍길동 기자 gildong@example.kr', ['홍길동']],
    ['홍길동·김철수 기자', ['홍길동', '김철수']],
    ['松岡大地 記者', ['松岡大地']],
    ['本报记者 闻一舟', ['闻一舟']],
    ['澜湾晚报记者 白汀 闻一舟', ['白汀', '闻一舟']],
    ['くらし報道部・水沢あおい', ['水沢あおい']],
    ['青浜支局 水沢あおい', ['水沢あおい']],
    ['By Ada Weber.', ['Ada Weber']],
    ['Compiled by Ada Weber and edited by Dana Osei.', ['Ada Weber']],
  ])('%s', (line, authors) => {
    const byline = read(line);
    expect(byline?.authors).toEqual(authors);
    expect(byline?.certainty).toBeGreaterThanOrEqual(0.6);
  });

  it.each([
    ['Posted by Ada Weber on March 3, 2031 at 6:07 PM', 'en', ['Ada Weber'], '2031-03-03T18:07'],
    ['Submitted by Ada Weber on Tue, 19/03/2031 - 11:03', 'en', ['Ada Weber'], '2031-03-19T11:03'],
    ['by Ada Weber, on Feb 27, 2031 9:15:00 AM', 'en', ['Ada Weber'], '2031-02-27T09:15:00'],
    ['Publicada por Maria da Praia à(s) 18:07', 'pt', ['Maria da Praia'], undefined],
    ['Eingestellt von Ada Weber um 18:07', 'de', ['Ada Weber'], undefined],
    ['Lagt inn av Ada Weber kl. 18.07', 'nb', ['Ada Weber'], undefined],
    ['Von Ada Weber (Text) und Dr. Bettina Rauch (Fotos)', 'de', ['Ada Weber', 'Dr. Bettina Rauch'], undefined],
    ['Von Wiebke Sonntag', 'de', ['Wiebke Sonntag'], undefined],
    ['Por Ada Ruiz con información de Bo Barría', 'es', ['Ada Ruiz'], undefined],
    ['By Ada Weber, University Communications', 'en', ['Ada Weber'], undefined],
    ['Steinvör Þórisdóttir skrifar', 'is', ['Steinvör Þórisdóttir'], undefined],
    ['By A.Weber and B.K.Lind', 'en', ['A.Weber', 'B.K.Lind'], undefined],
    ['Автор: И.И.Вебер', 'ru', ['И.И.Вебер'], undefined],
  ])('reads what sites and their software make of it: %s', (line, language, authors, date) => {
    const byline = readByline(line, LISTS, { language });
    expect(byline?.authors).toEqual(authors);
    expect(byline?.certainty).toBeGreaterThanOrEqual(0.6);
    expect(byline?.date?.value).toBe(date);
  });

  it('reads no feast and no weekday for a name', () => {
    expect(readByline('By Easter Sunday', LISTS, { language: 'en' })).toBeNull();
    expect(readByline('Von Montag bis Sonntag', LISTS, { language: 'de' })).toBeNull();
  });

  it('reads no address for a name', () => {
    expect(readByline('By Example.com', LISTS, { language: 'en' })).toBeNull();
    expect(readByline('By Chapter.Three', LISTS, { language: 'en' })).toBeNull();
  });

  it('reads agency, place and date beside the names', () => {
    expect(read('By Samya Kull and Vasil Stepan The Associated Press')).toMatchObject({
      authors: ['Samya Kull', 'Vasil Stepan'],
      agency: 'AP',
    });
    expect(read('By Reuters')).toMatchObject({ authors: [], agency: 'Reuters' });
    expect(read('Von Anna Seg, Frankfurt')).toMatchObject({ authors: ['Anna Seg'], place: 'Frankfurt' });
    expect(read('By Ada Weber in Paris')).toMatchObject({ authors: ['Ada Weber'], place: 'Paris' });
    expect(read('〔記者簡以恩/嘉義報導〕')).toMatchObject({ authors: ['簡以恩'], place: '嘉義' });
    expect(read('[서울=뉴시스] 홍길동 기자 =')).toMatchObject({ authors: ['홍길동'], agency: 'Newsis', place: '서울' });
    const dated = read('By Tom Davis - Associated Press - Friday, April 28, 2023');
    expect(dated).toMatchObject({ authors: ['Tom Davis'], agency: 'AP' });
    expect(dated?.date?.value).toBe('2023-04-28');
  });

  it.each([
    ['By MARA LINDGREN Rusk County Courier', ['Mara Lindgren']],
    ['By MARA LINDGREN and JON VERREN Rusk County Courier', ['Mara Lindgren', 'Jon Verren']],
    ['By Mara Lindgren The Daily Herald', ['Mara Lindgren']],
    ['MARA LINDGREN Rusk County Courier', ['Mara Lindgren']],
  ])('parts a name from the newspaper behind it: %s', (line, authors) => {
    const byline = read(line, 'en');
    expect(byline?.authors).toEqual(authors);
    expect(byline?.certainty).toBeGreaterThanOrEqual(0.7);
  });

  it.each([
    ['Mara Lindgren, avec AFP', ['Mara Lindgren'], 'AFP'],
    ['Mara Lindgren et Jon Verren, avec AFP', ['Mara Lindgren', 'Jon Verren'], 'AFP'],
    ['Mara Lindgren (mit dpa)', ['Mara Lindgren'], 'dpa'],
    ['Mara Lindgren, with Reuters', ['Mara Lindgren'], 'Reuters'],
    ['Le Courrier du Lac avec AFP Mara Lindgren', ['Mara Lindgren'], 'AFP'],
  ])('believes names that stand with an agency: %s', (line, authors, agency) => {
    const byline = read(line);
    expect(byline).toMatchObject({ authors, agency });
    expect(byline?.certainty).toBeGreaterThanOrEqual(0.7);
  });

  it.each([
    ['文／林予晴', '林予晴'],
    ['聞き手・佐野真帆', '佐野真帆'],
  ])('takes a slash or a middle dot for a colon: %s', (line, author) => {
    expect(readByline(line, LISTS)).toMatchObject({ authors: [author], role: 'author' });
  });

  it.each([
    ['Words: Mara Lindgren', 'en'],
    ['Words & photos by Mara Lindgren', 'en'],
    ['Testi: Mara Lindgren', 'it'],
    ['Opr. Mara Lindgren', 'pl'],
    ['Yazı: Mara Lindgren', 'tr'],
  ])('knows who wrote the words: %s', (line, language) => {
    expect(readByline(line, LISTS, { language })?.authors).toEqual(['Mara Lindgren']);
  });

  it('reads Vietnamese names that are words as well', () => {
    expect(readByline('Hồ Mai Lan', LISTS, { language: 'vi' })?.authors).toEqual(['Hồ Mai Lan']);
  });

  it('tells an editor from an author', () => {
    expect(read('Edited By: Sonal Tiwari')).toMatchObject({ authors: ['Sonal Tiwari'], role: 'editor' });
    expect(read('责任编辑：梅子寒')).toMatchObject({ authors: ['梅子寒'], role: 'editor' });
    expect(read('By Sonal Tiwari')?.role).toBe('author');
  });

  it('takes desk initials for a byline without a name', () => {
    expect(read('(ypr/dte)')).toMatchObject({ authors: [], certainty: 0.85 });
    expect(read('(dpa)')?.authors ?? []).toEqual([]);
  });

  it.each([
    'By the end of the day the river had risen.',
    'By Tuesday, the water had reached the bridge.',
    'By Friday',
    'By the numbers',
    'By 2030',
    "By Dawn's Early Light it was over, and nobody knew who had won.",
    'By Hannah, who lives in the valley',
    'Von Hamburg nach Berlin',
    'Por los dos Joaquines,',
    'Por ahora, nadie sabe nada',
    'By whom was it written?',
    'Author pays all costs',
    'Door & Lid Assists & Holders',
  ])('is no byline: %s', (line) => {
    expect(read(line)?.certainty ?? 0).toBeLessThan(0.5);
  });

  it("doubts another language's announcing words", () => {
    expect(read('Door Sietske Haring', 'nl')?.certainty).toBeGreaterThan(0.9);
    expect(read('Door Opening Ceremony', 'en')?.certainty).toBeLessThan(0.5);
  });
});

describe('readByline, in scripts without capitals', () => {
  it.each([
    ['港の委員会まとめ、タールの値上がりは前年比3.2%増', 'ja'],
    ['노를 저어, 노를 저어, 물이 차기 전에', 'ko'],
  ])('takes no sentence with commas for names: %s', (line, language) => {
    expect(readByline(line, LISTS, { language })).toBeNull();
  });

  it.each([
    ['佐藤花子、鈴木一郎', 'ja', ['佐藤花子', '鈴木一郎']],
    ['김나루, 이바다', 'ko', ['김나루', '이바다']],
  ])('takes names with a comma: %s', (line, language, authors) => {
    expect(readByline(line, LISTS, { language })?.authors).toEqual(authors);
  });
});

describe('readByline, bare', () => {
  it('leaves a name alone to its position', () => {
    for (const line of [
      'Tevita Halafi',
      'Ben Acht and Sushila Rana',
      'נגה שטיינמץ',
      'Hà Thiên Nga',
      'MTHOBISI SITHOLE',
    ]) {
      const byline = read(line);
      expect(byline?.authors.length, line).toBeGreaterThan(0);
      expect(byline?.certainty, line).toBeLessThan(0.5);
    }
  });

  it('believes a name with a date, a job, an address or an agency', () => {
    expect(read('Kwak Hee-yang 2024. 11. 4. 18:35')).toMatchObject({
      authors: ['Kwak Hee-yang'],
      date: { value: '2024-11-04T18:35' },
    });
    expect(read('Iker Bas | Puerto Cayo (EFE)')).toMatchObject({
      authors: ['Iker Bas'],
      place: 'Puerto Cayo',
      agency: 'EFE',
    });
    expect(
      read('Yasmine Hass · CBC News · Posted: Aug 08, 2024 4:00 AM EDT | Last Updated: August 8')?.authors,
    ).toEqual(['Yasmine Hass']);
    for (const line of [
      'Kwak Hee-yang 2024. 11. 4. 18:35',
      'Iker Bas | Puerto Cayo (EFE)',
      'Yasmine Hass · CBC News · Posted: Aug 08, 2024 4:00 AM EDT',
      'Mathias Hagen – Journalist',
      'Greg Iacurci@GregIacurci',
      'Рустем Халилов, 8 января, 05:30',
    ])
      expect(read(line)?.certainty, line).toBeGreaterThan(0.7);
  });

  it('reads an agency with its place, but no agency out of a pair of words', () => {
    expect(read('AP, MANILA')).toMatchObject({ authors: [], agency: 'AP', place: 'MANILA' });
    expect(read('AP und Tablets')).toBeNull();
  });

  it('does not take dates for an author where a place or a life is meant', () => {
    expect(read('New York, December 16, 2024')?.certainty ?? 0).toBeLessThan(0.5);
    expect(read('Ada Weber, 4 May 1950 - 3 June 2024')?.certainty ?? 0).toBeLessThan(0.5);
  });

  it.each([
    'Native Mobile App',
    'Amazon USA at $19.99: https://example.org/x',
    'Andrew Harn / AP',
    'Andrew Harn (foto)',
    '吹奏楽部 全国へ',
    'Artikel zum Hören • 3 Min',
    '- Advanced editors',
    'Certified Financial Analyst',
  ])('is no sure byline: %s', (line) => {
    expect(read(line)?.certainty ?? 0).toBeLessThan(0.5);
  });

  it('reads nothing in paragraphs, and takes time linear in a hostile line', () => {
    expect(read('By Ada Weber. '.repeat(40))).toBeNull();
    const start = performance.now();
    for (let i = 0; i < 200; i++) read('By ' + 'A, '.repeat(70) + ' | - '.repeat(5));
    expect(performance.now() - start).toBeLessThan(5_000);
  });
});
