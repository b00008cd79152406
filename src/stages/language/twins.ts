/**
 * Words by which languages are told apart whose function words are nearly all the same: of each pair of words that mean one thing, the one that
 * a language has and its twins have not. By language; only languages of one group are compared.
 */
const GROUPS: readonly Readonly<Record<string, string>>[] = [
  {
    hr: 'tko netko nitko tijekom tjedan tjedna tjednu prije gdje uvijek također nakon tisuća tisuće tvrtka tvrtke uvjet sveučilište sudionici obitelj kruh zrak vlak kolodvor tjednik priopćenju priopćio rekla izvijestio osiguran siječnja veljače ožujka travnja svibnja lipnja srpnja kolovoza rujna listopada studenoga studenog prosinca glede ravnatelj ravnateljica povijest općina vijeće s',
    bs: 'ko neko niko tokom sedmica sedmice sedmici prije gdje uvijek također poslije hiljada hiljade firma univerzitet učesnici porodica hljeb zrak voz saopćenju saopćio saopćeno rekla januara februara marta aprila maja juna jula augusta septembra oktobra novembra decembra općina općine općini historija lahko kahva vijeće sa sudija direktorica bh',
    sr: 'ko neko niko tokom nedelja nedelje nedelji pre gde uvek takođe posle hiljada hiljade firma univerzitet učesnici porodica hleb vazduh voz saopštenju saopštio rekla januara februara marta aprila maja juna jula avgusta septembra oktobra novembra decembra opština opštine opštini istorija vreme čovek dete deca lepo reč reči mesto veće sa sudija srbije uslov bezbednost deo dve dvesta ovde',
  },
  {
    id: 'bisa karena bahwa yakni usai kantor wali kabupaten mobil sepeda uang ribu polisi merupakan terkait sementara tersebut serta agar mengatakan ujar ujarnya kepolisian pukul provinsi desa senin jumat minggu rapat pemerintah juni juli agustus desember perusahaan pemilik sedangkan berbeda',
    ms: 'boleh kerana bahawa ialah selepas beliau pejabat basikal wang polis manakala turut daripada katanya negeri kerajaan majlis mesyuarat kampung tarikh berkata supaya bagaimanapun syarikat sekiranya isnin khamis ahad jun julai ogos disember ringgit kakitangan lewat',
  },
];

const KNOWN = GROUPS.map((group) =>
  Object.entries(group).map(([tag, words]) => [tag, new Set(words.split(' '))] as const),
);

/** Whether both are of one group. */
export const areTwins = (a: string, b: string): boolean => GROUPS.some((group) => a in group && b in group);

/** Which of a language's twins, or itself, a text is in, by its words in lower case; the language itself where they say nothing plain. */
export function tellTwins(language: string, words: readonly string[]): string {
  const group = KNOWN.find((one) => one.some(([tag]) => tag === language));
  if (group === undefined) return language;
  const votes = group.map(([tag, own]) => {
    const others = group.filter(([other]) => other !== tag);
    // A word that two of three have speaks for both.
    const weight = (word: string): number =>
      own.has(word) ? 1 - others.filter(([, set]) => set.has(word)).length / group.length : 0;
    return [tag, words.reduce((sum, word) => sum + weight(word), 0)] as const;
  });
  const [first, second] = votes.sort((a, b) => b[1] - a[1]);
  return first !== undefined && first[1] > (second?.[1] ?? 0) ? first[0] : language;
}
