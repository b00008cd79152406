import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { decisionsPath } from '../../../src/io/decisions.js';
import type {
  Decided,
  Decisions,
  Documents,
  DocumentView,
  Groups,
  Overview,
  Problem,
} from '../../../src/review/api.js';
import type { ArticleRecord } from '../../../src/core/record.js';
import { clean } from '../../../src/index.js';
import type { Correction, Decision } from '../../../src/core/decision.js';
import { viewDecisions } from '../../../src/review/standing.js';
import { correct } from '../../../src/stages/record/corrections.js';
import { article, BODY, LEAD, recordOf, writeRecords } from '../records.js';
import { served, type Served } from './served.js';

const NEWSLETTER = 'Sign up for our weekly newsletter';
const REF = { path: 'crane.txt.json', at: 0 };
const crane = (): Promise<Served> =>
  served({ 'crane.txt': article('Council keeps the crane'), 'ferry.txt': article('Ferry runs again after the storm') });
const DOCUMENT = 'api/document?path=crane.txt.json&at=0';

const pieceOf = (view: DocumentView, text: string): number => view.pieces.findIndex((piece) => piece.text === text);
const whole = (view: DocumentView, text: string): object => {
  const piece = pieceOf(view, text);
  return { from: { piece, offset: 0 }, to: { piece, offset: text.length } };
};

describe('a document', () => {
  it('is shown piece by piece, with how often each strike stands elsewhere', async () => {
    const desk = await crane();
    const view = await desk.get<DocumentView>(DOCUMENT);
    expect(view.row).toMatchObject({ headline: 'Council keeps the crane', status: 'accepted', decisions: 0 });
    expect(view.pieces[pieceOf(view, LEAD)]).toMatchObject({ is: 'kept' });
    expect(view.pieces[pieceOf(view, NEWSLETTER)]).toMatchObject({ is: 'struck', reason: 'subscription', copies: 2 });
    expect(view.pieces.find((piece) => piece.is === 'moved' && piece.to === 'byline')?.text).toBe('By Ada Quist');
  });

  it('is found where it stands now, when a run has written it anew', async () => {
    const desk = await crane();
    const longer = article('Council keeps the crane, and paints it in a colour that nobody has chosen');
    writeRecords(desk.clean, { 'crane.txt.json': recordOf('crane.txt', longer) });
    const view = await desk.get<DocumentView>(DOCUMENT);
    expect(view.row).toMatchObject({
      headline: 'Council keeps the crane, and paints it in a colour that nobody has chosen',
    });
  });

  it('that is not there is told of in one line', async () => {
    const desk = await crane();
    expect(await desk.get<Problem>('api/document?path=gone.json&at=0')).toEqual({
      problem: 'there is no such document, or it has changed: try again in a moment',
    });
  });
});

