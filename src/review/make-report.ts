import type { DocumentView, Report } from './api.js';
import type { Desk } from './desk/desk.js';

/** Documents are asked for in lots. */
const LOT = 50;

export interface ReportWish {
  readonly title: string;
  /** ISO 8601, of now. */
  readonly made: string;
  readonly copydesk: string;
  /** The most documents. */
  readonly documents: number;
  /** The most that they may be, in bytes of JSON: a page that is attached to something must stay small. */
  readonly bytes: number;
}

/** The overview and the riskiest documents, as many as there is room for; one that is too long itself is left out. */
export async function makeReport(
  desk: Desk,
  { title, made, copydesk, documents: most, bytes }: ReportWish,
): Promise<Report> {
  const overview = await desk.overview({});
  const documents: DocumentView[] = [];
  let room = bytes - sizeOf(overview);
  for (let from: number | null = 0; from !== null && documents.length < most;) {
    const before = documents.length;
    const found = await desk.documents({}, 'risk', { from, limit: LOT });
    for (const { ref } of found.rows) {
      if (documents.length >= most) break;
      const view = await desk.document(ref);
      const size = sizeOf(view);
      if (size > room) continue;
      documents.push(view);
      room -= size;
    }
    // Where none of a lot had room, hardly any other will.
    from = documents.length === before ? null : found.next;
  }
  return { title, made, copydesk, overview, documents };
}

/** As it will stand in the page, where each of `<`, `>` and `&` takes six characters. */
const sizeOf = (value: unknown): number => {
  const json = JSON.stringify(value);
  return Buffer.byteLength(json) + 5 * (json.match(/[<>&]/g)?.length ?? 0);
};
