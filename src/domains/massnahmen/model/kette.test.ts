import * as fc from "fast-check";
import { expect, test } from "vitest";
import { type Kettenstoff, type Stueck, alleGlieder, ketteVon } from "./kette.ts";

const NAMES = ["a", "b", "c", "d"];
const one = fc.constantFrom(...NAMES, "weg");
const maybe = fc.option(one);
const stueck = (id: string, art: string): Stueck => ({ id, titel: `${art} ${id}`, notiz: "", lage: "open" });
const some = fc.subarray(NAMES);

/** Anything that may hang together, also where something that is referred to is not there. */
const stoff = fc
  .record({ tops: some, beschluesse: some, gruppen: some, massnahmen: some, indikatoren: some })
  .chain((ids): fc.Arbitrary<Kettenstoff> =>
    fc.record({
      meldungen: fc.constant({ titel: "m", notiz: "", lage: "done" as const }),
      luecke: fc.constant(stueck("l", "Lücke")),
      tops: fc.constant(ids.tops.map((id) => stueck(id, "TOP"))),
      beschluesse: fc.tuple(
        ...ids.beschluesse.map((id) => one.map((topId) => ({ ...stueck(id, "Beschluss"), topId }))),
      ),
      gruppen: fc.tuple(
        ...ids.gruppen.map((id) => maybe.map((beschlussId) => ({ ...stueck(id, "Gruppe"), beschlussId }))),
      ),
      massnahmen: fc.tuple(
        ...ids.massnahmen.map((id) =>
          fc
            .tuple(maybe, maybe)
            .map(([gruppeId, beschlussId]) => ({ ...stueck(id, "Maßnahme"), gruppeId, beschlussId })),
        ),
      ),
      indikatoren: fc.tuple(
        ...ids.indikatoren.flatMap((id) =>
          ids.massnahmen.length === 0
            ? []
            : [fc.constantFrom(...ids.massnahmen).map((massnahmeId) => ({ ...stueck(id, "Indikator"), massnahmeId }))],
        ),
      ),
    }),
  );

test("everything of a gap stands in its chain exactly once, each further on than what it follows from", () => {
  fc.assert(
    fc.property(stoff, (k) => {
      const all = alleGlieder(ketteVon(k));
      const given = [k.luecke, ...k.tops, ...k.beschluesse, ...k.gruppen, ...k.massnahmen, ...k.indikatoren];
      expect(all.map(({ titel }) => titel).toSorted()).toEqual([...given.map(({ titel }) => titel), "m"].toSorted());
      for (const { art, folgt } of all) for (const next of folgt) expect(next.art).toBeGreaterThan(art);
    }),
  );
});
