const hashOf = (first: number, second: number, third: number): number => {
  const hash = Math.imul(Math.imul(first, 0x1f35) + second, 0x3d4d) + third;
  return hash ^ (hash >>> 15);
};

/** Numbers by runs of three UTF-16 units, without a string for any of them. */
export class TrigramTable {
  /** First and second unit of each run, and the third. */
  readonly #heads: Int32Array;
  readonly #thirds: Uint16Array;
  /** The number of each run, from 1; 0 for a free place. */
  readonly #numbers: Uint32Array;
  readonly #mask: number;

  /** For at most `most` different runs: half of the places stay empty, so that a free one is near. */
  constructor(most: number) {
    const places = 2 ** Math.ceil(Math.log2(2 * most + 2));
    this.#heads = new Int32Array(places);
    this.#thirds = new Uint16Array(places);
    this.#numbers = new Uint32Array(places);
    this.#mask = places - 1;
  }

  /** The number of a run, 0 where it has none. */
  numberOf(first: number, second: number, third: number): number {
    return this.#numbers[this.#placeOf(first, second, third)] as number;
  }

  set(first: number, second: number, third: number, number: number): void {
    const place = this.#placeOf(first, second, third);
    this.#heads[place] = (first << 16) | second;
    this.#thirds[place] = third;
    this.#numbers[place] = number;
  }

  /** Calls `visit` for each run. */
  each(visit: (number: number, first: number, second: number, third: number) => void): void {
    for (let i = 0; i <= this.#mask; i++) {
      const number = this.#numbers[i] as number;
      const head = this.#heads[i] as number;
      if (number !== 0) visit(number, head >>> 16, head & 0xffff, this.#thirds[i] as number);
    }
  }

  /** Where a run stands, or the free place where it belongs. */
  #placeOf(first: number, second: number, third: number): number {
    const head = (first << 16) | second;
    let place = hashOf(first, second, third) & this.#mask;
    while (this.#numbers[place] !== 0 && (this.#heads[place] !== head || this.#thirds[place] !== third))
      place = (place + 1) & this.#mask;
    return place;
  }
}
