import type { PhraseList } from './types.js';

const NETWORK =
  '(facebook|x|twitter|whatsapp|telegram|instagram|youtube|tiktok|linkedin|pinterest|messenger|google news|threads|mitandao ya kijamii)';
const SECTION =
  '(habari|kitaifa|kimataifa|michezo|burudani|biashara|uchumi|siasa|makala|maoni|afya|elimu|teknolojia|utamaduni|jamii|dunia|afrika|tanzania|kenya|picha|nyumbani|mwanzo|matangazo|magazeti|soka|kolamu|tahariri)';
const FOOTER = '(kuhusu sisi|wasiliana nasi|sera ya faragha|vigezo na masharti|masharti ya matumizi|ramani ya tovuti)';

export const sw: PhraseList = {
  language: 'sw',
  stopwords:
    'ya na wa kwa ni katika za la kuwa hiyo huo cha alisema kama hilo huyo baada pia lakini au vya yake wake ili hata hii huu hizo wao sana yeye bila kila watu hivyo kuhusu wakati tu si sasa zaidi mimi sisi kutoka hadi bado amesema wengine'.split(
      ' ',
    ),
  fields: {
    byline: [
      '(mwandishi|waandishi|mhariri|imeandikwa na|mtayarishaji|mtafsiri|ripota|mchangiaji) :',
      '(na|imeandikwa na|imetayarishwa na|imehaririwa na|makala ya|ripoti ya)',
      '(na) (mwandishi wetu|waandishi wetu|mwandishi maalumu)',
      '(mwandishi wetu|mwandishi wa bbc|mwandishi wa dw) ~',
    ],
    published: ['(imechapishwa|ilichapishwa|imewekwa|tarehe|ilichapishwa mara ya kwanza) [tarehe|mnamo] [:]'],
    updated: ['(imeboreshwa|imesasishwa|ilisasishwa|imehaririwa|mara ya mwisho kusasishwa) [mwisho|tarehe] [:]'],
    credit: [
      '(picha|chanzo cha picha|video|mchoro|picha na|mpiga picha|picha kwa hisani ya|kwa hisani ya|picha ya maktaba) :',
      '(picha na|chanzo cha picha|picha kwa hisani ya|picha ya|picha kutoka)',
    ],
    agencies: ['Reuters', 'AFP', 'AP', 'AFPE', 'APE', 'RTRE', 'DPA', 'DPAE', 'Xinhua', 'KNA', 'TSN'],
  },
  phrases: [
    {
      reason: 'advertisement',
      kind: 'label',
      any: [
        '(tangazo|matangazo|tangazo la biashara|maudhui ya kulipiwa|maudhui yaliyodhaminiwa|imedhaminiwa|imedhaminiwa na ~|tangazo la kulipiwa)',
        '(funga|ruka|ondoa) (tangazo|matangazo)',
        '(habari|makala|taarifa|simulizi) [hii] inaendelea (baada ya|chini ya) [tangazo|matangazo|tangazo hili]',
        '(endelea kusoma|soma zaidi) (baada ya|chini ya) (tangazo|matangazo)',
        '(tangaza nasi|weka tangazo lako hapa|tangaza hapa|nunua sasa|agiza sasa)',
      ],
      drops: [
        'TANGAZO',
        'Funga tangazo',
        'Habari inaendelea baada ya tangazo',
        'Endelea kusoma chini ya tangazo',
        'Tangaza nasi',
      ],
      keeps: [
        'Tangazo la rais lilitolewa jana usiku.',
        'Maandamano yanaendelea baada ya tangazo la matokeo.',
        'Nunua sasa au subiri bei ishuke, ndilo swali la wakulima.',
      ],
    },
    {
      reason: 'subscription',
      kind: 'label',
      any: [
        '(jiandikishe|jisajili|jiunge) [sasa|bure|hapa|kwa jarida letu|kwenye jarida letu|upate jarida letu|kupata jarida|kupata habari zetu]',
        '(jarida letu|jarida la habari|barua pepe yako|weka barua pepe yako|ingiza barua pepe yako|anwani yako ya barua pepe)',
        '(pakua|pata) (app yetu|programu yetu|apu yetu|aplikesheni yetu|app|programu ya ~) [hapa|sasa|bure|leo]',
        '(ruhusu|washa|pokea) (arifa|arifa za habari|taarifa mpya)',
        '(tayari wewe ni|je wewe ni|una) (mwanachama|mteja|akaunti|msajiliwa) [tayari] [ingia|ingia hapa]',
        '(kwa|maalumu kwa) (waliojisajili|wanachama|wateja waliolipia) (tu|pekee)',
        '(chagua kifurushi|lipia sasa|jaribu bure|endelea kusoma kwa kulipia|changia sasa|tuunge mkono)',
      ],
      drops: [
        'Jisajili sasa',
        'Weka barua pepe yako',
        'Pakua app yetu',
        'Washa arifa',
        'Una akaunti? Ingia hapa',
        'Kwa waliojisajili tu',
        'Jaribu bure',
      ],
      keeps: [
        'Jiunge nasi, alisema mgombea huyo.',
        'Arifa za mafuriko zilitolewa mapema.',
        'Waliojisajili kupiga kura ni milioni tano.',
      ],
    },
    {
      reason: 'subscription',
      kind: 'notice',
      any: [
        '(jiandikishe|jisajili|jiunge) ... (jarida letu|jarida la|kupokea habari|kupata habari|barua pepe zetu)',
        '(pata|pokea) [...] (habari|taarifa|makala) ... (kwenye barua pepe yako|kupitia barua pepe yako|moja kwa moja kwenye simu yako|kwa barua pepe kila)',
        '(ili|kuendelea) [...] (kusoma|kuendelea kusoma) ... (jisajili|ingia kwenye akaunti|lipia|nunua kifurushi)',
        '(pakua|shusha) (app|aplikesheni|programu) (yetu|ya) ... (play store|app store|google play|apple store)',
        '(unga mkono|tuunge mkono|changia) ... (uandishi huru|uandishi wetu|habari huru|kazi yetu ya uandishi)',
      ],
      drops: [
        'Jiandikishe leo kwa jarida letu la kila wiki',
        'Pokea habari muhimu kwenye barua pepe yako kila siku',
        'Ili kuendelea kusoma, tafadhali jisajili',
        'Pakua app yetu kutoka Play Store au App Store',
        'Unga mkono uandishi huru',
      ],
      keeps: [
        'Wananchi walijisajili kupiga kura katika vituo vyote.',
        'Alipokea taarifa hiyo kwa simu.',
        'Mashirika yalitaka serikali iheshimu vyombo huru.',
      ],
    },
    {
      reason: 'social',
      kind: 'label',
      any: [
        `(shirikisha|sambaza|tuma|shirikisha wengine) [makala haya|makala hii|habari hii|taarifa hii] [kwenye|kwa|kupitia] [${NETWORK}|marafiki|barua pepe] [${NETWORK}]`,
        `(tufuate|tufuatilie|ungana nasi|fuatilia) [pia] [kwenye|katika|kupitia|:] (${NETWORK}|mitandao yetu) [na] [${NETWORK}] [na] [${NETWORK}]`,
        `(facebook|twitter|whatsapp|telegram|instagram) ${NETWORK} [${NETWORK}] [${NETWORK}] [nakili kiungo|barua pepe]`,
        '(nakili kiungo|nakili linki|kopi link|kiungo kimenakiliwa)',
        '(mitandao ya kijamii|tufuate|tufuatilie|sambaza makala|sambaza habari)',
      ],
      drops: [
        'Sambaza habari hii kwenye WhatsApp',
        'Tufuate kwenye Instagram',
        'Facebook X WhatsApp',
        'Nakili kiungo',
        'Tufuatilie',
      ],
      keeps: ['Sambaza mbegu kwa mstari, alishauri bwana shamba.', 'Mitandao ya kijamii imezimwa tangu Jumanne.'],
    },
    {
      reason: 'social',
      kind: 'notice',
      any: [
        '(jiunge|ungana) [nasi] [...] (chaneli yetu|channel yetu|kundi letu|ukurasa wetu|kituo chetu) [...] (whatsapp|telegram|youtube|facebook)',
        `(tufuate|tufuatilie|tufollow|like ukurasa wetu) [...] ${NETWORK}`,
        '(subscribe|jisajili|usisahau kusubscribe) [...] (youtube|chaneli yetu|channel yetu)',
        '(una|je una|tuma|tutumie) [...] (habari|taarifa|maoni|picha|stori) [...] (wasiliana nasi|tutumie|tuandikie|kwenda namba|kupitia namba|whatsapp namba)',
        '(bonyeza|bofya) [...] (hapa|link|kiungo) [...] (kujiunga|kusubscribe|kutufuata|kupata habari|kusoma zaidi)',
      ],
      drops: [
        'Jiunge na chaneli yetu ya WhatsApp',
        'Usikose habari: tufuate Facebook',
        'Usisahau kusubscribe YouTube',
        'Una habari? Tuandikie',
        'Bofya hapa kujiunga',
      ],
      keeps: ['Alijiunga na kundi la WhatsApp la wazazi.', 'Alituma picha kwa mama yake.'],
    },
    {
      reason: 'related',
      kind: 'list-head',
      any: [
        '(habari|makala|taarifa|video|stori|simulizi|mada) (zinazohusiana|inayohusiana|zinazofanana|zilizopendekezwa|nyingine|zaidi|mpya|kuu|za hivi karibuni|mpya zaidi|muhimu|moto|nyinginezo|zinazoendana|zinazosomwa sana)',
        '(inayosomwa zaidi|iliyosomwa zaidi|zilizosomwa zaidi|zinazosomwa zaidi|zinazosomwa sana|inayovuma|zinazovuma|yanayovuma|maarufu|maarufu zaidi|za sasa|tuliyokuchagulia|tulizokuchagulia|unaweza pia kupenda|usikose|usipitwe|chaguo la mhariri)',
        '(soma|tazama|sikiliza|angalia) (pia|zaidi|na|hizi pia|na hii|hii pia)',
        '(zaidi kuhusu|zaidi kutoka) (mada hii|habari hii|~)',
      ],
      drops: ['Habari zinazohusiana', 'Zilizosomwa zaidi', 'SOMA PIA', 'Zaidi kuhusu mada hii'],
      keeps: ['Habari zaidi zitatolewa kesho, alisema kamanda.', 'Soma pia maandishi madogo, alishauri wakili.'],
    },
    {
      reason: 'related',
      kind: 'lead-in',
      any: [
        '(soma|tazama|sikiliza|angalia|pia soma|usikose) [pia|zaidi|hapa|na hii|hii] :',
        '(soma|tazama) (habari kamili|zaidi hapa|makala kamili|hapa zaidi)',
        '(habari iliyopita|habari inayofuata|makala iliyopita|makala inayofuata|inayofuata|iliyopita) [:]',
        'ruka ... na (endelea|uendelee) [kusoma]',
        'mwisho wa (inayosomwa zaidi|zilizosomwa zaidi|unayoweza pia kusoma|podcast|podikasti|habari zaidi|makala kuu)',
      ],
      drops: [
        'Soma pia: Daraja lafungwa',
        'Soma habari kamili: Daraja',
        'Makala iliyopita: Daraja',
        'Ruka Inayosomwa zaidi na endelea kusoma',
        'Mwisho wa Inayosomwa zaidi',
      ],
      keeps: ['Soma vitabu vingi, aliwaambia wanafunzi.', 'Mwisho wa mwezi mishahara italipwa.'],
    },
    {
      reason: 'comments',
      kind: 'list-head',
      any: ['(maoni|maoni ya wasomaji|maoni yako|toa maoni|maoni yote) [#]'],
      drops: ['Maoni ya wasomaji (4)'],
      keeps: ['Maoni ya wananchi yamegawanyika.'],
    },
    {
      reason: 'comments',
      kind: 'label',
      any: [
        '(toa|andika|weka|acha|tuma|ongeza) (maoni|maoni yako|jibu|comment|ujumbe|maoni yako hapa|jibu lako) [hapa|ghairi jibu|futa jibu]',
        '(hakuna maoni|kuwa wa kwanza kutoa maoni|kuwa wa kwanza kutoa maoni yako) [bado|kwa sasa]',
        '(ingia|unahitaji kuingia|lazima uingie) ... (kutoa maoni|kuchangia maoni|utoe maoni)',
        '(barua pepe yako|anwani yako ya barua pepe) haitachapishwa ...',
        '(hifadhi jina langu) ...',
      ],
      drops: [
        'Toa maoni yako',
        'Hakuna maoni',
        'Ingia kwenye akaunti kutoa maoni',
        'Barua pepe yako haitachapishwa',
        'Hifadhi jina langu katika kivinjari hiki',
      ],
      keeps: ['Hakuna maoni kutoka kwa waziri hadi sasa.', 'Toa maoni kwa kamati, wakazi walihimizwa.'],
    },
    {
      reason: 'ui',
      kind: 'label',
      any: [
        '(soma zaidi|soma zaidi hapa|endelea kusoma|habari kamili|onyesha zaidi|pakia zaidi|ona zaidi|ona zote|tazama zote|tazama video|sikiliza makala|sikiliza habari hii|rudi juu|rudi mwanzo|chapisha makala|bofya hapa|tafuta hapa)',
        '(ruka|nenda) [moja kwa moja] (hadi|kwenye|kwa) (maudhui|maudhui makuu|menyu|yaliyomo|orodha)',
        '(fungua|funga) (menyu|orodha|dirisha)',
        '(dakika|saa|siku|wiki|miezi) # (zilizopita|iliyopita)',
        '(kubali|kataa|ruhusu) (zote|vidakuzi|kuki|cookies|vidakuzi vyote|kuki zote)',
        '(muda wa kusoma|dakika za kusoma) [:] [dakika] [#] [dakika]',
        '(inapakia|tafadhali subiri|ingia au jisajili|umesahau nenosiri|umesahau nywila)',
        '(imesomwa|imetazamwa) [mara] #',
      ],
      drops: [
        'Soma zaidi',
        'Ruka hadi maudhui',
        'Fungua menyu',
        'Dakika 5 zilizopita',
        'Kubali vidakuzi vyote',
        'Muda wa kusoma: dakika 3',
        'Inapakia…',
        'Imesomwa mara 120',
      ],
      keeps: ['Dakika tano zilizopita mvua ilianza kunyesha.', 'Fungua mlango, aliamuru askari.'],
    },
    {
      reason: 'ui',
      kind: 'notice',
      any: [
        '(tunatumia|tovuti hii inatumia|sisi hutumia) (vidakuzi|kuki|cookies)',
        '(kivinjari chako|kifaa chako) [...] (hakitumii|hakiwezi|hakikubali|kimepitwa na wakati)',
        '(ruhusu|washa) (javascript|kuki|vidakuzi)',
        '(maudhui haya|maudhui ya) [...] (google|youtube|facebook|twitter|x|instagram|tiktok) [...] (ruhusa|vidakuzi|kuki|cookies)',
      ],
      drops: [
        'Tunatumia vidakuzi kuboresha huduma',
        'Kivinjari chako hakiwezi kucheza video hii',
        'Washa JavaScript',
        'Maudhui haya yametolewa na TikTok. Tunaomba ruhusa',
      ],
      keeps: ['Tunatumia mbolea ya asili, alisema mkulima.'],
    },
    {
      reason: 'navigation',
      kind: 'label',
      any: [
        `${SECTION} ${SECTION} ${SECTION} [${SECTION}] [${SECTION}] [${SECTION}] [${SECTION}] [${SECTION}]`,
        `${FOOTER} [${FOOTER}] [${FOOTER}] [${FOOTER}] [${FOOTER}]`,
        '(rudi ukurasa wa mwanzo|ukurasa wa mwanzo|ukurasa wa mbele|habari zote|makala zote) [za mwandishi huyu]',
      ],
      drops: ['Kitaifa Kimataifa Michezo Burudani', 'Wasiliana nasi', 'Ukurasa wa mwanzo'],
      keeps: ['Wasiliana nasi kwanza, polisi wanawaomba wakazi.', 'Ukurasa wa mwanzo wa kitabu umepotea.'],
    },
    {
      reason: 'navigation',
      kind: 'button',
      any: [
        '(nyumbani|mwanzo|kitaifa|kimataifa|michezo|burudani|biashara|makala|uchumi|siasa|afya|mada|lebo|kategoria)',
      ],
      drops: ['Michezo'],
      keeps: ['Michezo ya jadi inarudi'],
    },
    {
      reason: 'navigation',
      kind: 'lead-in',
      any: ['(mada|lebo|tagi|mada zinazohusiana|kategoria|maneno muhimu) :'],
      drops: ['Mada: Siasa, Uchaguzi'],
      keeps: ['Mada ya mkutano ilikuwa maji.'],
    },
    {
      reason: 'legal',
      kind: 'notice',
      any: [
        'haki zote (zimehifadhiwa|zimelindwa|zinalindwa)',
        '(hairuhusiwi|ni marufuku) (kunakili|kuchapisha|kutumia) ... (makala|habari|maudhui) ... (ruhusa|idhini|kibali)',
        '(bbc|sisi|tovuti hii) (haihusiki|hatuhusiki|haiwajibiki) [na] ... (mitandao ya nje|tovuti za nje|maudhui ya nje|taarifa za mitandao)',
        '(makala|habari|taarifa) [hii|haya] [...] (imetafsiriwa|imeandikwa|yametafsiriwa) [...] (akili mnemba|akili bandia|ai)',
      ],
      drops: [
        '© 2024 Gazeti. Haki zote zimehifadhiwa.',
        'Hairuhusiwi kunakili makala haya bila idhini',
        'Tovuti hii haihusiki na taarifa za mitandao ya nje.',
        'Makala hii imetafsiriwa kwa akili mnemba',
      ],
      keeps: ['Haki zote za wafanyakazi lazima ziheshimiwe.', 'Ni marufuku kutumia mifuko ya plastiki.'],
    },
    {
      reason: 'error-page',
      kind: 'label',
      any: [
        '[samahani] [404] [:] (ukurasa|makala|ukurasa huu|ukurasa unaotafuta) (haupatikani|haijapatikana|haukupatikana|hayupo|haupo) [404]',
      ],
      drops: ['Samahani, ukurasa haupatikani'],
      keeps: ['Ukurasa wa tatu haupatikani kwenye nakala hiyo.'],
    },
  ],
};
