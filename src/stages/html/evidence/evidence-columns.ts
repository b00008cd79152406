/** Columns that memory is asked for at once. */
const ROOM = 64;

/** Hands out columns of zeros, one number a block. */
class Table {
  readonly #rows: number;
  #room = new Float64Array(0);

  constructor(rows: number) {
    this.#rows = rows;
  }

  protected column(): Float64Array {
    if (this.#room.length < this.#rows) this.#room = new Float64Array(ROOM * this.#rows);
    const column = this.#room.subarray(0, this.#rows);
    this.#room = this.#room.subarray(this.#rows);
    return column;
  }
}

/**
 * Evidence from the markup on a page's blocks, one number a block and name, every number 0 to 1. "Log" is a logarithm that reaches 1 at some thousand words
 * or blocks. Prose is running text: ten words or more, with a sentence, less than half of it links; hidden text doesn't count.
 */
export class EvidenceColumns extends Table {
  // The block itself.
  /** Log of its words. */
  readonly words = this.column();
  /** Share of its characters in links, and in bold. */
  readonly links = this.column();
  readonly bold = this.column();
  /** Log of its sentences; whether it ends as sentences end; whether it is prose. */
  readonly sentences = this.column();
  readonly ends = this.column();
  readonly prose = this.column();
  /** The markup hides it; it is a button or a field's text; it is only part of its block element. */
  readonly hidden = this.column();
  readonly apart = this.column();
  readonly inline = this.column();
  /** Nesting of its element, of 40. */
  readonly depth = this.column();
  /** Log of how often the same text stands elsewhere on the page. */
  readonly repeated = this.column();

  // Its own element (own…), the parent (parent…) and the one above (grand…).
  /** Log of the words and of the blocks inside, and of the words a block. */
  readonly ownWords = this.column();
  readonly ownBlocks = this.column();
  readonly ownMean = this.column();
  readonly parentWords = this.column();
  readonly parentBlocks = this.column();
  readonly parentMean = this.column();
  readonly grandWords = this.column();
  readonly grandBlocks = this.column();
  readonly grandMean = this.column();
  /** Share of links; share of the page's prose inside; share of the words that are this block's. */
  readonly ownLinks = this.column();
  readonly ownProse = this.column();
  readonly ownShare = this.column();
  readonly parentLinks = this.column();
  readonly parentProse = this.column();
  readonly parentShare = this.column();
  readonly grandLinks = this.column();
  readonly grandProse = this.column();
  readonly grandShare = this.column();

  // Blocks whose element and parent have the same tag and classes: on the page (alike…), under the same parent (beside…).
  /** Log of how many more there are and of their words each; their share of the page's prose; their share of links. */
  readonly alikeBlocks = this.column();
  readonly alikeWords = this.column();
  readonly alikeProse = this.column();
  readonly alikeLinks = this.column();
  readonly besideBlocks = this.column();
  readonly besideWords = this.column();
  readonly besideProse = this.column();
  readonly besideLinks = this.column();

  // Guesses at the article's element: the deepest with half (half…) and with 80 % (most…) of the prose, the one with most prose
  // right below it (dense…), the <article>, <main> or articleBody with most (article…). All 0 where there is none.
  /** Inside it; how many elements deep, of 12; share of its prose that stands before the block. */
  readonly halfIn = this.column();
  readonly halfDepth = this.column();
  readonly halfPosition = this.column();
  readonly mostIn = this.column();
  readonly mostDepth = this.column();
  readonly mostPosition = this.column();
  readonly denseIn = this.column();
  readonly denseDepth = this.column();
  readonly densePosition = this.column();
  readonly articleIn = this.column();
  readonly articleDepth = this.column();
  readonly articlePosition = this.column();
  /** Before it or behind it; how many elements above it the two meet, of 12. */
  readonly halfBefore = this.column();
  readonly halfAfter = this.column();
  readonly halfApart = this.column();
  readonly mostBefore = this.column();
  readonly mostAfter = this.column();
  readonly mostApart = this.column();
  readonly denseBefore = this.column();
  readonly denseAfter = this.column();
  readonly denseApart = this.column();
  readonly articleBefore = this.column();
  readonly articleAfter = this.column();
  readonly articleApart = this.column();

