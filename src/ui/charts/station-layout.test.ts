import * as fc from "fast-check";
import { expect, test } from "vitest";
import { type StationNode, stationLine } from "./station-layout.ts";

const word = fc.string({ minLength: 1, maxLength: 60 });
const node: fc.Arbitrary<StationNode> = fc.record({
  head: word,
  text: word,
  note: word,
  broken: fc.option(word, { nil: undefined }),
});

test("stations stand in their order, none on another, all in the picture; behind a break the way is interrupted", () => {
  fc.assert(
    fc.property(fc.array(node, { maxLength: 12 }), fc.integer({ min: 1, max: 5 }), (nodes, perRow) => {
      const { stations, ways, width, height } = stationLine(nodes, perRow, 200);
      expect(stations.map((s) => s.node)).toEqual(nodes);
      for (const [i, a] of stations.entries()) {
        expect(a.x >= 0 && a.y >= 0 && a.x + a.width <= width && a.y + a.height <= height).toBe(true);
        for (const b of stations.slice(i + 1))
          expect(b.y >= a.y + a.height || (b.y === a.y && b.x >= a.x + a.width)).toBe(true);
      }
      expect(ways.map(({ broken }) => broken)).toEqual(nodes.slice(0, -1).map((n) => n.broken !== undefined));
    }),
  );
});
