import { startStub, type Started } from './stub.js';

/** What the page is tried against. */
export const startReview = (): Promise<Started> => startStub();

export const FERRY = 'harbour-post.example/2026/ferry.html.json';
export const ARABIC = 'al-marsa.example/batch.jsonl.json';
export const HARM = `harm.example/${'x'.repeat(20)}.html.json`;
export const addressOf = (path: string): string => `#/document?path=${encodeURIComponent(path)}&at=0`;
