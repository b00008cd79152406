import type { Forest } from '../../stages/judge/trees/forest.js';

/**
 * One forest that says the mean log odds of several: their trees side by side, each with its forest's share of the voice. Forests that were
 * grown from different seeds err in different places.
 */
export function meanForest(forests: readonly Forest[]): Forest {
  const share = 1 / forests.length;
  const numbers = new Map<string, number>();
  for (const { features } of forests)
    for (const name of features) if (!numbers.has(name)) numbers.set(name, numbers.size);
  const numberOf = ({ features }: Forest, feature: number): number =>
    feature < 0 ? feature : (numbers.get(features[feature] as string) as number);
  return {
    features: [...numbers.keys()],
    base: forests.reduce((sum, { base }) => sum + base * share, 0),
    sizes: forests.flatMap(({ sizes }) => sizes),
    feature: forests.flatMap((forest) => forest.feature.map((feature) => numberOf(forest, feature))),
    threshold: forests.flatMap(({ threshold }) => threshold),
    right: forests.flatMap(({ right }) => right),
    value: forests.flatMap(({ value }) => value.map((own) => rounded(own * share))),
  };
}

/** Thousandths of log odds: finer ones fill the file. */
export const rounded = (value: number): number => Math.round(value * 1000) / 1000;
