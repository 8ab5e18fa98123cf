import * as fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { beratungsstelle } from "../../../../tests/support/beratungsstelle.ts";
import { testDatabase } from "../../../../tests/support/db.ts";
import { runs } from "../../../../tests/support/runs.ts";
import { KATEGORIE, type Kategorie } from "../model/zwecke.ts";
import { type Ziel, einwilligungen } from "./verben.ts";

testDatabase();
const LONG_MS = 300_000;
let v: Awaited<ReturnType<typeof einwilligungen>>;

beforeAll(async () => {
  v = await einwilligungen((await beratungsstelle()).konto.actor);
});

const schritt = fc.oneof(
  fc.record({
    art: fc.constant("geben" as const),
    wem: fc.nat(1),
    kategorien: fc.subarray([...KATEGORIE], { minLength: 1 }),
  }),
  fc.record({
    art: fc.constant("ablehnen" as const),
    wem: fc.nat(1),
    kategorien: fc.subarray([...KATEGORIE], { minLength: 1 }),
  }),
  fc.record({
    art: fc.constant("weniger" as const),
    wem: fc.nat(1),
    kategorien: fc.subarray([...KATEGORIE], { minLength: 1 }),
  }),
  fc.record({ art: fc.constant("widerrufen" as const), wem: fc.nat(1) }),
  fc.record({
    art: fc.constant("senden" as const),
    wem: fc.nat(1),
    kategorien: fc.subarray([...KATEGORIE], { minLength: 1, maxLength: 3 }),
  }),
);

test(
  "random histories: an oracle that knows only who may have what agrees with every answer",
  { timeout: LONG_MS },
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(schritt, { maxLength: 12 }), async (schritte) => {
        const wer = await v.neuePerson("1990-01-01");
        /** What each recipient may be given now. */
        const darf = new Map<number, ReadonlySet<Kategorie>>();
        const halten = new Map<number, string>();
        for (const s of schritte) {
          const ziel = (kategorien: readonly Kategorie[]): Ziel => ({ empfaenger: `Kita ${s.wem}`, kategorien, wer });
          if (s.art === "geben") {
            halten.set(s.wem, await v.given(ziel(s.kategorien)));
            darf.set(s.wem, new Set(s.kategorien));
          } else if (s.art === "ablehnen") {
            const id = await v.draft(ziel(s.kategorien));
            await v.explain(id);
            await v.end(id, "abgelehnt");
          } else if (s.art === "senden") {
            const erlaubt = s.kategorien.every((one) => darf.get(s.wem)?.has(one) === true);
            expect(await v.may(ziel(s.kategorien))).toBe(erlaubt);
          } else {
            const id = halten.get(s.wem);
            const jetzt = darf.get(s.wem);
            if (id === undefined || jetzt === undefined) continue;
            if (s.art === "widerrufen") {
              await v.end(id, "widerrufen");
              darf.delete(s.wem);
              halten.delete(s.wem);
            } else {
              const engt = s.kategorien.every((one) => jetzt.has(one)) && s.kategorien.length < jetzt.size;
              const done = await v.narrow(id, s.kategorien).then(
                () => true,
                () => false,
              );
              expect(done).toBe(engt);
              if (engt) darf.set(s.wem, new Set(s.kategorien));
            }
          }
        }
      }),
      runs(8),
    );
  },
);
