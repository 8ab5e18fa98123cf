import { expect, test } from "vitest";
import { beratungsstelle } from "../../../../tests/support/beratungsstelle.ts";
import { testDatabase } from "../../../../tests/support/db.ts";
import { alsThema, buehne } from "../../../../tests/support/gremien.ts";
import { testKonto } from "../../../../tests/support/konten.ts";
import { today } from "../../../platform/clock.ts";
import { readAs } from "../../../platform/db.ts";
import { daysFrom } from "../../../platform/span.ts";
import { addFreieVorlage, addVorlage, changeVorlage } from "../commands/set-vorlage.ts";
import { VorlageEingabe } from "../model/vorlage-eingabe.ts";
import { vorlageOf, zahlenZu } from "../queries/vorlagen.ts";

testDatabase();

test("a Vorlage that reaches a meeting which runs stays as it is then; one whose meeting did not begin after all follows again", async () => {
  const { actor } = await testKonto({ kreis: "05382", rollen: ["kim_koordination"] });
  const b = buehne(actor);
  const neu = (titel: string) => b.write((tx) => addFreieVorlage(tx, actor, { titel, kein_name: false }));
  const [frueh, spaet] = [await neu("Sprachmittlung bündeln"), await neu("Räume gemeinsam nutzen")];
  const festAm = async (id: string) => (await readAs(actor, (tx) => vorlageOf(tx, id))).fest?.fest_am ?? null;
  const gremium = await b.gremium({ quorum: "keines" });
  await b.mitglied(gremium, "Jobcenter");
  const sitzung = await b.sitzung(gremium);
  await b.auf(sitzung, { vorlagen: [frueh] });
  await b.schritt(sitzung, "eingeladen");
  await b.schritt(sitzung, "durchgefuehrt");
  expect([await festAm(frueh), await festAm(spaet)]).toEqual([today(), null]);
  await b.auf(sitzung, { vorlagen: [spaet] });
  expect(await festAm(spaet)).toBe(today());
  expect((await b.agenda(sitzung)).map(({ titel, vorlageId }) => [titel, vorlageId])).toEqual([
    ["Sprachmittlung bündeln", frueh],
    ["Räume gemeinsam nutzen", spaet],
  ]);
  await b.schritt(sitzung, "eingeladen", "Ein Versehen.");
  expect([await festAm(frueh), await festAm(spaet)]).toEqual([null, null]);
  const zahlen = await readAs(actor, async (tx) => zahlenZu(tx, await vorlageOf(tx, frueh)));
  expect(zahlen?.zahlen.map(({ definition }) => typeof definition)).toEqual(["string", "string"]);
  await expect(neu("Der Fall 2025-0137")).rejects.toThrow("Aktenzeichen");
});

test("one without a gap chooses what it is about and has the figures of one about a gap; a closed Handlungsfeld is refused", async () => {
  const stelle = await beratungsstelle();
  const { actor } = await testKonto({ kreis: stelle.kreis, rollen: ["kim_koordination"] });
  const b = buehne(actor);
  const zahlenVon = async (id: string) => {
    const zahlen = await readAs(actor, async (tx) => zahlenZu(tx, await vorlageOf(tx, id)));
    return zahlen?.zahlen;
  };
  const neu = (handlungsfeld: string | null) =>
    b.write((tx) => addFreieVorlage(tx, actor, { titel: "Sprachmittlung bündeln", kein_name: false, handlungsfeld }));
  const id = await neu("bildung_0_6");
  const luecke = await alsThema(stelle.konto.actor, actor, stelle.ags, "Es fehlen Plätze");
  const zurLuecke = await b.write((tx) => addVorlage(tx, actor, luecke));
  const figures = await zahlenVon(id);
  expect(figures?.map(({ name }) => name)).toContain("Nennungen des Themas Bildung 0–6");
  expect(figures).toEqual(await zahlenVon(zurLuecke));
  const change = (more: Readonly<Record<string, string>>, version: number) =>
    b.write((tx) => changeVorlage(tx, actor, { id, version }, VorlageEingabe.parse({ titel: "Anders", ...more })));
  await change({ handlungsfeld: "sprache", zahlen_von: "2023-01-01", zahlen_bis: "2023-06-30" }, 1);
  expect((await zahlenVon(id))?.map(({ name }) => name)).toContain("Nennungen des Themas Sprache");
  await expect(change({ handlungsfeld: "gibt_es_nicht" }, 2)).rejects.toThrow("gibt es diese Auswahl nicht");
  await expect(neu("gibt_es_nicht")).rejects.toThrow("gibt es diese Auswahl nicht");
});

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
  // The body did not decide: the next meeting reads the same, unless there is a new one.
  const papersOf = async (tag: string) => {
    const next = await b.sitzung(gremium, tag);
    await b.auf(next, { luecken: [luecke] });
    return (await b.agenda(next)).map(({ vorlageId }) => vorlageId);
  };
  expect(await papersOf(daysFrom(today(), 30))).toEqual([id]);
  const neu = await b.write((tx) => addVorlage(tx, actor, luecke));
  expect(await papersOf(daysFrom(today(), 60))).toEqual([neu]);
});
