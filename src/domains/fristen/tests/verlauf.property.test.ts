import * as fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { beratungsstelle } from "../../../../tests/support/beratungsstelle.ts";
import { testDatabase } from "../../../../tests/support/db.ts";
import { runs } from "../../../../tests/support/runs.ts";
import type { Actor } from "../../../platform/actor.ts";
import { readAs, writeAs } from "../../../platform/db.ts";
import { Refused } from "../../../platform/form.ts";
import { AUFENTHALT, AufenthaltEingabe, changeEintrag, recordEintrag } from "../../lebenslage/index.ts";
import { PersonEingabe, createPerson } from "../../personen/index.ts";
import { doFristen } from "../commands/do-fristen.ts";
import { TUN, type Tun } from "../model/frist.ts";
import { type Frist, verlaufOf } from "../queries/frist.ts";
import { fristListe } from "../queries/liste.ts";

testDatabase();
let mira: Actor;
beforeAll(async () => {
  mira = (await beratungsstelle()).konto.actor;
});

const tag = fc.constantFrom("", "2027-01-31", "2027-02-28", "2027-12-31");
const angabe = fc.record({
  art: fc.constant("angabe" as const),
  gueltig_bis: tag,
  fiktion_bis: tag,
  bis: tag,
  falsch: fc.boolean(),
});
const tat = fc.record({ art: fc.constant("tat" as const), tun: fc.constantFrom(...TUN), welche: fc.nat(1) });

type Angabe = { gueltig_bis: string; fiktion_bis: string; bis: string; falsch: boolean };

/** Which Frist there has to be by an entry, said once more and otherwise than in the database. */
function soll({ gueltig_bis: titel, fiktion_bis: fiktion, bis, falsch }: Angabe) {
  const am = titel > fiktion ? titel : fiktion;
  if (falsch || am === "" || (bis !== "" && bis < am)) return undefined;
  return { art: fiktion > titel ? "fiktion" : "titel", am };
}

test("random histories of a title: its Frist is what the entry says, and nothing of it moved without being told", async () => {
  const all = async (person: string): Promise<readonly Frist[]> =>
    readAs(mira, async (tx) =>
      (
        await Promise.all([
          fristListe(tx, mira, { auswahl: "offen", person }, {}),
          fristListe(tx, mira, { auswahl: "beendet", person }, {}),
        ])
      ).flatMap(({ fristen }) => fristen),
    );
  await fc.assert(
    fc.asyncProperty(fc.array(fc.oneof(angabe, tat), { maxLength: 12 }), async (schritte) => {
      const person = await writeAs(mira, (tx) => createPerson(tx, mira, PersonEingabe.parse({ person_vorname: "Jo" })));
      const id = await writeAs(mira, (tx) =>
        recordEintrag(tx, mira, AUFENTHALT, person, AufenthaltEingabe.parse({ status: "gestattung" })),
      );
      let version = 1;
      /** What each kind should be: its day, and the state. */
      const expected = new Map<string, { am: string; stand: string }>();
      for (const s of schritte) {
        if (s.art === "angabe") {
          const { falsch, art: _, ...e } = s;
          const change = { falsch, e: AufenthaltEingabe.parse({ status: "gestattung", ...e }) };
          // An entry that says what it said before is refused.
          const saved = await writeAs(mira, (tx) => changeEintrag(tx, mira, AUFENTHALT, { id, version }, change)).then(
            () => true,
            (error: unknown) => {
              if (error instanceof Refused) return false;
              throw error;
            },
          );
          if (!saved) continue;
          version += 1;
          const now = soll(s);
          for (const [art, one] of expected) if (art !== now?.art && one.stand === "offen") one.stand = "entfallen";
          if (now !== undefined) {
            const one = expected.get(now.art);
            const stays = one !== undefined && one.am === now.am && one.stand !== "entfallen";
            if (!stays) expected.set(now.art, { am: now.am, stand: "offen" });
          }
        } else await tue(s.tun, (await all(person))[s.welche], expected);
      }
      const stored = await all(person);
      expect(new Map(stored.map(({ art, am, stand }) => [art, { am, stand }]))).toEqual(expected);
      for (const frist of stored) {
        const verlauf = await readAs(mira, (tx) => verlaufOf(tx, mira, frist));
        expect(verlauf).toHaveLength(frist.version);
        expect(verlauf.at(-1)).toMatchObject({ tag: frist.am, stand: frist.stand });
      }
    }),
    runs(25),
  );
}, 300_000);

/** Tries it, and says what has to be expected: what follows from data is never moved by hand. */
async function tue(tun: Tun, frist: Frist | undefined, expected: Map<string, { am: string; stand: string }>) {
  if (frist === undefined) return;
  const chosen = [{ id: frist.id, version: frist.version }];
  const done = writeAs(mira, (tx) => doFristen(tx, mira, chosen, { tun, grund: "weil", am: frist.am }));
  const one = expected.get(frist.art);
  const can = tun === "oeffnen" ? ["erledigt", "verworfen"].includes(frist.stand) : frist.stand === "offen";
  if (!can || tun === "verschieben" || one === undefined) {
    await expect(done).rejects.toThrow(Refused);
    return;
  }
  await done;
  one.stand = { erledigen: "erledigt", verwerfen: "verworfen", oeffnen: "offen" }[tun];
}
