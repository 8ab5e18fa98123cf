import { expect, test } from "vitest";
import { beratungsstelle } from "../../../../tests/support/beratungsstelle.ts";
import { testDatabase } from "../../../../tests/support/db.ts";
import { alsThema, buehne } from "../../../../tests/support/gremien.ts";
import { testKonto } from "../../../../tests/support/konten.ts";
import { today } from "../../../platform/clock.ts";
import { readAs } from "../../../platform/db.ts";
import { MassnahmeEingabe, addMassnahme } from "../../massnahmen/index.ts";
import { changeBeschluss, decide } from "../commands/decide.ts";
import { addAuftrag } from "../commands/set-auftrag.ts";
import { addVorlage } from "../commands/set-vorlage.ts";
import { AuftragEingabe, BeschlussAendern, BeschlussEingabe } from "../model/eingabe.ts";
import { beschlussOf } from "../queries/beschluesse.ts";

testDatabase();

test("the result of a decision is put right as long as nothing came of it; afterwards it names what did and asks for another one", async () => {
  const stelle = await beratungsstelle();
  const { actor } = await testKonto({ kreis: stelle.kreis, rollen: ["kim_koordination"] });
  const b = buehne(actor);
  const luecke = await alsThema(stelle.konto.actor, actor, stelle.ags, "Es fehlen Plätze");
  await b.write((tx) => addVorlage(tx, actor, luecke));
  const gremium = await b.gremium({ quorum: "keines" });
  await b.mitglied(gremium, "Jobcenter");
  const sitzung = await b.sitzung(gremium);
  await b.auf(sitzung, { luecken: [luecke], titel: "Verschiedenes" });
  await b.schritt(sitzung, "eingeladen");
  await b.schritt(sitzung, "durchgefuehrt");
  const [lueckeTop = "", anderes = ""] = (await b.agenda(sitzung)).map(({ id }) => id);
  const fasse = (top: string, more: Readonly<Record<string, string>> = {}) =>
    b.write((tx) =>
      decide(tx, actor, top, BeschlussEingabe.parse({ wortlaut: "Es geschieht.", ergebnis: "angenommen", ...more })),
    );
  const drehe = (id: string, ergebnis: string) =>
    b.write(async (tx) => {
      const { version } = await beschlussOf(tx, id);
      const input = BeschlussAendern.parse({ wortlaut: "Es geschieht so.", ergebnis });
      await changeBeschluss(tx, actor, { id, version }, input);
    });
  const leer = await fasse(anderes);
  await drehe(leer, "abgelehnt");
  expect((await readAs(actor, (tx) => beschlussOf(tx, leer))).ergebnis).toBe("abgelehnt");
  await expect(fasse(lueckeTop, { ergebnis: "abgelehnt", luecke_nach: "priorisiert" })).rejects.toThrow("nicht weiter");
  const gruendet = await fasse(lueckeTop, { projektgruppe: "DELFIN-4" });
  const auftrag = AuftragEingabe.parse({ was: "Liste.", stelle: "Amt", beschluss: gruendet, faellig_am: today() });
  await b.write((tx) => addAuftrag(tx, actor, lueckeTop, auftrag));
  const typed = { titel: "Zwei Gruppen", ziel: "Plätze", verantwortlich: "Amt", von: today(), organisationen: [] };
  const massnahme = MassnahmeEingabe.parse({ ...typed, luecken: [luecke], beschluss: gruendet });
  await b.write((tx) => addMassnahme(tx, actor, massnahme));
  await expect(drehe(gruendet, "abgelehnt")).rejects.toThrow(
    "die Projektgruppe „DELFIN-4“, der Schritt der Lücke zu „Projektgruppe“, 1 Auftrag, 1 Maßnahme. Das Ergebnis bleibt",
  );
  await drehe(gruendet, "angenommen");
  expect((await readAs(actor, (tx) => beschlussOf(tx, gruendet))).wortlaut).toBe("Es geschieht so.");
});
