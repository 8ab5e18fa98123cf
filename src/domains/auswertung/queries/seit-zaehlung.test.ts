import { expect, test } from "vitest";
import { beratungsstelle, erfasse } from "../../../../tests/support/beratungsstelle.ts";
import { testDatabase } from "../../../../tests/support/db.ts";
import { counted } from "../../../../tests/support/zaehlen.ts";
import { readAs } from "../../../platform/db.ts";
import { jeZaehlung } from "./seit-zaehlung.ts";
import { zahlenstand } from "./zahlenstand.ts";

const db = testDatabase();

test("what was read is read again after a count, for another question, and by another Kreis", async () => {
  const [here, there] = [await beratungsstelle("05382"), await beratungsstelle("05111")];
  await erfasse(here, {});
  await erfasse(there, {});
  let reads = 0;
  const read = jeZaehlung(10, async (_tx, _stand, what: string) => `${what} ${(reads += 1)}`);
  const ask = ({ konto }: typeof here, what = "a") =>
    readAs(konto.actor, async (tx) => read(tx, await zahlenstand(tx), what));
  // Never counted: nothing is kept.
  expect([await ask(here), await ask(here)]).toEqual(["a 1", "a 2"]);
  // Counting opens the doors anew here, and what was kept goes with the old ones.
  await counted(db, here.kreis);
  expect([await ask(here), await ask(here), await ask(here, "b"), await ask(here)]).toEqual([
    "a 3",
    "a 3",
    "b 4",
    "a 3",
  ]);
  expect([await ask(there), await ask(there)]).toEqual(["a 5", "a 6"]);
  await counted(db, there.kreis);
  expect([await ask(there), await ask(here)]).toEqual(["a 7", "a 8"]);
  // The same instant written again is another count.
  await db.admin("update kim.zaehlung_blatt set zeit = zeit where kreis = $1", [here.kreis]);
  expect([await ask(here), await ask(there)]).toEqual(["a 9", "a 7"]);
});
