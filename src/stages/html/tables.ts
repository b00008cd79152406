import { attributeAt, textAt, type Outline } from './outline.js';

/** What a cell of a data table doesn't hold. A cell with one of these is a piece of the page's layout. */
const LAYOUT_CONTENT = new Set([
  'table',
  'form',
  'article',
  'section',
  'h1',
  'h2',
  'h3',
  'blockquote',
  'nav',
  'aside',
  'hr',
  'iframe',
  'figure',
]);
const HEADER_CONTENT = new Set(['th', 'caption', 'thead']);

interface Shape {
  rows: number;
  cells: number;
  paragraphs: number;
  characters: number;
  header: boolean;
  layout: boolean;
}

/**
 * The tables that hold data, by node number. All others only lay out the page, as old pages do, and their cells are read as if
 * they were <div>s. A data table has several rows and columns, short cells, and nothing in them that makes a page.
 */
export function dataTables(outline: Outline): ReadonlySet<number> {
  const shapes = new Map<number, Shape>();
  const { tags, parent } = outline;
  const tableOf = new Int32Array(tags.length).fill(-1);
  for (let i = 0; i < tags.length; i++) {
    const above = parent[i] as number;
    const outer = above < 0 ? -1 : (tableOf[above] as number);
    const tag = tags[i] as string;
    if (tag === '') {
      const shape = shapes.get(outer);
      if (shape !== undefined) shape.characters += textAt(outline, i).trim().length;
      continue;
    }
    count(shapes.get(outer), tag);
    if (tag === 'table') {
      const role = attributeAt(outline, i, 'role');
      shapes.set(i, {
        rows: 0,
        cells: 0,
        paragraphs: 0,
        characters: 0,
        header: false,
        layout: role === 'presentation' || role === 'none',
      });
      tableOf[i] = i;
    } else tableOf[i] = outer;
  }
  const data = new Set<number>();
  for (const [at, shape] of shapes) if (isData(shape)) data.add(at);
  return data;
}

function count(shape: Shape | undefined, tag: string): void {
  if (shape === undefined) return;
  if (tag === 'tr') shape.rows++;
  else if (tag === 'td' || tag === 'th') shape.cells++;
  else if (tag === 'p') shape.paragraphs++;
  if (HEADER_CONTENT.has(tag)) shape.header = true;
  if (LAYOUT_CONTENT.has(tag)) shape.layout = true;
}

function isData({ rows, cells, paragraphs, characters, header, layout }: Shape): boolean {
  if (layout || rows < 2 || cells < 1.5 * rows) return false;
  // Measured on 900 article pages: cells of data seldom run over two sentences, cells of a layout hold whole paragraphs.
  return characters / cells < (header ? 300 : 120) && paragraphs <= 1.5 * cells;
}