describe('a decision', () => {
  it('is written at once, and waits for the next run', async () => {
    const desk = await crane();
    const view = await desk.get<DocumentView>(DOCUMENT);
    const selection = whole(view, NEWSLETTER);
    const { decision } = await desk.post<Decided>('api/decisions', {
      ref: REF,
      action: 'keep',
      scope: 'document',
      selection,
    });
    expect(decision).toMatchObject({ by: 'ida', action: 'keep', passage: { text: NEWSLETTER, occurrence: 0 } });
    expect(readFileSync(decisionsPath(desk.raw), 'utf8')).toBe(JSON.stringify({ event: 'decided', decision }) + '\n');
    const { decisions } = await desk.get<DocumentView>(DOCUMENT);
    expect(decisions).toMatchObject([{ standing: 'pending', pieces: [pieceOf(view, NEWSLETTER)] }]);
  });

  it('is made on what was shown, and not on what has come to stand there since', async () => {
    const desk = await crane();
    const view = await desk.get<DocumentView>(DOCUMENT);
    const asked = { ref: REF, version: view.version, action: 'keep', scope: 'document' };
    const selection = whole(view, NEWSLETTER);
    // A run has struck another line in its place.
    const text = article('Council keeps the crane').replace(NEWSLETTER, 'Sign up for our weekend newsletter');
    writeRecords(desk.clean, { 'crane.txt.json': recordOf('crane.txt', text) });
    expect(await desk.post<Problem>('api/decisions', { ...asked, selection })).toEqual({
      problem: 'the document has changed: open it again',
    });
  });

  it.each([
    ['headline', ' The  crane '],
    ['authors', ['Bo  Lie', ' ']],
    ['datePublished', '2031-05-04'],
  ])('that corrects the field %s is obeyed where the record says so, in its own spelling', async (field, value) => {
    const desk = await crane();
    await desk.post('api/decisions', { ref: REF, action: 'correct', field, value });
    expect((await desk.get<DocumentView>(DOCUMENT)).decisions).toMatchObject([{ standing: 'pending' }]);
    const record = recordOf('crane.txt', article('Council keeps the crane'));
    const { decisions } = await desk.get<Decisions>('api/decisions');
    const made = decisions.map(({ decision }) => decision as Correction);
    expect(viewDecisions(made, { ...record, ...correct(record, made) }, [])).toMatchObject([{ standing: 'obeyed' }]);
  });

  it('is refused where something was struck in the midst of it: nothing in the document reads like that', async () => {
    const cut = 'which has stood at the quay';
    const former: Decision = {
      ...{ id: 'former00', at: '2031-05-03T10:00:00Z', by: 'ida', source: 'local' },
      document: { rawPath: 'crane.txt', key: null, offset: null },
      ...{ action: 'strike', reason: 'noise', scope: 'document', passage: { text: cut, occurrence: 0 } },
    };
    const decided = (rawPath: string, text: string): ArticleRecord => clean(text, { rawPath, decisions: [former] });
    const desk = await served({ 'crane.txt': article('Council keeps the crane') }, decided);
    const view = await desk.get<DocumentView>(DOCUMENT);
    const piece = pieceOf(view, LEAD.replace(`${cut} `, ''));
    const strike = (offset: number): Promise<Problem> =>
      desk.post('api/decisions', {
        ...{ ref: REF, action: 'strike', scope: 'document', reason: 'noise' },
        selection: { from: { piece, offset: 0 }, to: { piece, offset } },
      });
    expect(await strike(view.pieces[piece]?.text.length ?? 0)).toEqual({
      problem: 'something was struck in the midst of this: choose what stands before or behind it',
    });
    expect(await strike(30)).toMatchObject({ decision: { passage: { text: LEAD.slice(0, 30) } } });
  });

  it('on a part of a paragraph, or over several, is found again', async () => {
    const desk = await crane();
    const view = await desk.get<DocumentView>(DOCUMENT);
    const [lead, body] = [pieceOf(view, LEAD), pieceOf(view, BODY)];
    const selection = { from: { piece: lead, offset: 40 }, to: { piece: body, offset: 30 } };
    const asked = { ref: REF, action: 'strike', scope: 'document', reason: 'appended', selection };
    await desk.post('api/decisions', asked);
    expect((await desk.get<DocumentView>(DOCUMENT)).decisions).toMatchObject([
      { standing: 'pending', pieces: [lead, body] },
    ]);
  });

  it('can be taken back, once', async () => {
    const desk = await crane();
    const view = await desk.get<DocumentView>(DOCUMENT);
    const asked = { ref: REF, action: 'accept', scope: 'document', selection: whole(view, NEWSLETTER) };
    const { decision } = await desk.post<Decided>('api/decisions', asked);
    expect((await desk.get<Overview>('api/overview')).decisions).toEqual({ active: 1, stale: 0 });
    expect((await desk.get<Documents>('api/documents?decided=true')).rows).toMatchObject([{ ref: REF, decisions: 1 }]);
    expect(await desk.post('api/retire', { decision: decision.id })).toEqual({});
    expect(await desk.post('api/retire', { decision: decision.id })).toHaveProperty('problem');
    expect((await desk.get<Decisions>('api/decisions')).decisions).toEqual([]);
  });

  it('about a group stands with all of its strikes', async () => {
    const desk = await crane();
    const { groups } = await desk.get<Groups>('api/groups?reason=subscription');
    const group = groups.find(({ text }) => text === NEWSLETTER);
    expect(group).toMatchObject({ documents: 2, sources: 1, decision: null });
    const view = await desk.get<DocumentView>(DOCUMENT);
    const asked = { ref: REF, action: 'accept', scope: 'everywhere', selection: whole(view, NEWSLETTER) };
    const { decision } = await desk.post<Decided>('api/decisions', asked);
    const again = await desk.get<Groups>('api/groups');
    expect(again.groups.find(({ text }) => text === NEWSLETTER)?.decision).toEqual(decision);
    const other = await desk.get<DocumentView>('api/document?path=ferry.txt.json&at=0');
    expect(other.decisions).toMatchObject([{ standing: 'obeyed', decision: { id: decision.id } }]);
  });

  it.each([
    [
      {
        ref: REF,
        action: 'keep',
        scope: 'document',
        selection: { from: { piece: 900, offset: 0 }, to: { piece: 900, offset: 1 } },
      },
      'the document has changed: open it again',
    ],
    [
      {
        ref: REF,
        action: 'keep',
        scope: 'document',
        selection: { from: { piece: 1, offset: 0 }, to: { piece: 1, offset: 0 } },
      },
      'there is no text in what was chosen',
    ],
    [{ ref: REF, action: 'keep', scope: 'galaxy', selection: {} }, expect.stringContaining('scope') as string],
    [
      { ref: REF, action: 'correct', field: 'datePublished', value: 'yesterday' },
      expect.stringContaining('value') as string,
    ],
    [
      { ref: { path: '../../etc/passwd', at: 0 }, action: 'correct', field: 'headline', value: 'x' },
      expect.stringContaining('no such document') as string,
    ],
    ['nonsense', expect.any(String) as string],
  ])('that makes no sense is refused: %j', async (body, problem) => {
    const desk = await crane();
    expect(await desk.post<Problem>('api/decisions', body)).toEqual({ problem });
    expect(() => readFileSync(decisionsPath(desk.raw))).toThrow('ENOENT');
  });
});

