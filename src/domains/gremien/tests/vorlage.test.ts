import { expect, test } from "vitest";
import { beratungsstelle } from "../../../../tests/support/beratungsstelle.ts";
import { testDatabase } from "../../../../tests/support/db.ts";
import { alsThema, buehne } from "../../../../tests/support/gremien.ts";
import { testKonto } from "../../../../tests/support/konten.ts";
import { readAs } from "../../../platform/db.ts";
import { addVorlage, changeVorlage } from "../commands/set-vorlage.ts";
import { VorlageEingabe } from "../model/eingabe.ts";
import { vorlageOf, zahlenZu } from "../queries/vorlagen.ts";

testDatabase();

test("what a body has met about stays as it was read, also where it names no figures", async () => {
  const stelle = await beratungsstelle();
  const { actor } = await testKonto({ kreis: stelle.kreis, rollen: ["kim_koordination"] });
  const b = buehne(actor);
  const luecke = await alsThema(stelle.konto.actor, actor, stelle.ags, "Es fehlen Plätze");
  const id = await b.write((tx) => addVorlage(tx, actor, luecke));
  const change = (version: number, titel: string) =>
    b.write((tx) => changeVorlage(tx, actor, { id, version }, VorlageEingabe.parse({ titel })));
  await change(1, "Plätze ohne Zahlen");
  const gremium = await b.gremium();
  await b.mitglied(gremium, "Jobcenter", { stimme: "ja" });
  const sitzung = await b.sitzung(gremium);
  await b.auf(sitzung, { luecken: [luecke] });
  await b.schritt(sitzung, "eingeladen");
  await b.schritt(sitzung, "durchgefuehrt");
  await expect(change(2, "Anders")).rejects.toThrow("Darüber ist beraten worden");
  const read = await readAs(actor, async (tx) => {
    const vorlage = await vorlageOf(tx, id);
    return { titel: vorlage.titel, zahlen: await zahlenZu(tx, vorlage) };
  });
  expect(read).toEqual({ titel: "Plätze ohne Zahlen", zahlen: undefined });
});
