import { expect, test } from "vitest";
import { testDatabase } from "../../../../tests/support/db.ts";
import { buehne } from "../../../../tests/support/gremien.ts";
import { testKonto } from "../../../../tests/support/konten.ts";
import { today } from "../../../platform/clock.ts";
import { readAs } from "../../../platform/db.ts";
import { daysFrom } from "../../../platform/span.ts";
import { addAuftrag, moveAuftrag } from "../commands/set-auftrag.ts";
import { AuftragEingabe, AuftragSchrittEingabe } from "../model/eingabe.ts";
import { offeneAuftraege } from "../queries/auftraege.ts";

const db = testDatabase();

test("a paper about a past day tells what was still to be done then, though it is done since", async () => {
  const { actor } = await testKonto({ kreis: "05382", rollen: ["kim_koordination"] });
  const b = buehne(actor);
  const tag = daysFrom(today(), -40);
  const gremium = await b.gremium({ quorum: "keines" });
  await b.mitglied(gremium, "Jobcenter");
  const sitzung = await b.sitzung(gremium, tag);
  await b.auf(sitzung, { titel: "Plätze" });
  await b.schritt(sitzung, "eingeladen");
  await b.schritt(sitzung, "durchgefuehrt");
  const at = (await b.agenda(sitzung))[0]?.id ?? "";
  const add = (was: string, faellig_am: string) =>
    b.write((tx) => addAuftrag(tx, actor, at, AuftragEingabe.parse({ was, stelle: "Jugendamt", faellig_am })));
  const liste = await add("Eine Liste vorlegen.", daysFrom(today(), -5));
  await db.admin("update kim.auftrag_schritt set am = $1 where auftrag_id = $2", [tag, liste]);
  await add("Das Amt anschreiben.", daysFrom(today(), 5));
  await b.write((tx) =>
    moveAuftrag(tx, actor, { id: liste, version: 1 }, AuftragSchrittEingabe.parse({ nach: "erledigt" })),
  );
  const open = async (bis: string) => (await readAs(actor, (tx) => offeneAuftraege(tx, bis))).map(({ was }) => was);
  expect(await open(daysFrom(tag, -1))).toEqual([]);
  expect(await open(daysFrom(today(), -1))).toEqual(["Eine Liste vorlegen.", "Das Amt anschreiben."]);
  expect(await open(today())).toEqual(["Das Amt anschreiben."]);
});
