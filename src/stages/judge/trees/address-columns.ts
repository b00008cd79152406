import type { Facts } from '../facts.js';
import type { Columns } from './columns.js';

/** Words that speak to the reader, or for those who publish: "you", "your", "we", "our". Those that mean others as well ("sie", "su") are not here. */
const ADDRESSING: Readonly<Record<string, string>> = {
  ar: 'لكم لك نحن لنا',
  bg: 'вие вас ви ваш ваша ваше ние нас нашия нашата нашето нашите',
  cs: 'vy vás vám váš vaše vaši nás nám náš naše naši',
  da: 'du dig din dit dine jer jeres vi os vores',
  de: 'ihnen ihrem ihren wir uns unser unsere unserem unseren unserer du dich dir dein deine deinen deinem euch eure euer',
  el: 'εσείς εσάς σας εμείς εμάς μας',
  en: 'you your yours we our ours us',
  es: 'usted ustedes nosotros nuestro nuestra nuestros nuestras tú tus contigo',
  fa: 'شما ما',
  fi: 'sinä sinun teidän te meidän meille me sinulle',
  fr: 'vous votre vos nous notre nos',
  hi: 'आप आपका आपकी आपके आपको हम हमारा हमारी हमारे हमें',
  hr: 'vi vas vam vaš vaša vaše mi nas nam naš naša naše',
  hu: 'ön önök önnek ti titeket mi nekünk minket',
  id: 'anda kamu kami kita',
  it: 'noi nostro nostra nostri nostre voi vostro vostra tuo tua tuoi tue ti',
  ko: '여러분 우리 저희',
  nb: 'du deg din ditt dine dere deres vi oss vår vårt våre',
  nl: 'u uw jij je jouw jullie wij we ons onze',
  nn: 'du deg din ditt dine de dykk vi oss vår vårt våre',
  pl: 'ty ciebie tobie twój twoja twoje twoich wam was wasz nas nam nasz nasza nasze naszych',
  pt: 'você vocês nosso nossa nossos nossas conosco',
  ro: 'voi vă vouă noi nouă noastră nostru noștri dumneavoastră tine',
  ru: 'вы вас вам вами ваш ваша ваше ваши мы нас нам наш наша наше наши',
  sk: 'vy vás vám váš vaše vaši nás nám náš naše naši',
  sr: 'ви вас вам ваш ваша ваше ми нас нам наш наша наше vi vas vam vaš vaša vaše mi nas nam naš naša naše',
  sv: 'du dig din ditt dina ni er vi oss vår vårt våra',
  tr: 'siz sizin size sizi biz bizim bize bizi',
  uk: 'ви вас вам вами ваш ваша ваше ваші ми нас нам наш наша наше наші',
  ur: 'آپ ہم ہماری ہمارے',
  vi: 'bạn chúng',
  zh: '您 你 妳',
};

const WORDS = new Map(Object.entries(ADDRESSING).map(([language, words]) => [language, new Set(words.split(' '))]));
const NO_WORDS: ReadonlySet<string> = new Set();

/**
 * How far each block of a plain text speaks to its readers, and how much more than the running text does on the whole: appeals, programme
 * notes and invitations in the article's own voice say "you" and "our" where it tells of others. 0 in a language without such a list. Linear in
 * the page.
 */
export function putAddress(
  columns: Columns,
  facts: readonly Facts[],
  prose: readonly boolean[],
  language: string,
): void {
  const words = WORDS.get(language) ?? NO_WORDS;
  const [addressed, more] = ['addressed', 'addressedMore'].map((name) => columns.add(name)) as [
    Float32Array,
    Float32Array,
  ];
  let told = 0;
  let all = 0;
  facts.forEach(({ tokens }, i) => {
    let count = 0;
    for (const token of tokens) if (words.has(token)) count++;
    addressed[i] = count / Math.max(1, tokens.length);
    if (prose[i] !== true) return;
    told += count;
    all += tokens.length;
  });
  const mean = told / Math.max(1, all);
  for (let i = 0; i < addressed.length; i++) more[i] = (addressed[i] as number) - mean;
}
