import * as fc from "fast-check";
import { expect, test } from "vitest";
import { type ChainLayout, type ChainNode, broadChain, slimChain } from "./chain-layout.ts";

const COLUMNS = 7;
const word = fc.string({ maxLength: 60, unit: fc.constantFrom(..."abcdefghij lmnopqrstuvwxyzÄß") });

/** Chains of any shape: what follows stands further to the right. */
const chain = (column: number): fc.Arbitrary<ChainNode> =>
  fc.record({
    column: fc.constant(column),
    title: word,
    note: word,
    state: fc.constantFrom("done" as const, "open" as const, "ended" as const),
    next:
      column + 1 < COLUMNS
        ? fc.array(
            fc.integer({ min: column + 1, max: COLUMNS - 1 }).chain((next) => chain(next)),
            { maxLength: 2 },
          )
        : fc.constant([]),
  });

const count = (nodes: readonly ChainNode[]): number => nodes.reduce((n, one) => n + 1 + count(one.next), 0);

function inside({ width, height, nodes }: ChainLayout): void {
  for (const n of nodes) {
    expect(n.x).toBeGreaterThanOrEqual(0);
    expect(n.x + n.width).toBeLessThanOrEqual(width);
    expect(n.y + n.height).toBeLessThanOrEqual(height);
  }
  for (const [i, a] of nodes.entries())
    for (const b of nodes.slice(i + 1)) {
      const apart = a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y;
      expect(apart).toBe(true);
    }
}

test("every link has its place, inside of the picture and on top of no other, broad and slim", () => {
  fc.assert(
    fc.property(fc.array(chain(0), { minLength: 1, maxLength: 3 }), (roots) => {
      for (const layout of [broadChain(roots, COLUMNS), slimChain(roots)]) {
        expect(layout.nodes).toHaveLength(count(roots));
        expect(layout.lines).toHaveLength(count(roots) - roots.length);
        inside(layout);
      }
    }),
    { numRuns: 60 },
  );
});
