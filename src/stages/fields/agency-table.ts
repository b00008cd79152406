import { agencyHead, agencyKey } from './field-patterns.js';

/**
 * News agencies with an established short Latin name, and how else they are written. The first of each line is the name given out.
 * Agencies that are not here are given out as written.
 */
const NAMES = `
  AP; Associated Press; The Associated Press; AP News; AP통신; AP通信; АП; एपी; أسوشيتد برس; اسوشيتد برس; אי-פי; 美联社; 美聯社
  Reuters; Thomson Reuters; REUTERS; 로이터; 로이터통신; ロイター; ロイター通信; 路透社; 路透; رويترز; رویترز; Рейтер; Рейтерс; Ройтерс; रॉयटर्स; রয়টার্স; רויטרס; รอยเตอร์; รอยเตอร์ส
  AFP; Agence France-Presse; Agence France Presse; AFP통신; AFP通信; 法新社; АФП; एएफपी; এএফপি; ا ف ب; أ ف ب; فرانس برس; وكالة فرانس برس
  dpa; Deutsche Presse-Agentur; DPA통신; ДПА
  EFE; Agencia EFE; Efe
  ANSA; Ansa
  Xinhua; Xinhua News Agency; 新华社; 新華社; 新华网; 新華社通信; 신화통신; Синьхуа; Сіньхуа; شينخوا
  CNA; 中央社; Focus Taiwan
  CNS; 中新社; 中国新闻社; 中新网
  Kyodo; Kyodo News; 共同; 共同通信; 共同通信社; 共同社; 교도; 교도통신; Киодо
  Jiji; Jiji Press; 時事; 時事通信; 時事通信社; 时事社; 지지통신
  Yonhap; Yonhap News; Yonhap News Agency; 연합뉴스; 연합; 聯合ニュース; 韩联社; 韓聯社; Ренхап; Ёнхап
  Newsis; 뉴시스
  News1; 뉴스1; 뉴스원
  KCNA; 조선중앙통신; 朝鮮中央通信; 朝中社
  TASS; ТАСС; ИТАР-ТАСС; Itar-Tass; ITAR-TASS; 타스; 타스통신; タス通信; タス; 塔斯社; تاس
  RIA Novosti; РИА Новости; РИА; RIA; РІА Новини; 리아노보스티; 俄新社
  Interfax; Интерфакс; INTERFAX; INTERFAX.RU; 인테르팍스; インタファクス通信
  Interfax-Ukraine; Интерфакс-Украина; Інтерфакс-Україна
  Ukrinform; Укринформ; Укрінформ; ウクルインフォルム通信
  UNIAN; УНИАН; УНІАН
  BelTA; БелТА; БЕЛТА; Белта
  PAP; Polska Agencja Prasowa
  ČTK; CTK; Česká tisková kancelář
  TASR
  MTI
  Agerpres; AGERPRES
  Mediafax; MEDIAFAX
  BTA; БТА
  Tanjug; Танјуг
  HINA; Hina
  ANA-MPA; ΑΠΕ-ΜΠΕ; ΑΠΕ; AMNA
  ANP
  Belga; BELGA
  NTB
  Ritzau
  STT
  TT; TT Nyhetsbyrån
  AA; Anadolu; Anadolu Agency; Anadolu Ajansı; الأناضول; Анадолу
  DHA; Demirören Haber Ajansı
  İHA; IHA; İhlas Haber Ajansı
  ANKA; ANKA Haber Ajansı
  Lusa; LUSA
  Europa Press; EUROPA PRESS; Ep
  Notimex; NOTIMEX
  Télam; TELAM
  PTI; Press Trust of India; पीटीआई
  ANI; Asian News International; एएनआई
  IANS; आईएएनएस
  UNI; United News of India
  UNB; ইউএনবি
  BSS; বাসস
  APP; Associated Press of Pakistan
  Bernama; BERNAMA
  Antara; ANTARA
  VNA; TTXVN
  PNA; Philippine News Agency
  IRNA; ایرنا; إرنا
  ISNA; ایسنا
  Fars; فارس
  Tasnim; تسنیم
  Mehr; مهر
  WAM; وام
  SPA; واس
  QNA; قنا
  KUNA; كونا
  MENA; أ ش أ
  SANA; سانا
  WAFA; وفا
  Petra; بترا
  UPI; United Press International
  PA; PA Media; Press Association
  CP; Canadian Press; The Canadian Press
  AAP; Australian Associated Press
  Bloomberg; 블룸버그; 블룸버그통신; ブルームバーグ; Блумберг; 彭博社
  MENAFN`;

/** Short names that are words, places or codes as well: only believed at the start of a line, as a whole line, or beside another agency. */
const AMBIGUOUS =
  'AA;신화;타스;교도;PA;CP;MENA;SANA;SPA;UNI;TT;STA;TNA;APA;APS;MAP;APP;ANA;NAN;Fars;Mehr;WAM;MTI;EPA;Newswire;Splash;مهر;فارس;وفا;وام;سانا;연합;新华网;時事;Прайм;Тренд;Вести;Главком;LIGA;Кабар;Ховар;The Conversation;Stacker';

const CANONICAL: ReadonlyMap<string, string> = new Map(
  NAMES.trim()
    .split('\n')
    .flatMap((line) => {
      const names = line.split(';').map((name) => name.trim());
      return names.map((name) => [agencyKey(name), names[0] ?? name] as const);
    }),
);
const UNSURE: ReadonlySet<string> = new Set(AMBIGUOUS.split(';').map(agencyKey));

/** All names as they are written. */
const WRITTEN: ReadonlySet<string> = new Set(NAMES.split(/[;\n]/).map((name) => name.trim()));

/**
 * True for a writing in which a short name can stand: as in the table, in capitals, or longer than a word. "App" and "Spa" are words,
 * APP and SPA agencies.
 */
export const isAgencyWriting = (name: string): boolean =>
  WRITTEN.has(name) ||
  (name !== name.toLowerCase() && (name.includes(' ') || name.length > 6)) ||
  name === name.toUpperCase();

/** How the names begin (see agencyHead). */
const HEADS: ReadonlySet<string> = new Set([...WRITTEN].map(agencyHead));

export const isAgencyHead = (head: string): boolean => HEADS.has(head);

/** The agency's short name by its key (see agencyKey), or null if it is not in the table. */
export const canonicalAgency = (key: string): string | null => CANONICAL.get(key) ?? null;

/** True for a name that means other things as well. */
export const isAmbiguousAgency = (key: string): boolean => UNSURE.has(key);
