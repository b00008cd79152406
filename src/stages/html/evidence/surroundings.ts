import type { NameBook } from '../names.js';
import { attributeOf, type Attributes } from '../attributes.js';
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

const holdsComments = (attributes: Attributes): boolean =>
  COMMENTS.test(attributeOf(attributes, 'id') ?? '') ||
  COMMENTS.test(attributeOf(attributes, 'class') ?? '') ||
  (attributeOf(attributes, 'itemtype') ?? '').endsWith('/Comment');

/** What holds at one element: landmarks around it, and for each group of names the depth of the nearest element so named (-1: none). */
interface State {
  readonly landmarks: readonly EvidenceName[];
  readonly named: Int16Array;
}

/** What blocks stand in. Each element is looked at once; where it adds nothing, its parent's state is its own. */
export class Surroundings {
  private readonly states = new Map<number, State>([
    [-1, { landmarks: [], named: new Int16Array(GROUP_NAMES.length).fill(-1) }],
  ]);
  private readonly groups = new Map<string, readonly number[]>();

  constructor(
    private readonly outline: Outline,
    private readonly names: NameBook,
  ) {}

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
    for (; !this.states.has(up); up = this.outline.parent[up] as number) unread.push(up);
    let state = this.states.get(up) as State;
    for (const node of unread.reverse()) {
      state = this.extend(node, state);
      this.states.set(node, state);
    }
    return state;
  }

  private extend(at: number, above: State): State {
    const tag = tagAt(this.outline, at);
    if (tag === '' || tag === 'html') return above;
    const attributes = attributesAt(this.outline, at);
    const role = attributeOf(attributes, 'role');
    const itemprop = attributeOf(attributes, 'itemprop');
    const own = [FEATURE_OF.get(tag), role === undefined ? undefined : FEATURE_OF.get(`role=${role}`)];
    if (tag !== 'body' && holdsComments(attributes)) own.push('inComments');
    if (attributeOf(attributes, 'aria-expanded') !== undefined || TOGGLE.test(attributeOf(attributes, 'class') ?? ''))
      own.push('inToggle');
    if (itemprop !== undefined && ARTICLE_BODY.test(itemprop)) own.push('inArticleBody');
    const landmarks = own.filter(
      (feature): feature is EvidenceName => feature !== undefined && !above.landmarks.includes(feature),
    );
    // <body>'s names are about the page: "single-post", "has-sidebar", "menu-open".
    const groups = tag === 'body' ? [] : this.groupsAt(at);
    if (landmarks.length === 0 && groups.length === 0) return above;
    let { named } = above;
    if (groups.length > 0) {
      named = named.slice();
      for (const group of groups) named[group] = this.outline.depth[at] as number;
    }
    return { landmarks: landmarks.length === 0 ? above.landmarks : [...above.landmarks, ...landmarks], named };
  }

  private groupsAt(at: number): readonly number[] {
    const name = this.names.nameOf(at);
    if (name === '') return [];
    let groups = this.groups.get(name);
    if (groups === undefined) {
      groups = groupsOf(this.names.of(at));
      this.groups.set(name, groups);
    }
    return groups;
  }
}
