import type {
  Decided,
  DecisionRequest,
  Decisions,
  Documents,
  DocumentView,
  Filter,
  Groups,
  Overview,
  Ref,
  Sort,
  State,
} from '../../api.js';

/** What was asked cannot be done, however often it is tried: the message is the server's line for the person. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
}

/** Which documents, in which order. */
export interface Query {
  readonly filter: Filter;
  readonly sort: Sort;
}

/** Where the page has its data from: a server that takes decisions, or a report that holds all it shows. */
export interface Source {
  /** Set for a report: nothing can be decided in it. */
  readonly report: { readonly title: string; readonly made: string; readonly held: number } | null;
  overview(filter: Filter): Promise<Overview>;
  documents(query: Query, from: number): Promise<Documents>;
  document(ref: Ref): Promise<DocumentView>;
  groups(filter: Filter, from: number, group?: string): Promise<Groups>;
  decisions(): Promise<Decisions>;
  /** Tells by its version whether what was asked may have changed. */
  state(): Promise<State>;
  decide(request: DecisionRequest): Promise<Decided>;
  retire(decision: string): Promise<void>;
  /** Address of the page as it looked. */
  pageAddress(ref: Ref): string;
}