describe('a decision beyond one document', () => {
  it('is about whole lines only, which others may have', async () => {
    const desk = await crane();
    const view = await desk.get<DocumentView>(DOCUMENT);
    const piece = pieceOf(view, LEAD);
    const ask = (offset: number): Promise<object> => {
      const selection = { from: { piece, offset: 0 }, to: { piece, offset } };
      return desk.post('api/decisions', { ref: REF, action: 'strike', scope: 'source', reason: 'noise', selection });
    };
    expect(await ask(20)).toEqual({
      problem: 'only whole lines can be decided beyond this document: choose one, or this document',
    });
    expect(await ask(LEAD.length)).toHaveProperty('decision');
  });
});

describe('the overview', () => {
  it('counts what a filter asks for', async () => {
    const desk = await crane();
    const all = await desk.get<Overview>('api/overview');
    expect(all).toMatchObject({ documents: { total: 2, accepted: 2, changed: 0 }, run: null, indexing: false });
    expect(all.reasons.map(({ name }) => name)).toContain('subscription');
    expect((await desk.get<Overview>('api/overview?source=nowhere')).documents.total).toBe(0);
    expect(await desk.get('api/overview?status=perhaps')).toHaveProperty('problem');
  });

  it('is searched in headlines and texts', async () => {
    const desk = await crane();
    const { rows } = await desk.get<Documents>('api/documents?q=FERRY');
    expect(rows).toMatchObject([
      { headline: 'Ferry runs again after the storm', excerpt: expect.stringContaining('Ferry') as string },
    ]);
  });
});
