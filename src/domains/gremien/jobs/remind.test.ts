import { beforeAll, expect, test } from "vitest";
import { testDatabase } from "../../../../tests/support/db.ts";
import { buehne } from "../../../../tests/support/gremien.ts";
import { testKonto } from "../../../../tests/support/konten.ts";
import { useMailSink } from "../../../../tests/support/mail-sink.ts";
import { asWorker } from "../../../../tests/support/zaehlen.ts";
import type { Actor } from "../../../platform/actor.ts";
import { today } from "../../../platform/clock.ts";
import { readAs } from "../../../platform/db.ts";
import { daysFrom, tagText } from "../../../platform/span.ts";
import { endGremium } from "../commands/set-gremium.ts";
import { mitglieder } from "../queries/mitglieder.ts";
import { addAuftrag, moveAuftrag } from "../commands/set-auftrag.ts";
import { AuftragEingabe, AuftragSchrittEingabe } from "../model/eingabe.ts";
import { forgetAll, remindAll } from "./remind.ts";

const db = testDatabase();
const mail = useMailSink();
let actor: Actor;
beforeAll(async () => {
  actor = (await testKonto({ kreis: "05382", rollen: ["kim_koordination"] })).actor;
});

const mailed = async () => {
  mail.letters.length = 0;
  await asWorker(db, () => remindAll(mail.config()));
  return mail.letters.map(({ to }) => to).toSorted();
};

test("whoever has an Auftrag is reminded from a week before, once a week until it is done; a deputy where nobody else can be", async () => {
  const b = buehne(actor);
  const gremium = await b.gremium({ quorum: "keines" });
  const at = (who: string) => ({ email: `${who}@beispiel.example` });
  const jo = await b.mitglied(gremium, "Jobcenter", { stimme: "ja", ...at("jo") });
  await b.mitglied(gremium, "Jobcenter", { vertritt: jo, ...at("vertretung-jo") });
  const kim = await b.mitglied(gremium, "Caritas", { stimme: "ja", bis: daysFrom(today(), -1), ...at("kim") });
  await b.mitglied(gremium, "Caritas", { vertritt: kim, ...at("vertretung-kim") });
  const stumm = await b.mitglied(gremium, "Schulamt", { stimme: "ja" });
  await b.mitglied(gremium, "Schulamt", { vertritt: stumm, bis: daysFrom(today(), -1), ...at("war-einmal") });
  const id = await b.sitzung(gremium, daysFrom(today(), -30));
  await b.auf(id, { titel: "Anfang" });
  await b.auf(id, { titel: "Absprachen" });
  await b.schritt(id, "eingeladen");
  await b.schritt(id, "durchgefuehrt");
  const [, top] = await b.agenda(id);
  const auftrag = (mitglied: string, days: number) =>
    b.write((tx) =>
      addAuftrag(
        tx,
        actor,
        top?.id ?? "",
        AuftragEingabe.parse({ was: "Freie Plätze nennen.", mitglied, faellig_am: daysFrom(today(), days) }),
      ),
    );
  const bald = await auftrag(jo, 7);
  await auftrag(jo, 8);
  await auftrag(kim, -20);
  await auftrag(stumm, 0);
  expect(await mailed()).toEqual(["jo@beispiel.example", "vertretung-kim@beispiel.example"]);
  const letter = mail.letters.find(({ to }) => to.startsWith("jo@"));
  expect(letter?.text).toContain(`bis ${tagText(daysFrom(today(), 7))} vereinbart`);
  expect(letter?.text).toContain(`vom ${tagText(daysFrom(today(), -30))} unter Punkt 2`);
  for (const { raw, text } of mail.letters) expect(`${raw}${text}`).not.toMatch(/Plätze|Pl=C3=A4tze|Absprachen/);
  expect(await mailed(), "not again the same week").toEqual([]);
  await db.admin("update kim.auftrag set erinnert_am = $1 where erinnert_am is not null", [daysFrom(today(), -7)]);
  const done = AuftragSchrittEingabe.parse({ nach: "erledigt" });
  await b.write((tx) => moveAuftrag(tx, actor, { id: bald, version: 1 }, done));
  expect(await mailed(), "what is done is not asked for").toEqual(["vertretung-kim@beispiel.example"]);
});

test("who somebody was is forgotten a year after the last day, of the member or of its body, and not before", async () => {
  const b = buehne(actor);
  const [before, within] = [daysFrom(today(), -370), daysFrom(today(), -350)];
  const [steht, endet, endete] = [await b.gremium(), await b.gremium(), await b.gremium()];
  await b.mitglied(steht, "Jobcenter", { name: "Jo Muster" });
  await b.mitglied(steht, "Caritas", { name: "Mira Beispiel", email: "mira@beispiel.example", bis: before });
  await b.mitglied(steht, "Diakonie", { name: "Kim Probe", bis: within });
  await b.mitglied(endet, "Jugendamt", { name: "Toni Muster" });
  await b.mitglied(endete, "Schulamt", { name: "Lea Beispiel" });
  for (const [id, beendet_am] of [
    [endet, within],
    [endete, before],
  ] as const)
    await b.write((tx) => endGremium(tx, actor, { id, version: 1 }, { beendet_am }));
  await asWorker(db, forgetAll);
  const all = [];
  for (const gremiumId of [steht, endet, endete])
    all.push(...(await readAs(actor, (tx) => mitglieder(tx, actor, { gremiumId }))));
  const kept = Object.fromEntries(all.map(({ organisation, name, email }) => [organisation, name ?? email]));
  expect(kept).toEqual({
    Jobcenter: "Jo Muster",
    Caritas: null,
    Diakonie: "Kim Probe",
    Jugendamt: "Toni Muster",
    Schulamt: null,
  });
});