  // Where on the page.
  /** By blocks; by prose before and behind it. */
  readonly position = this.column();
  readonly proseBefore = this.column();
  readonly proseAfter = this.column();
  /** Blocks since and until the nearest prose, of 20. */
  readonly gapBefore = this.column();
  readonly gapAfter = this.column();
  /** Behind or before the first <h1>, and how many blocks, of 40; 1 where there is none. */
  readonly afterH1 = this.column();
  readonly beforeH1 = this.column();
  readonly h1Distance = this.column();

  // Share of its word triples that stand in JSON-LD's articleBody, in the descriptions, in the headlines of the metadata.
  readonly inBody = this.column();
  readonly inDescription = this.column();
  readonly inHeadline = this.column();

  // Of 8: the how-manieth <article> with running text it stands in, how many <h1> stand before it.
  readonly articleNumber = this.column();
  readonly titlesBefore = this.column();

  // Pictures, players and frames: how near the element is that holds this block and one which stands right before or behind it, 1 for
  // the block's own; their number of 12 in the parent and in the one above.
  readonly mediaBefore = this.column();
  readonly mediaAfter = this.column();
  readonly parentMedia = this.column();
  readonly grandMedia = this.column();

  // What it stands in, by tag, role or itemprop.
  readonly inArticle = this.column();
  readonly inArticleBody = this.column();
  readonly inMain = this.column();
  readonly inNavigation = this.column();
  readonly inFooter = this.column();
  readonly inHeader = this.column();
  readonly inAside = this.column();
  readonly inForm = this.column();
  readonly inFigure = this.column();
  readonly inCaption = this.column();
  readonly inButton = this.column();
  readonly inTable = this.column();
  readonly inList = this.column();
  readonly inOrderedList = this.column();
  readonly inQuote = this.column();
  readonly inDetails = this.column();
  readonly inDialog = this.column();
  readonly inComments = this.column();
  readonly inToggle = this.column();
  readonly inSection = this.column();
  readonly inNoscript = this.column();
  readonly inRuby = this.column();

  // What class, id, role and itemprop call it or what it stands in (see name-groups.ts): 1 for its own element, less for farther ones.
  readonly nameBody = this.column();
  readonly nameArticle = this.column();
  readonly nameComment = this.column();
  readonly nameRelated = this.column();
  readonly nameShare = this.column();
  readonly nameNewsletter = this.column();
  readonly nameNavigation = this.column();
  readonly nameFooter = this.column();
  readonly nameHeader = this.column();
  readonly nameSidebar = this.column();
  readonly nameAdvert = this.column();
  readonly nameConsent = this.column();
  readonly nameAuthor = this.column();
  readonly nameCaption = this.column();
  readonly nameMedia = this.column();
  readonly nameEmbed = this.column();
  readonly nameTag = this.column();
  readonly namePaywall = this.column();
  readonly nameMeta = this.column();
  readonly nameTitle = this.column();
  readonly nameLead = this.column();
  readonly nameQuote = this.column();
  readonly nameForm = this.column();
  readonly nameBox = this.column();
  readonly nameContents = this.column();
  readonly nameProduct = this.column();
  readonly nameHidden = this.column();

  // Tag of its block element; tag of the inline element that holds all of it.
  readonly tagP = this.column();
  readonly tagLi = this.column();
  readonly tagH1 = this.column();
  readonly tagH2 = this.column();
  readonly tagH3 = this.column();
  readonly tagH4 = this.column();
  readonly tagDiv = this.column();
  readonly tagTd = this.column();
  readonly tagTr = this.column();
  readonly tagQuote = this.column();
  readonly tagCaption = this.column();
  readonly tagDd = this.column();
  readonly tagPre = this.column();
  readonly tagSection = this.column();
  readonly tagBody = this.column();
  readonly tagLabel = this.column();
  readonly holderA = this.column();
  readonly holderSpan = this.column();
  readonly holderEm = this.column();
  readonly holderB = this.column();
  readonly holderTime = this.column();
  readonly holderCite = this.column();
}

export type EvidenceName = keyof EvidenceColumns;
export const EVIDENCE_NAMES = Object.keys(new EvidenceColumns(0)) as EvidenceName[];
