import type { Rule } from '../core/types.js';
import { lineRule } from './form.js';

/** Lines whose form says what they are, in any language. Each is weighed by the judge unless it is sure. */

/** A line that begins with the sign is a notice; where the sign stands later it may be a picture's credit. */
export const copyrightLine = lineRule(
  'copyright-line',
  'legal',
  /^(?:copyright\s{0,3})?©\s?\S/i,
  {
    drops: ['© 2024 The Daily Example', 'Copyright © Example Media. All rights reserved.'],
    keeps: ['He drew a © on the napkin.', 'Copyright is not a crime.', '“© 2024” was all it said.'],
  },
  { sure: true, most: 240, needs: /©/ },
);

export const copyrightSign = lineRule(
  'copyright-sign',
  'legal',
  /^\(c\)\s*(?=\d{4})|©\s*(?:copyright\s*)?\d{4}|\b(?:19|20)\d\d\s*©|©\s*\S+.{0,60}$/i,
  {
    drops: ['Example Media © 2020–2024', '(c) 2019 Example', 'The Example ©️ 2021'],
    keeps: [
      'He drew a © on the napkin and said that the idea was now his, and that anyone who wanted it would have to pay for the coffee first.',
    ],
  },
  { needs: /[©(]/ },
);

export const breadcrumb = lineRule(
  'breadcrumb',
  'navigation',
  /^[^.!?]{1,40}(?:[›»>＞][^.!?›»>＞]{1,62}){1,6}$|^(?:[^\s./|]+ ){0,3}[^\s./|]+(?:\s\/\s[^\s./|]+(?: [^\s./|]+){0,3}){1,5}$/u,
  {
    drops: ['Home › News › Local', 'Start > Politik > Ausland', 'トップ ＞ 地域 ＞ 連載', 'Главная / Новости / Спорт'],
    keeps: ['The ratio was 3 > 2.', 'Yes/no questions are easy.'],
  },
  { needs: /[›»>＞/]/ },
);

export const hashtags = lineRule(
  'hashtags',
  'navigation',
  /^(?:[^#]{0,20}[:：]\s*)?(?:#\s?[\p{L}\p{N}_]+(?:\s[\p{Ll}\p{N}]+){0,2}[\s,،、]*)+$/u,
  {
    drops: ['#Weather #Storm #Coast', 'Tags: #harbour'],
    keeps: ['The campaign #harbour began on Monday.', '# is a sign with many names'],
  },
  { needs: /#/ },
);

export const counter = lineRule(
  'counter',
  'ui',
  /^[\p{P}\p{S}\s]*[\d٠-٩۰-۹][\d٠-٩۰-۹.,:\s/'’–-]{0,18}[kKmM+%]?[\p{P}\p{S}\s]*$/u,
  {
    drops: ['1,204', '0:00 / 7:14', '👁 3 481', '18+', '(14)'],
    keeps: ['1,204 people', 'In 1204'],
  },
  { needs: /[\d٠-٩۰-۹]/ },
);

export const weather = lineRule(
  'weather',
  'ui',
  /^(?:[\p{L} .,'-]{0,30}\s)?[+−–-]?\d{1,2}\s?°\s?[CF]?$/u,
  {
    drops: ['+21°', '41°F', 'Sunny 12 °C'],
    keeps: ['At 41° the rails began to bend.'],
  },
  { needs: /°/ },
);

export const rates = lineRule(
  'exchange-rates',
  'ui',
  /^(?:(?:[$€£¥₽₴₺]|USD|EUR|GBP|JPY|CNY|RUB|UAH|BTC)\s?[\d.,][\d.,%]*(?:\s?[▲▼↑↓+-][\d.,%]*| [\d.,%]+)?\s?){1,6}$/u,
  {
    drops: ['USD 87,77', '$ 89,02 € 95,74'],
    keeps: ['$24 is too much.', 'USD 1.9 billion was lost'],
  },
);

/** What a thing costs, and where: a button of a list of things to buy. */
export const priceAtShop = lineRule(
  'price-at-shop',
  'advertisement',
  /^(?:[Ff]rom )?(?:[$£€¥]|US\$|C\$|A\$)\s?\d[\d,.]*(?: \([^)]{1,20}\))? (?:at|from|on|bei|chez|en|hos|su|na) [\p{L}\d][^.!?…]{1,29}(?:\.com?)?$/u,
  {
    drops: ['$1,599.00 from Larch & Sons', '€49 (15% off) bei Holzer', 'From $19 at moss.com'],
    keeps: ['$19 from the till was gone, he said.', '$24 million from the state', 'Tickets are £5 at the door'],
  },
  { sure: true },
);

/** The last line of an embedded post: "— Harbour Board (@harbourboard) May 3, 2031". */
export const postSignature = lineRule(
  'post-signature',
  'social',
  /^[—–-]\s?[^@]{1,60}\(@\w{1,30}\)(?:,?\s[^.!?]{0,30}\b(?:19|20)\d{2})?$/u,
  {
    drops: ['— Harbour Board (@harbourboard) May 3, 2031', '— Ada Quist (@adaq) 3 mai 2031', '– Bo (@bo_lind)'],
    keeps: [
      '— Ask Bo (@bo_lind) about tar.',
      'Bo Lind (@bo_lind) has left the board',
      '— the harbour board, May 3, 2031',
    ],
  },
  { sure: true, needs: /@/ },
);

export const strayMarkup = lineRule(
  'stray-markup',
  'noise',
  /^(?:<\/?[a-z][^<>]{0,200}>|<!--.{0,180}-->|\[\/?[a-z_-]+(?:\s[a-z_-]+\s?=\s?["“”'][^"“”']{0,80}["“”'])+\s?\/?\]|\[\/[a-z_-]+\]|(?:window|document|googletag)\.[\w.$]{1,60}\s?[=(].{0,140}|var (\w{1,40})\s?=\s?\1\s?\|\|.{0,140}|\(function\s?\(.*|&(?:[a-z]{2,8}|#\d{2,5});|\{\{.{1,120}\}\}|\[[a-z]+(?:_[a-z]+)+\]|[a-z]{2,5}-[a-z]{2,5}-(?=[a-f]{0,11}\d)[0-9a-f]{7,12}|[\w .()@-]{1,70}\.(?:mp4|mov|jpe?g|png|gif|webp|svg))$/i,
  {
    drops: [
      '<div class="body">',
      '</p>',
      '<!-- slot 12 -->',
      '[gallery ids="1,2"]',
      'window._queue = window._queue || [];',
      '{{ item.title }}',
      '[CTA_BLOCK]',
      'abc-def-3fa9c012',
      'harbour at dawn (2).jpg',
    ],
    keeps: [
      '<i>Forgets</i> is the word she used.',
      '[He laughs.]',
      'window shopping (in the old sense)',
      'Let there be light',
      'let text = "moss";',
      '{{ he wrote, and forgot the rest',
      'The file was named harbour.jpg, and it was gone.',
      'mid-nineteen-hundreds',
    ],
  },
  { sure: true, most: 400 },
);

/** What a server's scripts say of themselves, above the page they were to make. */
export const serverMessage = lineRule(
  'server-message',
  'error-page',
  /^(?:php )?(?:fatal error|parse error|warning|notice|deprecated|strict standards)\s?:\s.{1,300}\bon line \d{1,6}\b\W{0,5}$|^Traceback \(most recent call last\):$/i,
  {
    drops: [
      'Warning: Undefined variable $id in /srv/www/page.php on line 31',
      'PHP Notice: Trying to get property of non-object in /srv/www/box.php on line 7.',
      'Traceback (most recent call last):',
    ],
    keeps: ['Warning: nobody should be on line 31 of the tram today, she said.', 'Notice: the pool is closed.'],
  },
  { sure: true, most: 400 },
);

export const separator = lineRule('separator', 'noise', /^[\p{P}\p{S}\s]+$/u, {
  drops: ['___', '* * *', '|', '•••'],
  keeps: ['* a note', '— No.'],
});

export const wireRouting = lineRule(
  'wire-routing',
  'noise',
  /^\^.{1,80}<$|^[A-Z]{1,5}(?:-[A-Z0-9]{1,6}){2,8}\s?\d{4}[A-Z]{0,3}<?$|^[a-z] [a-z] [A-Z]{2}-[A-Z-]{3,60}\b.{0,40}$/,
  {
    drops: ['^BC-Harbour-Fire,2nd Ld-Writethru,410<', 'XX-YY-01-02-20 0412EST<', 'r w BC-HARBOUR-FIRE 01-02 0412'],
    keeps: ['BBC', 'UN-backed', 'A-B-C'],
  },
  { sure: true },
);

/** Character debris of wrongly decoded bytes and nothing else: no line of letters consists of these. */
export const mojibakeDebris = lineRule(
  'mojibake-debris',
  'noise',
  /^(?=[^ÃÂâ€ïÐ\ufffd]*[ÃÂâ€ïÐ\ufffd])[ÃÂâ€¯»¿ï½Ð\u0080-\u00bf\ufffd\s]+$/u,
  {
    drops: ['Ã¯Â»Â¿', '\ufffd\ufffd'],
    keeps: ['« »a', 'Ça va', '½'],
  },
  { sure: true },
);

export const LINE_FORMS: readonly Rule[] = [
  copyrightLine,
  copyrightSign,
  breadcrumb,
  serverMessage,
  hashtags,
  counter,
  weather,
  rates,
  priceAtShop,
  postSignature,
  strayMarkup,
  separator,
  wireRouting,
  mojibakeDebris,
];
