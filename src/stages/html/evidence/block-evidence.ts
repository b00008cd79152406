/**
 * Evidence from the markup on one block, by name, every number 0 to 1. "Log" is a logarithm that reaches 1 at some thousand words
 * or blocks. Prose is running text: ten words or more, with a sentence, less than half of it links; hidden text doesn't count.
 */
export class BlockEvidence {
  [name: string]: number;

  // The block itself.
  /** Log of its words. */
  words = 0;
  /** Share of its characters in links, and in bold. */
  links = 0;
  bold = 0;
  /** Log of its sentences; whether it ends as sentences end; whether it is prose. */
  sentences = 0;
  ends = 0;
  prose = 0;
  /** The markup hides it; it is a button or a field's text; it is only part of its block element. */
  hidden = 0;
  apart = 0;
  inline = 0;
  /** Nesting of its element, of 40. */
  depth = 0;
  /** Log of how often the same text stands elsewhere on the page. */
  repeated = 0;

  // Its own element (own…), the parent (parent…) and the one above (grand…).
  /** Log of the words and of the blocks inside, and of the words a block. */
  ownWords = 0;
  ownBlocks = 0;
  ownMean = 0;
  parentWords = 0;
  parentBlocks = 0;
  parentMean = 0;
  grandWords = 0;
  grandBlocks = 0;
  grandMean = 0;
  /** Share of links; share of the page's prose inside; share of the words that are this block's. */
  ownLinks = 0;
  ownProse = 0;
  ownShare = 0;
  parentLinks = 0;
  parentProse = 0;
  parentShare = 0;
  grandLinks = 0;
  grandProse = 0;
  grandShare = 0;

  // Blocks whose element and parent have the same tag and classes: on the page (alike…), under the same parent (beside…).
  /** Log of how many more there are and of their words each; their share of the page's prose; their share of links. */
  alikeBlocks = 0;
  alikeWords = 0;
  alikeProse = 0;
  alikeLinks = 0;
  besideBlocks = 0;
  besideWords = 0;
  besideProse = 0;
  besideLinks = 0;

  // Guesses at the article's element: the deepest with half (half…) and with 80 % (most…) of the prose, the one with most prose
  // right below it (dense…), the <article>, <main> or articleBody with most (article…). All 0 where there is none.
  /** Inside it; how many elements deep, of 12; share of its prose that stands before the block. */
  halfIn = 0;
  halfDepth = 0;
  halfPosition = 0;
  mostIn = 0;
  mostDepth = 0;
  mostPosition = 0;
  denseIn = 0;
  denseDepth = 0;
  densePosition = 0;
  articleIn = 0;
  articleDepth = 0;
  articlePosition = 0;
  /** Before it or behind it; how many elements above it the two meet, of 12. */
  halfBefore = 0;
  halfAfter = 0;
  halfApart = 0;
  mostBefore = 0;
  mostAfter = 0;
  mostApart = 0;
  denseBefore = 0;
  denseAfter = 0;
  denseApart = 0;
  articleBefore = 0;
  articleAfter = 0;
  articleApart = 0;

  // Where on the page.
  /** By blocks; by prose before and behind it. */
  position = 0;
  proseBefore = 0;
  proseAfter = 0;
  /** Blocks since and until the nearest prose, of 20. */
  gapBefore = 0;
  gapAfter = 0;
  /** Behind or before the first <h1>, and how many blocks, of 40; 1 where there is none. */
  afterH1 = 0;
  beforeH1 = 0;
  h1Distance = 0;

  // Share of its word triples that stand in JSON-LD's articleBody, in the descriptions, in the headlines of the metadata.
  inBody = 0;
  inDescription = 0;
  inHeadline = 0;

  // Of 8: the how-manieth <article> with running text it stands in, how many <h1> stand before it.
  articleNumber = 0;
  titlesBefore = 0;

  // Pictures, players and frames: how near the element is that holds this block and one which stands right before or behind it, 1 for
  // the block's own; their number of 12 in the parent and in the one above.
  mediaBefore = 0;
  mediaAfter = 0;
  parentMedia = 0;
  grandMedia = 0;

  // What it stands in, by tag, role or itemprop.
  inArticle = 0;
  inArticleBody = 0;
  inMain = 0;
  inNavigation = 0;
  inFooter = 0;
  inHeader = 0;
  inAside = 0;
  inForm = 0;
  inFigure = 0;
  inCaption = 0;
  inButton = 0;
  inTable = 0;
  inList = 0;
  inOrderedList = 0;
  inQuote = 0;
  inDetails = 0;
  inDialog = 0;
  inComments = 0;
  inToggle = 0;
  inSection = 0;
  inNoscript = 0;
  inRuby = 0;

  // What class, id, role and itemprop call it or what it stands in (see name-groups.ts): 1 for its own element, less for farther ones.
  nameBody = 0;
  nameArticle = 0;
  nameComment = 0;
  nameRelated = 0;
  nameShare = 0;
  nameNewsletter = 0;
  nameNavigation = 0;
  nameFooter = 0;
  nameHeader = 0;
  nameSidebar = 0;
  nameAdvert = 0;
  nameConsent = 0;
  nameAuthor = 0;
  nameCaption = 0;
  nameMedia = 0;
  nameEmbed = 0;
  nameTag = 0;
  namePaywall = 0;
  nameMeta = 0;
  nameTitle = 0;
  nameLead = 0;
  nameQuote = 0;
  nameForm = 0;
  nameBox = 0;
  nameContents = 0;
  nameProduct = 0;
  nameHidden = 0;

  // Tag of its block element; tag of the inline element that holds all of it.
  tagP = 0;
  tagLi = 0;
  tagH1 = 0;
  tagH2 = 0;
  tagH3 = 0;
  tagH4 = 0;
  tagDiv = 0;
  tagTd = 0;
  tagTr = 0;
  tagQuote = 0;
  tagCaption = 0;
  tagDd = 0;
  tagPre = 0;
  tagSection = 0;
  tagBody = 0;
  tagLabel = 0;
  holderA = 0;
  holderSpan = 0;
  holderEm = 0;
  holderB = 0;
  holderTime = 0;
  holderCite = 0;
}
