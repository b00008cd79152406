import type { PhraseList } from './types.js';

const NETWORK =
  '(facebook|x|twitter|whatsapp|telegram|linkedin|pinterest|instagram|youtube|tiktok|messenger|threads|google nuus|sosiale media|e pos|epos)';
const SECTION =
  '(nuus|plaaslik|plaaslike nuus|suid afrika|afrika|wêreld|internasionaal|sake|ekonomie|landbou|sport|rugby|krieket|sokker|politiek|menings|meningsvormers|rubrieke|hoofartikel|vermaak|kunste|leefstyl|skole|skooltye|boeke|kos|reis|motors|tegnologie|wetenskap|gesondheid|jongste nuus|briewe|poniekoerante|in diepte|stemme|weer|misdaad)';
const FOOTER =
  '(oor ons|kontak ons|adverteer|adverteer by ons|privaatheidsbeleid|privaatheid|bepalings en voorwaardes|gebruiksvoorwaardes|terme en voorwaardes|kommentaarbeleid|koekiebeleid|werk by ons|intekeningsvoorwaardes|werfkaart|perskode|ons span)';

export const af: PhraseList = {
  language: 'af',
  stopwords:
    'die en van in is het nie wat op vir met te was hy sy om dat aan ook by na as maar deur ek ons hulle uit sal kan moet nog al word hierdie oor een tot my jou jy so toe nou waar wie gaan sê daar haar hom ’n'.split(
      ' ',
    ),
  fields: {
    byline: [
      '(deur|geskryf deur|saamgestel deur|vertaal deur|opgestel deur|teks deur|verwerk deur)',
      '(skrywer|outeur|joernalis|teks|samesteller|redakteur) :',
      '(netwerk24|maroela media) (korrespondent|verslaggewer)',
    ],
    published: ['(gepubliseer|geplaas|gepubliseer op|publikasiedatum|datum) [op] [:]'],
    updated: ['(opgedateer|laas opgedateer|bygewerk|laaste opdatering|opdatering) [op] [:]'],
    credit: [
      '(foto|foto s|fotos|beeld|argieffoto|illustrasie|grafika|bron|verskaf|foto ter illustrasie|video|skermgreep) :',
      '(foto|beeld|illustrasie) deur',
      '(foto|beeld) (verskaf|gallo images|getty images|netwerk24|maroela media|facebook|reuters|afp)',
    ],
    agencies: ['Reuters', 'AFP', 'AP', 'SAPA', 'ANP', 'DPA', 'Belga', 'African News Agency', 'ANA', 'News24'],
  },
  phrases: [
    {
      reason: 'advertisement',
      kind: 'label',
      any: [
        '(advertensie|advertensies|geborgde inhoud|geborg|borginhoud|betaalde inhoud|reklame|bemarkingsinhoud|vennootinhoud|geborg deur ~|geklassifiseerd|advertorial)',
        '(artikel|berig|die artikel|die berig|die storie) gaan (voort|verder) (ná|na|onder) [die] advertensie',
        '(lees verder|hou aan lees|gaan voort om te lees) (ná|na|onder) [die] advertensie',
        '(maak|slaan) [die] advertensie (toe|oor)',
        '(rol|blaai) af om (verder te lees|aan te hou lees|voort te gaan)',
        '(koop nou|bestel nou|koop hier|bestel hier|koop jou kaartjies|koop kaartjies|kry dit hier)',
      ],
      drops: [
        'Advertensie',
        'Artikel gaan voort ná advertensie',
        'Lees verder onder die advertensie',
        'Slaan advertensie oor',
        'Rol af om verder te lees',
        'Bestel nou',
      ],
      keeps: ['Die advertensie is ná klagtes onttrek.', 'Die debat gaan ná die advertensies voort, sê die omroeper.'],
    },
    {
      reason: 'subscription',
      kind: 'label',
      any: [
        '(teken|skryf) [nou|vandag|hier|gratis] in [nou|vandag|hier|gratis] [vir|op] [ons|ons gratis|ons daaglikse] [nuusbrief|nuusbriewe|nuus]',
        '(net|slegs|eksklusief|uitsluitlik) vir (intekenare|lede|betalende lesers|intekenaars)',
        "(reeds|is jy|is jy reeds|reeds 'n|is jy 'n) ['n] (intekenaar|lid|geregistreer) [meld aan|teken aan|meld hier aan|meld asseblief aan]",
        '(laai|kry) [gerus] (ons|die|ons gratis) (app|toep|nuusapp|toepassing) [nou|gratis|hier] [af|af vir ~]',
        '(jou|vul jou|voer jou) (e pos|e posadres|eposadres|e pos adres) [in|hier in]',
        "(word 'n intekenaar|word lid|word 'n lid|intekenopsies|sien intekenopsies|probeer gratis|ondersteun ons|skenk nou|kanselleer enige tyd|word vriend van ~)",
        '(aktiveer|ontvang|skakel) (kennisgewings|nuuswaarskuwings) [aan]',
        "(ontsluit|lees) (die artikel|hierdie artikel|die volledige artikel) [met 'n intekening|vir r #|gratis]",
      ],
      drops: [
        'Teken nou in',
        'Slegs vir intekenare',
        "Reeds 'n intekenaar? Meld aan",
        'Laai ons app af',
        'Jou e-posadres',
        "Word 'n intekenaar",
        'Aktiveer kennisgewings',
        'Ontsluit hierdie artikel',
      ],
      keeps: ['Slegs vir lede van die klub geld die afslag.', 'Teken die vorm in swart ink.'],
    },
    {
      reason: 'subscription',
      kind: 'notice',
      any: [
        '(teken|skryf|registreer) [...] (in vir|in op|vir) [...] (nuusbrief|nuusbriewe|daaglikse e pos|nuusblitse)',
        '(kry|ontvang|wil jy) [...] (nuus|stories|berigte|hoofpunte|artikels) ... (in jou inboks|in jou posbus|in jou e pos|per e pos|op jou foon)',
        '(hierdie|dié) (artikel|berig|inhoud|rubriek|video) is [...] (net|slegs|uitsluitlik) [...] (intekenare|intekenaars|lede)',
        '(om|wil jy) [...] (verder te lees|verder lees|alles te lees|hierdie artikel te lees) ... (teken in|meld aan|registreer|intekenaar|inteken)',
        '(onbeperkte|volle) toegang tot (al ons|alle|die) [...] (artikels|inhoud|nuus|stories)',
        '(ondersteun|help) [...] (onafhanklike joernalistiek|ons joernalistiek|gehaltejoernalistiek|afrikaanse joernalistiek)',
      ],
      drops: [
        'Teken hier in vir ons weeklikse nuusbrief',
        'Kry die dag se grootste stories in jou inboks',
        'Hierdie artikel is slegs vir intekenare beskikbaar',
        'Wil jy verder lees? Teken in',
        'Onbeperkte toegang tot al ons artikels',
        'Ondersteun onafhanklike joernalistiek',
      ],
      keeps: ['Die polisie het onbeperkte toegang tot die plaas.', 'Hy het die brief in sy posbus gekry.'],
    },
    {
      reason: 'social',
      kind: 'label',
      any: [
        `(deel|stuur) [hierdie artikel|die artikel|hierdie berig|hierdie storie|dit] (op|via|met|per) [${NETWORK}|jou vriende|vriende] [${NETWORK}] [${NETWORK}]`,
        '(deel|stuur|e pos) (artikel|berig|hierdie artikel|hierdie berig|die artikel|storie|hierdie storie)',
        `(volg|kuier by|laaik|like) ons [ook|gerus] [op|by] [${NETWORK}] [en] [${NETWORK}] [en] [${NETWORK}]`,
        '(kopieer skakel|kopieer die skakel|skakel gekopieer)',
        '(volg ons op sosiale media|sosiale media|kliek om te deel ~)',
      ],
      drops: [
        'Deel op Facebook',
        'Deel hierdie artikel',
        'Volg ons op Instagram',
        'Kopieer skakel',
        'Volg ons op sosiale media',
      ],
      keeps: ['Deel die deeg in vier.', 'Volg ons na die rivier, roep die gids.'],
    },
    {
      reason: 'social',
      kind: 'notice',
      any: [
        `(volg|laaik) ons [...] ${NETWORK}`,
        '(sluit aan by|volg|teken in op) [...] (ons|die) [...] (whatsapp kanaal|whatsapp groep|telegram kanaal|youtube kanaal|kanaal op whatsapp|facebook blad|facebookblad)',
        "(het jy|weet jy van) [...] ('n storie|'n nuuswenk|'n wenk|nuus|foto s|meer inligting) [...] (stuur|kontak|laat weet|skryf|whatsapp) [...] (ons|redaksie|nuus@*)",
        '(laai|kry) [...] (app|toep) [...] (google play|app store|play store|appgallery|gratis af|hier af)',
        "(stuur|e pos) (jou|'n|u) (brief|briewe|mening|nuuswenk|storie) (na|aan) [...]",
      ],
      drops: [
        'Bly op hoogte: volg ons op Facebook',
        'Sluit aan by ons WhatsApp-kanaal',
        "Het jy 'n nuuswenk? Stuur dit vir ons",
        'Laai ons app by Google Play af',
        'Stuur jou brief na briewe@voorbeeld.example',
      ],
      keeps: ['Sy het by die kerk se groep aangesluit.', 'Het jy geweet? vra die onderwyser.'],
    },
    {
      reason: 'related',
      kind: 'list-head',
      any: [
        '(verwante|soortgelyke|nuutste|jongste|aanbevole|gewilde|gewildste|ander|meer|vorige|uitgesoekte|onlangse) (artikels|nuus|berigte|stories|artikel|plasings|videos|inhoud|onderwerpe|rubrieke|resepte)',
        '(mees gelees|mees gelese|meesgelese|meeste gelees|mees gedeel|gewildste|gewild|nuutste|jongste|net in|aanbeveel|aanbeveel vir jou|vir jou|jy sal dalk ook hiervan hou|dalk hou jy ook hiervan|moenie misloop nie|redakteurskeuse|ons keuse|lees volgende|volgende artikel|nou gewild|meer van ~|meer oor hierdie onderwerp)',
        '(lees|kyk|luister|sien) (ook|meer|gerus ook|verder|nog)',
      ],
      drops: ['Verwante artikels', 'Mees gelees', 'Lees ook'],
      keeps: ['Ander nuus het hulle eers later bereik.', 'Lees ook die fynskrif, waarsku die prokureur.'],
    },
    {
      reason: 'related',
      kind: 'lead-in',
      any: [
        '(lees|kyk|luister|sien|lees ook|kyk ook|lees meer|sien ook|lees verder|lees nog|luister ook|kyk die video) [hier] :',
        '(lees|kyk|luister) (die) (volledige|volle|hele) (artikel|berig|storie|onderhoud|verslag|episode) (hier|op|by)',
        '(vorige|volgende) (artikel|berig|plasing) :',
      ],
      drops: ['Lees ook: Brug gesluit', 'Lees die volledige berig hier', 'Volgende artikel: Die brug'],
      keeps: ['Luister na die wind, sê die skipper.'],
    },
    {
      reason: 'comments',
      kind: 'list-head',
      any: [
        '(kommentaar|lesers se kommentaar|kommentare|alle kommentaar|lesers sê)',
        '# (kommentare|kommentaar|reaksies)',
      ],
      drops: ['Kommentaar (3)', '12 kommentare'],
      keeps: ['Kommentaar van die minister het uitgebly.'],
    },
    {
      reason: 'comments',
      kind: 'label',
      any: [
        "(lewer|laat|plaas|skryf|stuur|voeg) [jou|'n] (kommentaar|antwoord|reaksie|jou kommentaar|'n kommentaar) [by|hier|kanselleer antwoord]",
        '(geen kommentaar nie|nog geen kommentaar|nog geen kommentaar nie|wees die eerste om kommentaar te lewer|wees eerste om kommentaar te lewer)',
        '(meld aan|teken in|teken aan|jy moet aangemeld wees) (om|sodat) [...] (kommentaar te lewer|te kan kommentaar lewer|te reageer)',
        '(jou|u) (e posadres|e pos adres|eposadres) sal nie (gepubliseer|vertoon|geplaas) word nie ...',
        '(wat dink jy|gesels saam|sê jou sê|kommentaar is gesluit|reëls vir kommentaar)',
      ],
      drops: [
        'Lewer kommentaar',
        'Nog geen kommentaar',
        'Meld aan om kommentaar te lewer',
        'Jou e-posadres sal nie gepubliseer word nie.',
        'Gesels saam',
      ],
      keeps: ['Wat dink jy sal gebeur? vra sy ma.', 'Hy wou geen kommentaar lewer nie.'],
    },
    {
      reason: 'comments',
      kind: 'notice',
      any: [
        '(menings|sienings|standpunte) [...] (dié van|is van) (die) (skrywer|skrywers|outeur|rubriekskrywer|gebruikers) [...]',
        '(behou|behou ons) [...] die reg voor om [...] (kommentaar|kommentare|briewe) [...] (te verwyder|te wysig|te verkort|te redigeer)',
      ],
      drops: [
        'Menings in hierdie rubriek is dié van die skrywer en nie noodwendig van die koerant nie.',
        'Ons behou die reg voor om kommentaar te verwyder',
      ],
      keeps: ['Die bank behou die reg voor om rekenings te sluit.'],
    },
    {
      reason: 'ui',
      kind: 'label',
      any: [
        '(lees meer|lees verder|lees volledige artikel|lees die volledige artikel|wys meer|laai meer|sien alles|sien meer|sien almal|kyk video|terug na bo|terug boontoe|terug na tuisblad|druk artikel|druk hierdie bladsy|bewaar artikel|stoor artikel|luister na hierdie artikel|luister na die artikel|vergroot foto|lettergrootte)',
        '(gaan|spring|slaan oor) [direk] (na|tot by) (inhoud|die inhoud|hoofinhoud|navigasie|spyskaart)',
        '(maak|wys|versteek) (spyskaart|menu|soektog|kommentaar) [oop|toe]',
        '# (minute|minuut|uur|ure|dae|dag|weke|week|maande) gelede',
        '(# min|# minuut|# minute|leestyd :) (lees|leestyd|leesstuk|# min|# minute|# minuut)',
        '(aanvaar|verwerp|weier|bestuur) (alle|alle koekies|koekies|al die koekies|alles)',
        '(meld aan|teken aan) (of|/|en) (registreer|teken in|skep rekening)',
        "(wagwoord vergeet|het jy jou wagwoord vergeet|skep 'n rekening|skep rekening|my rekening|my profiel|laai tans|wag asseblief|meld af)",
        'foto # van #',
      ],
      drops: [
        'Lees meer',
        'Gaan na hoofinhoud',
        'Maak spyskaart oop',
        '3 uur gelede',
        '4 minute leestyd',
        'Aanvaar alle koekies',
        'Meld aan of registreer',
        'Wagwoord vergeet?',
        'Foto 2 van 9',
      ],
      keeps: ['Drie uur gelede het dit begin reën.', 'Maak vensters toe, maan die weerburo.'],
    },
    {
      reason: 'ui',
      kind: 'button',
      any: [
        '(soek|meld aan|registreer|teken in|spyskaart|volgende|vorige|druk|bewaar|stoor|nuusbrief|nuusbriewe|sluit)',
      ],
      drops: ['Registreer'],
      keeps: ['Volgende stap: die hof'],
    },
    {
      reason: 'ui',
      kind: 'notice',
      any: [
        '(ons|hierdie webwerf|dié webwerf|hierdie werf|die webwerf) gebruik [...] koekies',
        'deur [...] (voort te gaan|aan te hou|te gebruik) ... (stem jy|aanvaar jy|koekies|bepalings)',
        '(jou|u) blaaier (ondersteun nie|is verouderd|ondersteun)',
        '(aktiveer|skakel) [asseblief] javascript [aan]',
        '(artikel|berig|opsomming|stuk) [...] (geskryf|vertaal|opgestel|gegenereer|saamgestel) [...] (met ki|deur ki|met behulp van ki|kunsmatige intelligensie)',
        '(taalfout|fout|tikfout) [...] (gesien|raakgesien|gekry|opgemerk|in die artikel) [...] (laat weet|stuur|kontak|meld)',
      ],
      drops: [
        'Ons webwerf: hierdie webwerf gebruik koekies',
        'Deur voort te gaan, aanvaar jy ons bepalings',
        'Jou blaaier ondersteun nie video nie',
        'Aktiveer asseblief JavaScript',
        'Opsomming geskryf met behulp van KI',
        'Taalfout gesien? Laat weet ons',
      ],
      keeps: ['Hierdie bakker gebruik net plaaslike meel.'],
    },
    {
      reason: 'navigation',
      kind: 'label',
      any: [
        `${SECTION} ${SECTION} ${SECTION} [${SECTION}] [${SECTION}] [${SECTION}] [${SECTION}] [${SECTION}]`,
        `${FOOTER} ${FOOTER} [${FOOTER}] [${FOOTER}] [${FOOTER}] [${FOOTER}]`,
        '(oor ons|kontak ons|adverteer by ons|tuisblad|terug na tuisblad|privaatheidsbeleid|koekiebeleid|kommentaarbeleid|alle artikels|alle berigte) [deur ~]',
        '(alle|meer) (artikels|berigte|stories|rubrieke) (deur|van) (skrywer|die skrywer|hierdie skrywer|dié skrywer)',
      ],
      drops: [
        'Nuus Sport Sake Vermaak',
        'Oor ons | Kontak ons | Adverteer',
        'Tuisblad',
        'Meer artikels deur die skrywer',
      ],
      keeps: ['Alle artikels in die verdrag bly staan.', 'Kontak ons as jy die kind sien, vra die polisie.'],
    },
    {
      reason: 'navigation',
      kind: 'lead-in',
      any: [
        '(onderwerpe|sleutelwoorde|etikette|trefwoorde|merkers|kategorieë|kategorie|lees meer oor|meer oor|onderwerp) :',
        '(geplaas|gepubliseer) (in|onder) (kategorie|die kategorie) [...]',
      ],
      drops: ['Onderwerpe: Weer, Kaap', 'Geplaas in kategorie Nuus'],
      keeps: ['Meer oor die saak hoor die hof Vrydag.'],
    },
    {
      reason: 'legal',
      kind: 'notice',
      any: [
        'alle regte (voorbehou|is voorbehou|word voorbehou)',
        '(kopiereg|outeursreg) [...] (voorbehou|berus by|media24|© )',
        '(geen|niks|mag nie) [...] (gereproduseer|gekopieer|herpubliseer|oorgeneem) [...] (toestemming|word nie|sonder)',
      ],
      drops: [
        '© 2024 Die Bladsy. Alle regte voorbehou.',
        'Kopiereg voorbehou',
        'Geen artikel mag gereproduseer word sonder toestemming nie',
      ],
      keeps: ['Alle regte van huurders bly geld.'],
    },
    {
      reason: 'error-page',
      kind: 'label',
      any: [
        '[jammer|eina|oeps|404] [hierdie|die] (bladsy|artikel|blad) [wat jy soek] (bestaan nie|nie gevind nie|is nie gevind nie|kon nie gevind word nie|kan nie gevind word nie) [meer]',
      ],
      drops: ['Jammer, die bladsy kon nie gevind word nie'],
      keeps: ['Die bladsy met haar naam kon nie in die register gevind word nie.'],
    },
  ],
};
