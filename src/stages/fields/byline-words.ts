import { foldWord, wordSet } from './fold.js';

const folded = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/).map(foldWord));

/** Words of a journalist's job. They end a name, and a piece that holds one is a job title. Gathered from bylines of news sites. */
export const ROLES = folded(`
  reporter reporters correspondent correspondents editor editors writer journalist columnist contributor photographer bureau blogger stringer freelance freelancer anchor newsreader videojournalist
  redakteur redakteurin redaktion korrespondent korrespondentin reporterin journalistin volontär volontärin autor autorin chefredakteur
  reporterinnen reporterin freie freier mitarbeiter mitarbeiterin
  journaliste rédacteur rédactrice correspondant correspondante envoyé envoyée reporteur stagiaire
  periodista redactor redactora corresponsal enviado enviada colaborador colaboradora editora jefe
  repórter jornalista correspondente enviado redator redatora estagiário estagiária colunista
  giornalista inviato inviata corrispondente redattore redattrice
  redacteur redactrice verslaggever verslaggeefster correspondent journalist
  dziennikarz dziennikarka korespondent redaktorka redaktor redaktorzy reporterka
  novinář novinářka zpravodaj zpravodajka redaktor redaktorka novinar novinarka
  журналист журналистка корреспондент корреспондентка редактор обозреватель спецкор кореспондент кореспондентка журналіст журналістка
  muhabir muhabiri yazar yazarı editör editörü gazeteci
  wartawan jurnalis kontributor koresponden redaktur penulis
  phóng viên
  δημοσιογράφος ανταποκριτής συντάκτης
  journalister reporter redaktør redaktör reportteri toimittaja kirjeenvaihtaja újságíró munkatárs
  jurnalist reporter redactor corespondent
  संवाददाता पत्रकार रिपोर्टर प्रतिनिधि প্রতিনিধি প্রতিবেদক সাংবাদিক مراسل صحفي محرر خبرنگار گزارشگر כתב כתבת
  기자 특파원 선임기자 논설위원 記者 记者 特派員 特派员 通讯员 通訊員 編輯 编辑`);

/** Words of an editorial body, which may stand where an author does ("By Bay Tribune Staff", "Por Redação"). */
export const BODIES = folded(`
  staff team desk newsroom editors board bureau editorial
  redaktion redaktionsteam redaktionen redaktionell agenturen agencies rédaction redacción redação redazione redactie redakcja redakce redakcia
  redakció redacția redakcija редакция редакція редакцией συντακτική σύνταξη haber merkezi editörü redaksi tim toimitus newsdesk
  डेस्क ब्यूरो टीम ডেস্ক التحرير تحریر تحریریه מערכת 편집부 취재팀 編集部 編輯部 编辑部`);

/** Words of a publisher's name. A piece that holds one is no person. */
export const PUBLISHERS = folded(`
  news newspaper newspapers times post press media network networks tv radio online journal gazette herald tribune daily weekly magazine
  university universität université universidad universidade università universiteit college institute communications
  chronicle mail wire agency television broadcasting publishing group service services digital report reports today express observer
  standard sun star telegraph mirror independent guardian record review courier globe echo mercury bulletin dispatch examiner inquirer
  zeitung tageblatt nachrichten anzeiger kurier allgemeine rundschau presse verlag agentur
  journal presse quotidien agence courrier dépêche télégramme diario heraldo messaggero periódico noticias prensa agencia jornal folha gazeta correio notícias diário agência
  giornale corriere gazzetta notizie agenzia krant dagblad nieuws wiadomości dziennik gazeta agencja noviny zprávy deník
  новости газета вести агентство известия новини вісник haber haberleri gazetesi ajansı berita kabar koran
  báo tin tức tạp chí समाचार न्यूज न्यूज़ টিভি সংবাদ أخبار جريدة صحيفة وكالة خبرگزاری روزنامه חדשות
  신문 뉴스 일보 방송 新聞 新闻 日報 日报 晚报 晚報 時報 时报 通信 通訊 通讯 周刊`);

/** Occupations of people who are written about: no part of a name, and no sign of a byline either. */
export const OCCUPATIONS = wordSet(
  'consultant analyst specialist officer director manager engineer professor president ceo minister senator coach mayor economist executive founder attorney lawyer',
);

/** Ends of a company's name. */
export const COMPANIES = wordSet(
  'ltd inc llc gmbh plc corp co ag kg sa srl bv oy ab as pty limited incorporated company',
);

/** Words that stand in lower case within a name: de la Cruz, van der Berg, bin Salman. */
export const PARTICLES = folded(`
  de da do dos das del della di d la le les lo los las el y e i van von zu der den ter ten het 't der und af av bin ibn bint abu al
  ul ur ud el as bte binti a/l s/o da' san st`);

/** Those among them with which a name can begin: "by de Vries", not "por los dos". */
export const FIRST_PARTICLES = folded('de da di del della van von der den ter ten bin ibn abu al el le la ul');

/** Words of "A and B", by which authors are parted. */
export const CONJUNCTIONS =
  'and|und|et|y|e|en|og|och|ja|a|i|oraz|ve|și|şi|és|и|та|й|і|και|dan|và|och|with|mit|avec|con|com|και|और|এবং|اور|و|ו|และ';

/** One-letter words among them also stand inside names ("Ortega y Gasset"). */
export const SHORT_CONJUNCTIONS = wordSet('y e a i en и й і');

/** First words of two-word place names, by which "By Ana Ruiz, Puerto Rico" is told from a second author. */
export const PLACE_STARTS = folded(`
  new san santa saint st los las puerto port fort el la mount north south east west buenos rio río hong kuala tel cape bad sankt são santo
  nova novo porto sri saudi nueva ciudad villa bogor kota kab kabupaten den the abu addis mexico costa salt grand great lake nizhny нижний санкт великий
  northern southern eastern western united central`);

/** Words that open a clause behind a name: "for The Post", "in Paris". What follows is cut off. */
export const CUTTERS = wordSet(
  'for in at from of reports reporting für aus in para pour à dans per da voor uit dla для из из-за в i en på i från fra follow special updated published exclusive',
);

/** Who edits, translates or checks: the line names no author. Phrases, matched at the beginning; all but the verbs need a colon. */
export const EDITOR_LEADS: readonly string[] = [
  '(edited|fact checked|reviewed|translated|updated|proofread) by [:]',
  '(editor|editors|editing|copy editor|web editor|translator|translation) [by] :',
  '(editor|editora|redaktor|redaktør|redaktör|redakteur|redacteur|editör|redaktur|redaktion|traducción|tradução|übersetzung|traduction|traduzione) :',
  '(editado|revisado|traduzido|traducido) por [:]',
  '(redagował|redagowała|tłumaczenie|redakcja) [:]',
  '(bearbeitet|redigiert|übersetzt) von [:]',
  '(редактор|редакторка|переклад|перевод|редактура) :',
  '(责任编辑|責任編輯|編輯|编辑|责编|責編|审核|校对|审校|終審|终审|监制|監製|編集|翻訳|翻译|編譯|编译|主编|主編|実習编辑) :',
  '(편집|편집자|데스크|번역|교정) :',
  '(संपादन|संपादक|সম্পাদনা|সম্পাদক|تحرير|المحرر|ویراستار|سردبیر|دبیر|עריכה|עורך|עורכת) :',
  '(บรรณาธิการ|เรียบเรียง) :',
  '(biên tập|biên dịch|penyunting|penerjemah|επιμέλεια|szerkesztő|fordította|editat de|editor text) [:]',
];
