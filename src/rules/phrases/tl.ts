import type { PhraseList } from './types.js';

const NETWORK =
  '(facebook|x|twitter|whatsapp|viber|telegram|instagram|youtube|tiktok|messenger|linkedin|threads|google news|social media|email)';
const SECTION =
  '(balita|bansa|metro|probinsya|showbiz|palakasan|sports|opinyon|libangan|lifestyle|negosyo|mundo|kolum|editoryal|horoscope|lotto|pang masa|punto mo|para malibang|pinoy abroad|true confessions|entertainment|nation|police metro|bansa at mundo)';

export const tl: PhraseList = {
  language: 'tl',
  stopwords:
    'ng sa na ang mga at ay ni si para hindi kung nang may ito pa niya siya kanyang rin lang mula nila dahil sila namin din kay ko ka ating isang kaya pero ako tayo habang bago upang wala ayon maging iyon noong doon muna po'.split(
      ' ',
    ),
  fields: {
    byline: [
      '(ni|isinulat ni|ulat ni|sulat ni|isinulat nina|ulat nina|inulat ni|akda ni|tula ni|kuwento ni|ulat mula kay)',
      '(ulat|manunulat|may akda|awtor|sinulat ni|reporter) :',
    ],
    published: ['(inilathala|nailathala|ipinaskil|inilabas|petsa|na publish) [noong] [:]'],
    updated: ['(in update|binago|na update|huling binago|huling in update|huling na update) [noong] [:]'],
    credit: [
      '(larawan|litrato|kuha|retrato|kuhang larawan|bidyo|video|dibuho) :',
      '(larawan|litrato|kuha|retrato|larawan mula|kuhang larawan|larawang kuha|video) (ni|nina|mula sa|mula kay|galing sa|buhat sa|sa)',
    ],
    agencies: ['PNA', 'Reuters', 'AFP', 'AP', 'Associated Press', 'Xinhua', 'Agence France-Presse', 'PIA'],
  },
  phrases: [
    {
      reason: 'advertisement',
      kind: 'label',
      any: [
        '(patalastas|anunsiyo|anunsyo|bayad na patalastas|may bayad na anunsiyo|patalastas lamang|bayad na nilalaman)',
        '(isara|laktawan|itago) ang (patalastas|anunsiyo|ad)',
        '(nagpapatuloy|itutuloy|tuloy|patuloy) ang (artikulo|balita|kuwento|istorya) (pagkatapos ng|sa ibaba ng|matapos ang) (patalastas|ad|anunsiyo)',
        '(mag scroll|i scroll|ituloy ang pagbabasa|ipagpatuloy ang pagbabasa) [pababa|sa ibaba] [para magpatuloy|upang magpatuloy|para ituloy ang pagbabasa]',
        '(mag advertise|mag anunsiyo) (sa amin|dito|kasama namin)',
      ],
      drops: [
        'PATALASTAS',
        'Isara ang patalastas',
        'Nagpapatuloy ang artikulo pagkatapos ng patalastas',
        'Mag-scroll pababa para magpatuloy',
        'Mag-advertise sa amin',
      ],
      keeps: [
        'Pinatigil ng ahensiya ang patalastas ng sugalan.',
        'Nagpapatuloy ang paghahanap sa tatlong mangingisda.',
      ],
    },
    {
      reason: 'subscription',
      kind: 'label',
      any: [
        '(mag subscribe|mag sign up|magpalista|magparehistro|sumali) [na|ngayon|dito|sa aming newsletter|sa newsletter|sa aming mga newsletter] [ngayon|dito|na]',
        '(ilagay|i type|ipasok) ang [iyong|inyong] (email|e mail|email address)',
        '(i download|kunin|i install) ang (app|aming app|mobile app|aming mobile app) [ngayon|dito|na]',
        '(may account|subscriber|miyembro) (ka na ba|na ba kayo|na) [mag log in|mag login|mag sign in] [dito]',
        '(para sa mga subscriber|para lamang sa mga subscriber|eksklusibo sa mga subscriber|subukan nang libre|suportahan kami|mag donate)',
        '(i on|i enable|paganahin|buksan) ang (notifications|notification|mga abiso|abiso)',
      ],
      drops: [
        'Mag-subscribe na',
        'Ilagay ang iyong email',
        'I-download ang aming app',
        'May account ka na ba? Mag-log in',
        'Para lamang sa mga subscriber',
        'I-on ang notifications',
      ],
      keeps: ['Magparehistro bago ang Setyembre, panawagan ng Comelec.', 'Sumali sa rali ang mga guro.'],
    },
    {
      reason: 'subscription',
      kind: 'notice',
      any: [
        '(mag subscribe|mag sign up|magpalista) [...] (newsletter|newsletters|youtube|channel|daily briefing)',
        '(tumanggap|makatanggap|kumuha|matanggap) ng [...] (balita|update|updates|newsletter) ... (inbox|email|e mail|cellphone mo)',
        '(i download|kunin) [...] (app|mobile app) ... (google play|app store|play store|appgallery|nang libre)',
        '(suportahan|tulungan) [...] (malayang pamamahayag|independiyenteng pamamahayag|aming pamamahayag)',
        '(upang|para) (magpatuloy|maituloy|mabasa) ... (mag log in|mag subscribe|mag sign in|magparehistro)',
      ],
      drops: [
        'Mag-subscribe sa aming newsletter tuwing Lunes',
        'Tumanggap ng mga balita sa iyong inbox',
        'I-download ang aming mobile app sa Google Play',
        'Suportahan ang malayang pamamahayag',
        'Upang magpatuloy, kailangang mag-log in',
      ],
      keeps: ['Kumuha ng litrato ang mga turista.'],
    },
    {
      reason: 'social',
      kind: 'label',
      any: [
        `(ibahagi|i share|ipasa|i tweet|ikalat) [ang artikulo|ito|ang balita|ang balitang ito|ang artikulong ito|ang kuwentong ito] [sa] [${NETWORK}|mga kaibigan] [${NETWORK}]`,
        `(sundan|i follow|i like|subaybayan|bisitahin) (kami|kami rin|ang aming page|ang abante|ang balita) [rin] (sa|sa aming|:) (${NETWORK}|mga social media account) [at] [${NETWORK}] [at] [${NETWORK}]`,
        '(kopyahin|i copy|nakopya) (ang link|link|na ang link|ang url)',
        '(sundan kami|i follow kami|mga social media namin)',
      ],
      drops: ['I-share sa Facebook', 'Sundan kami sa Instagram at TikTok', 'Kopyahin ang link', 'Sundan kami'],
      keeps: ['Ibahagi ang pagkain sa kapitbahay, sabi ng pari.', 'Sundan kami sa bundok, yaya ng gabay.'],
    },
    {
      reason: 'social',
      kind: 'notice',
      any: [
        `(sundan|i follow|i like|subaybayan|sumali sa) (kami|ang|aming) [...] ${NETWORK} [...] (page|channel|account|para sa|community|at)`,
        '(para sa|para) [...] (iba pang|pinakabagong|pinakahuling|karagdagang|mga) (balita|istorya|update|updates) [...] (bisitahin|sundan|i follow|mag subscribe|tumutok|i click|mag log on)',
        '(i click|pindutin|i tap) [...] (subscribe|bell|link na ito|ang link|notification bell)',
        '(may|mayroon ka bang|may nais ka bang) [...] (balita|tip|kuwento|reklamo|sumbong|ibahagi) [...] (mag email|i email|i text|ipadala|mag message|sumulat) [...] (sa|kay)',
        '(panoorin|mapapanood|pakinggan) [...] (buong ulat|full episode|buong episode|buong panayam) [...] (dito|youtube|facebook|website|sa video|sa itaas|sa ibaba)',
      ],
      drops: [
        'Sundan kami sa aming Facebook page',
        'Para sa iba pang balita, bisitahin ang aming website.',
        'I-click ang subscribe at notification bell',
        'May balita ka? I-email sa desk@halimbawa.example',
        'Panoorin ang buong ulat sa YouTube',
      ],
      keeps: ['Pinanood nila ang laro sa plasa.', 'May balita tungkol sa ama niya, sabi ng pulis.'],
    },
    {
      reason: 'related',
      kind: 'list-head',
      any: [
        '(kaugnay|kaugnay na|mga kaugnay na|iba pang|iba pang mga|mga|pinakabagong|pinakahuling|pinakabagong mga|mga sikat na|inirerekomendang|trending na|nauugnay na|higit pang) (balita|artikulo|istorya|kuwento|video|paksa|ulat|mga balita|mga artikulo)',
        '(pinakabasa|pinakabinabasa|pinaka nababasa|pinakasikat|pinakabago|patok ngayon|mga sikat|trending ngayon|uso ngayon|maaaring magustuhan mo|baka magustuhan mo|baka gusto mo rin|inirerekomenda para sa iyo|rekomendado|huwag palampasin|higit pa mula sa ~|iba pa mula sa ~)',
        '(basahin|panoorin|pakinggan|tingnan) (din|rin|ito|pa|ang iba pa)',
      ],
      drops: ['Mga kaugnay na balita', 'Pinakabasa', 'Basahin din'],
      keeps: ['Iba pang balita ang bumungad sa kanila.', 'Basahin din ang maliliit na titik, payo ng abogado.'],
    },
    {
      reason: 'related',
      kind: 'lead-in',
      any: [
        '(basahin|basahin din|basahin rin|panoorin|panoorin din|pakinggan|kaugnay|kaugnay na balita|kaugnay na ulat|tingnan|tingnan din|related na balita) [ito|dito|muna] :',
        '(basahin|panoorin) ang (buong|kumpletong|kabuuang) (artikulo|balita|ulat|kuwento|istorya|panayam) (dito|sa|:)',
        '(nakaraang|susunod na|naunang) (artikulo|balita|istorya) :',
      ],
      drops: ['BASAHIN: Tulay, isinara', 'Basahin ang buong ulat dito', 'Susunod na balita: Tulay'],
      keeps: ['Panoorin natin ang pagsikat ng araw, sabi niya.'],
    },
    {
      reason: 'comments',
      kind: 'list-head',
      any: ['(mga komento|komento|mga puna|mga reaksiyon ng mambabasa|lahat ng komento)'],
      drops: ['Mga komento (5)'],
      keeps: ['Mga komento ng senador ang ikinagalit nila.'],
    },
    {
      reason: 'comments',
      kind: 'label',
      any: [
        '(mag iwan|magsulat|maglagay|mag post|magdagdag) ng [iyong|inyong] (komento|puna|tugon|sagot|comment) [dito|kanselahin ang tugon]',
        '(wala pang|walang) (komento|comment|mga komento) [sa ngayon]',
        '(maging una|maunang|ikaw ang unang) (magkomento|mag komento|mag comment|magbigay ng komento) [...]',
        '(mag log in|mag login|kailangan mong mag log in) (para|upang) (magkomento|mag comment|makapagkomento|mag iwan ng komento)',
        'hindi (ilalathala|ipapakita|isasapubliko) ang [iyong|inyong] (email|email address) ...',
      ],
      drops: [
        'Mag-iwan ng komento',
        'Wala pang komento',
        'Maging una magkomento',
        'Mag-log in para magkomento',
        'Hindi ilalathala ang iyong email address',
      ],
      keeps: ['Walang komento ang Malacañang hanggang kahapon.'],
    },
    {
      reason: 'ui',
      kind: 'label',
      any: [
        '(magbasa pa|basahin pa|magbasa ng higit pa|basahin ang buong artikulo|basahin ang buong balita|ituloy ang pagbasa|tingnan lahat|tingnan ang lahat|makita pa|ipakita pa|mag load pa|bumalik sa itaas|balik sa itaas|i print|i save|pakinggan ang artikulo|mag click dito|i click dito|i click ito)',
        '(lumaktaw|pumunta|laktawan|tumalon) (sa|patungo sa) (nilalaman|pangunahing nilalaman|menu)',
        '(buksan|isara) ang (menu|bintana|paghahanap)',
        '# (minuto|oras|araw|linggo|buwan) (ang nakalipas|na ang nakalipas|ang nakaraan|nakalipas)',
        '# (minuto|minutong) (basahin|pagbabasa|babasahin)',
        '(tanggapin|tanggihan|payagan) (lahat|ang lahat|ang cookies|ang lahat ng cookies|lahat ng cookies)',
        '(mag log in|mag sign in|mag login) [o|/] [mag sign up|magparehistro|mag register]',
        '(nakalimutan ang password|nakalimutan mo ba ang password|naglo load|sandali lang|hintayin)',
      ],
      drops: [
        'Magbasa pa',
        'Lumaktaw sa nilalaman',
        'Isara ang menu',
        '3 oras ang nakalipas',
        '2 minutong pagbabasa',
        'Tanggapin lahat ng cookies',
        'Mag-log in o magparehistro',
        'Nakalimutan ang password?',
      ],
      keeps: ['Tatlong oras ang nakalipas bago dumating ang bumbero.', 'Buksan ang pinto, utos ng pulis.'],
    },
    {
      reason: 'ui',
      kind: 'notice',
      any: [
        '(gumagamit|gumagamit kami|gumagamit ang website na ito|gumagamit ang site na ito) ng [mga] cookies',
        '(sa pagpapatuloy|sa patuloy) ... (sumasang ayon|pumapayag) ... (cookies|privacy policy|patakaran|terms)',
        '(hindi sinusuportahan|hindi suportado) ng [iyong|inyong] browser',
        '(i enable|paganahin|i on) ang javascript',
      ],
      drops: [
        'Gumagamit kami ng cookies',
        'Sa pagpapatuloy, sumasang-ayon ka sa aming privacy policy',
        'Hindi sinusuportahan ng iyong browser ang video',
        'Paganahin ang JavaScript',
      ],
      keeps: ['Gumagamit ng lambat ang mga mangingisda.'],
    },
    {
      reason: 'navigation',
      kind: 'label',
      any: [
        `${SECTION} ${SECTION} ${SECTION} [${SECTION}] [${SECTION}] [${SECTION}] [${SECTION}] [${SECTION}]`,
        '(tungkol sa amin|makipag ugnayan sa amin|makipag ugnayan|patakaran sa privacy|mga tuntunin ng paggamit|tuntunin at kondisyon|bumalik sa home|lahat ng balita|lahat ng artikulo|pahina ng simula)',
      ],
      drops: ['Bansa Metro Showbiz Opinyon', 'Tungkol sa Amin'],
      keeps: ['Tungkol sa amin ang awit, sabi ng mga mangingisda.'],
    },
    {
      reason: 'navigation',
      kind: 'lead-in',
      any: ['(mga paksa|paksa|mga tag|mga kategorya|kategorya|higit pa tungkol sa) :'],
      drops: ['Mga paksa: Bagyo, Bicol'],
      keeps: ['Mga paksa ng pulong ang bigas at kuryente.'],
    },
    {
      reason: 'legal',
      kind: 'notice',
      any: [
        '(reserbado|nakalaan|nakareserba) ang lahat ng [mga] karapatan',
        'lahat ng [mga] karapatan ay (reserbado|nakalaan|nakareserba)',
        '(ipinagbabawal|bawal) ang (pagkopya|paglalathala|muling paglalathala) ... (pahintulot|permiso)',
        '(isinalin|isinulat|binuo) [...] (gamit ang ai|ng ai|gamit ang artificial intelligence)',
        '(opinyon|pananaw) [...] (ng may akda|ng manunulat|ng kolumnista) [...] (hindi|at hindi) (kinakailangang|nangangahulugang|sumasalamin|kumakatawan)',
      ],
      drops: [
        '© 2024. Reserbado ang lahat ng karapatan.',
        'Lahat ng karapatan ay nakalaan.',
        'Ipinagbabawal ang pagkopya nang walang pahintulot',
        'Isinalin ito gamit ang AI',
        'Ang opinyon ay sa may-akda ng manunulat at hindi sumasalamin sa pahayagan',
      ],
      keeps: ['Ipinagbabawal ang paninigarilyo sa parke.'],
    },
    {
      reason: 'error-page',
      kind: 'label',
      any: [
        '[paumanhin|404|error 404] [ang] (hindi mahanap|hindi nakita|wala na) ang (pahina|page|artikulo) [na hinahanap mo|na ito] [404]',
      ],
      drops: ['Paumanhin, hindi mahanap ang pahina na hinahanap mo'],
      keeps: ['Hindi mahanap ang pahina ng talaan kung saan siya nakalista.'],
    },
  ],
};
