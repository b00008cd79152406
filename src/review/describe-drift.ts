const number = new Intl.NumberFormat('en');
const percent = (share: number): string => `${Math.round(share * 100)} %`;

/** "example.org: body length 3,120 → 410" */
export function describeDrift({
  source,
  measure,
  before,
  now,
}: {
  readonly source: string;
  readonly measure: string;
  readonly before: number;
  readonly now: number;
}): string {
  const show = measure === 'body length' ? (count: number) => number.format(count) : percent;
  return `${source}: ${measure} ${show(before)} → ${show(now)}`;
}
