import type { NameBook } from '../names.js';
import { attributeOf, type AttributeName } from '../attributes.js';
import { attributesAt, tagAt, type Outline } from '../outline.js';
import type { Run } from '../runs.js';
import type { EvidenceColumns, EvidenceName } from './evidence-columns.js';
import { GROUP_NAMES, groupsOf } from './name-groups.js';

/** Elements and roles that say what everything in them is, by the feature they set. */
const LANDMARKS = {
  inArticle: ['article', 'role=article'],
  inMain: ['main', 'role=main'],
  inNavigation: ['nav', 'menu', 'role=navigation', 'role=menu', 'role=menubar'],
  inFooter: ['footer', 'role=contentinfo'],
  inHeader: ['header', 'role=banner'],
  inAside: ['aside', 'role=complementary'],
  inForm: ['form', 'label', 'select', 'textarea', 'role=form', 'role=search'],
  inFigure: ['figure', 'picture'],
  inCaption: ['figcaption', 'caption'],
  inButton: ['button', 'role=button'],
  inTable: ['table'],
  inList: ['ul', 'dl', 'role=list'],
  inOrderedList: ['ol'],
  inQuote: ['blockquote'],
  inDetails: ['details'],
  inDialog: ['dialog', 'role=dialog', 'role=alertdialog'],
  inSection: ['section'],
  inNoscript: ['noscript'],
  inRuby: ['ruby'],
} as const;
const FEATURE_OF = new Map<string, EvidenceName>(
  Object.entries(LANDMARKS).flatMap(([feature, signs]) =>
    signs.map((sign) => [sign, feature as keyof typeof LANDMARKS] as const),
  ),
);
const ARTICLE_BODY = /(?:^|\s)articleBody(?:\s|$)/i;

/** Names of what holds readers' comments, whole: "comments-open" on the article's wrapper is none. */
const COMMENTS =
  /(?:^|\s)(?:comments?|(?:post|user|article|story|fb|wp|reader)-?comments?|comments?[-_]?(?:area|list|section|container|wrapper|thread|block|item|body|content|text)|commentlist|disqus_thread|kommentare?|(?:kommentar|comentario|commentaire)s?-?(?:liste?|bereich)?)(?:\s|$)/i;
const TOGGLE = /(?:^|[\s_-])(?:toggle|expandable|collapsible|collapsable|accordion|read-?more-?content)(?:$|[\s_-])/i;

/** A quick no to both for nearly all names, whichever attributes they are of. */
const MAY_HOLD = /omment|comentario|disqus|toggle|expandable|collaps|accordion|more-?content/i;

/** What holds at one element: landmarks around it, and for each group of names the depth of the nearest element so named (-1: none). */
interface State {
  readonly landmarks: readonly EvidenceName[];
  readonly named: Int16Array;
}

/** What blocks stand in. Each element is looked at once; where it adds nothing, its parent's state is its own. */
export class Surroundings {
  private readonly top: State = { landmarks: [], named: new Int16Array(GROUP_NAMES.length).fill(-1) };
  private readonly states: (State | undefined)[];
  private readonly groupsAt: (at: number) => readonly number[];
  private readonly mayHold: (at: number) => boolean;

  constructor(
    private readonly outline: Outline,
    names: NameBook,
  ) {
    this.states = new Array<State | undefined>(outline.tags.length);
    this.groupsAt = names.byWords(groupsOf);
    this.mayHold = names.byName((name) => MAY_HOLD.test(name));
  }

  /**
   * Puts landmarks as 1 and names as a number that fades with the distance from the block's element up to the one so named: a name says little
   * of what lies deep in it.
   */
  put(columns: EvidenceColumns, i: number, { element, holder }: Run): void {
    const { landmarks, named } = this.at(holder);
    const depth = this.outline.depth[element] ?? 0;
    for (const landmark of landmarks) columns[landmark][i] = 1;
    for (let group = 0; group < named.length; group++) {
      const at = named[group] as number;
      if (at >= 0) columns[GROUP_NAMES[group] as EvidenceName][i] = 2 / (2 + Math.max(0, depth - at));
    }
  }

  private at(holder: number): State {
    const unread: number[] = [];
    let up = holder;
    for (; up >= 0 && this.states[up] === undefined; up = this.outline.parent[up] as number) unread.push(up);
    let state = up < 0 ? this.top : (this.states[up] as State);
    for (let i = unread.length - 1; i >= 0; i--) {
      const node = unread[i] as number;
      state = this.extend(node, state);
      this.states[node] = state;
    }
    return state;
  }

  private extend(at: number, above: State): State {
    const tag = tagAt(this.outline, at);
    if (tag === '' || tag === 'html') return above;
    const own = this.landmarksAt(at, tag).filter((feature) => !above.landmarks.includes(feature));
    // <body>'s names are about the page: "single-post", "has-sidebar", "menu-open".
    const groups = tag === 'body' ? [] : this.groupsAt(at);
    if (own.length === 0 && groups.length === 0) return above;
    let { named } = above;
    if (groups.length > 0) {
      named = named.slice();
      for (const group of groups) named[group] = this.outline.depth[at] as number;
    }
    return { landmarks: own.length === 0 ? above.landmarks : [...above.landmarks, ...own], named };
  }

  private landmarksAt(at: number, tag: string): EvidenceName[] {
    const found: EvidenceName[] = [];
    const add = (feature: EvidenceName | undefined): void => {
      if (feature !== undefined) found.push(feature);
    };
    add(FEATURE_OF.get(tag));
    const attributes = attributesAt(this.outline, at);
    if (attributes.length === 0) return found;
    const of = (name: AttributeName): string => attributeOf(attributes, name) ?? '';
    add(FEATURE_OF.get(`role=${of('role')}`));
    const mayHold = this.mayHold(at);
    const holdsComments =
      (mayHold && (COMMENTS.test(of('id')) || COMMENTS.test(of('class')))) || of('itemtype').endsWith('/Comment');
    if (tag !== 'body' && holdsComments) found.push('inComments');
    if (attributeOf(attributes, 'aria-expanded') !== undefined || (mayHold && TOGGLE.test(of('class'))))
      found.push('inToggle');
    if (ARTICLE_BODY.test(of('itemprop'))) found.push('inArticleBody');
    return found;
  }
}
