import * as fc from "fast-check";
import { expect, test } from "vitest";
import { daysFrom } from "../../../platform/span.ts";
import { RHYTHMUS } from "./gremium.ts";
import { STAND } from "./sitzung.ts";
import { taktVon } from "./takt.ts";

const HEUTE = "2026-11-30";
const tag = fc.integer({ min: -800, max: 400 }).map((days) => daysFrom(HEUTE, days));
const sitzungen = fc.array(fc.record({ tag, stand: fc.constantFrom(...STAND) }), { maxLength: 6 });
const gremium = fc.record({
  rhythmus: fc.constantFrom(...RHYTHMUS),
  gegruendetAm: fc.integer({ min: -1500, max: 0 }).map((days) => daysFrom(HEUTE, days)),
  beendetAm: fc.option(tag, { nil: null }),
});

test("a quarter after it met a body is late, and four weeks before that it is time to plan; a planned meeting is enough", () => {
  const quartal = { rhythmus: "quartal", gegruendetAm: "2021-01-01", beendetAm: null } as const;
  const am = (day: string, ...all: readonly { readonly tag: string; readonly stand: (typeof STAND)[number] }[]) =>
    taktVon(quartal, all, day);
  const met = { tag: "2026-08-31", stand: "freigegeben" } as const;
  expect(am("2026-10-31", met)).toMatchObject({ zuletzt: "2026-08-31", faellig: "2026-11-30", fehlt: undefined });
  expect(am("2026-11-02", met).fehlt).toBe("bald");
  expect(am("2026-12-01", met).fehlt).toBe("ueberfaellig");
  expect(am("2026-12-01", met, { tag: "2027-02-01", stand: "geplant" })).toMatchObject({
    naechste: "2027-02-01",
    fehlt: undefined,
  });
  expect(am("2026-12-01", met, { tag: "2027-02-01", stand: "abgesagt" }).fehlt).toBe("ueberfaellig");
  expect(am("2021-03-25").faellig, "one that never met counts from its beginning").toBe("2021-04-01");
});

test("nothing is missing of a body that meets as it needs to, is over, or has a meeting planned; and what is due lies after what was", () => {
  fc.assert(
    fc.property(gremium, sitzungen, (g, all) => {
      const takt = taktVon(g, all, HEUTE);
      const quiet = g.rhythmus === "bedarf" || (g.beendetAm !== null && g.beendetAm < HEUTE);
      if (quiet) expect(takt.faellig).toBeUndefined();
      if (quiet || takt.naechste !== undefined) expect(takt.fehlt).toBeUndefined();
      if (takt.faellig !== undefined) expect(takt.faellig > (takt.zuletzt ?? g.gegruendetAm)).toBe(true);
      if (takt.zuletzt !== undefined) expect(takt.zuletzt <= HEUTE).toBe(true);
      if (takt.fehlt === "ueberfaellig") expect((takt.faellig ?? "") < HEUTE).toBe(true);
    }),
  );
});
