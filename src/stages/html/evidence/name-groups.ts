/**
 * Words of class, id, role and itemprop that publishers all over the web use for the same thing. A hand list: learned scores of
 * such words did not do better. Compounds ("articlebody") match two words side by side as well.
 */
export const NAME_GROUPS = {
  nameBody:
    'articlebody articletext articlecontent articlecopy storybody storytext storycontent entrycontent entrybody entrytext postcontent postbody posttext ' +
    'contentbody bodytext bodycopy bodycontent newsbody newstext newscontent textbody maintext maincontent fulltext richtext wysiwyg prose cuerpo texto ' +
    'pagecontent blogcontent singlecontent postentry contenttext paragraph wpblock',
  nameArticle:
    'article story post entry news content text body main artikel articulo noticia nota nachricht meldung beitrag single blog',
  nameComment:
    'comment comments commentlist disqus respond reply replies livefyre kommentar kommentare comentario comentarios commentaire commentaires reacties ' +
    'discussion forum coral spotim yorum',
  nameRelated:
    'related recommended recommendation recommendations recommend readmore readalso seealso morefrom trending popular mostread mostpopular latest outbrain ' +
    'taboola zergnet teaser teasers card cards promo promos recirc similar suggested upnext nextup carousel slider swiper slick more also next prev previous ' +
    'further weitere mehr onward',
  nameShare:
    'share sharing shares social sociable addthis addtoany sharedaddy follow followus facebook twitter whatsapp linkedin pinterest telegram teilen partager ' +
    'compartir print bookmark',
  nameNewsletter:
    'newsletter subscribe subscription signup optin mailchimp mailing mailinglist mc4wp cta convertkit hsform hubspot',
  nameNavigation:
    'nav navigation navbar menu menus submenu breadcrumb breadcrumbs pagination pager paging skip skiplink topbar megamenu hamburger tabs tab dropdown toolbar',
  nameFooter: 'footer foot colophon bottom siteinfo',
  nameHeader: 'header masthead head top topbar siteheader branding logo hero',
  nameSidebar: 'sidebar aside rail widget widgets sidecol secondary complementary rightcol leftcol column',
  nameAdvert:
    'ad ads advert advertisement adslot adunit advertorial sponsor sponsored sponsors dfp gpt banner anzeige werbung publicidad publicite promoted commercial affiliate',
  nameConsent:
    'cookie cookies consent gdpr ccpa cmp onetrust didomi usercentrics cookiebot privacy sourcepoint privacymanager blockedcontent embedplaceholder modal popup overlay lightbox dialog toast alert',
  nameAuthor: 'author authors byline bio biography autor auteur contributor writer profile avatar vcard aboutauthor',
  nameCaption:
    'caption captions credit credits figcaption legend legende wpcaption bildunterschrift bildtext cutline piedefoto piefoto imagecaption photocredit copyright didascalia',
  nameMedia:
    'image images img photo photos picture gallery galleries media thumbnail thumb thumbs figure pic bild bilder foto slideshow wpimage imagebox lightbox',
  nameEmbed:
    'embed embeds embedded oembed tweet twittertweet instagram tiktok youtube video videos player vjs jwplayer brightcove audio podcast iframe widget poll quiz',
  nameTag: 'tag tags topic topics keyword keywords category categories cat label labels taxonomy taglist',
  namePaywall: 'paywall premium subscriber regwall metered piano tinypass login register account membership member',
  nameMeta:
    'meta date time timestamp published pubdate publish posted info dateline datetime readtime readingtime updated',
  nameTitle: 'title headline hed heading titre titulo entrytitle',
  nameLead:
    'lead lede standfirst dek deck summary intro introduction subtitle subheadline subhead abstract excerpt chapo vorspann entradilla bajada description',
  nameQuote: 'quote pullquote blockquote testimonial',
  nameForm: 'form search searchform input field contact',
  nameBox:
    'box infobox factbox facts sidenote callout notice note disclaimer disclosure highlight highlights keypoints keytakeaways takeaways takeaway tldr bullets ' +
    'aisummary faktaboks faktaruta faktenbox kasten hintergrund faq accordion',
  nameContents: 'toc tableofcontents contents jump anchor outline ez',
  nameProduct: 'product price rating review button btn buy shop cart coupon deal pros cons',
  nameHidden: 'hidden hide invisible collapsed print noprint',
} as const;

export type NameGroup = keyof typeof NAME_GROUPS;
export const GROUP_NAMES = Object.keys(NAME_GROUPS) as NameGroup[];

/** What is known of a word: its groups, and whether a longer word begins with it, so that the next one must be looked at, too. */
interface Entry {
  readonly groups: number[];
  begins: boolean;
}

const ENTRIES = new Map<string, Entry>();
const entryOf = (word: string): Entry => {
  const entry = ENTRIES.get(word) ?? { groups: [], begins: false };
  ENTRIES.set(word, entry);
  return entry;
};
GROUP_NAMES.forEach((group, number) => {
  for (const word of NAME_GROUPS[group].split(' ')) {
    entryOf(word).groups.push(number);
    for (let end = 2; end < word.length - 1; end++) entryOf(word.slice(0, end)).begins = true;
  }
});

/** Numbers (in GROUP_NAMES) of the groups that the words, or two of them side by side, belong to, some twice. Words have two letters or more. */
export function groupsOf(words: readonly string[]): readonly number[] {
  const found: number[] = [];
  for (let i = 0; i < words.length; i++) {
    const word = words[i] as string;
    const next = words[i + 1];
    const entry = ENTRIES.get(word);
    if (entry === undefined) continue;
    found.push(...entry.groups);
    if (entry.begins && next !== undefined) found.push(...(ENTRIES.get(word + next)?.groups ?? []));
  }
  return found;
}
