import ICAL from "ical.js";
import { beforeAll, expect, test } from "vitest";
import { type Beratungsstelle, beratungsstelle } from "../../../../tests/support/beratungsstelle.ts";
import { testDatabase } from "../../../../tests/support/db.ts";
import { alsThema, buehne } from "../../../../tests/support/gremien.ts";
import { testKonto } from "../../../../tests/support/konten.ts";
import { useMailSink } from "../../../../tests/support/mail-sink.ts";
import { ERGEBNIS, inArbeit, station, weiter } from "../../../../tests/support/rekonstruktion.ts";
import { asWorker } from "../../../../tests/support/zaehlen.ts";
import type { Actor } from "../../../platform/actor.ts";
import { today } from "../../../platform/clock.ts";
import { readAs, writeAs } from "../../../platform/db.ts";
import { daysFrom } from "../../../platform/span.ts";
import { addVorlage } from "../commands/set-vorlage.ts";
import { changeMitglied } from "../commands/set-mitglied.ts";
import { changeSitzung } from "../commands/set-sitzung.ts";
import { SitzungEingabe } from "../model/eingabe.ts";
import { MitgliedEingabe } from "../model/gremium.ts";
import { sitzungOf } from "../queries/sitzungen.ts";
import { inviteAll } from "./invite.ts";

const db = testDatabase();
const mail = useMailSink();
let stelle: Beratungsstelle;
let leitet: Actor;

beforeAll(async () => {
  stelle = await beratungsstelle();
  leitet = (await testKonto({ kreis: stelle.kreis, rollen: ["kim_koordination"] })).actor;
});

/** What the worker mails of the invitation as it is now. */
async function mailed(sitzungId: string, methode: "REQUEST" | "CANCEL") {
  mail.letters.length = 0;
  const folge = (await readAs(leitet, (tx) => sitzungOf(tx, sitzungId))).folge ?? -1;
  const payload = { kreis: stelle.kreis, sitzungId, folge, methode };
  await asWorker(db, () => inviteAll(mail.config(), payload));
  await asWorker(db, () => inviteAll(mail.config(), payload));
  return mail.letters.map(({ to, raw, text }) => {
    const [, coded = ""] = /filename="?termin\.ics[^]*?\r?\n\r?\n([A-Za-z0-9+/=\r\n]+)/.exec(raw) ?? [];
    const entry = new ICAL.Component(ICAL.parse(Buffer.from(coded, "base64").toString("utf8")));
    const event = entry.getFirstSubcomponent("vevent");
    return {
      to,
      text,
      method: entry.getFirstPropertyValue("method"),
      uid: event?.getFirstPropertyValue("uid"),
      sequence: event?.getFirstPropertyValue("sequence"),
      status: event?.getFirstPropertyValue("status"),
      papers: [...raw.matchAll(/filename="?([\w-]+\.pdf)/g)].map(([, name]) => name),
    };
  });
}

test("an invitation brings its papers, its change replaces it in the calendar, a cancellation takes it out, each once", async () => {
  const b = buehne(leitet);
  const gremium = await b.gremium();
  await b.mitglied(gremium, "Jobcenter", { stimme: "ja", email: "jo@beispiel.example" });
  await b.mitglied(gremium, "Caritas", { stimme: "ja" });
  const luecke = await alsThema(stelle.konto.actor, leitet, stelle.ags, "Es fehlen Plätze");
  await writeAs(leitet, (tx) => addVorlage(tx, leitet, luecke));
  const id = await b.sitzung(gremium, daysFrom(today(), 20));
  const rekonstruktion = await inArbeit(leitet);
  await station(leitet, rekonstruktion);
  await weiter(leitet, rekonstruktion, "abgeschlossen", ERGEBNIS);
  await b.auf(id, { luecken: [luecke], rekonstruktionen: [rekonstruktion] });
  await b.schritt(id, "eingeladen");
  const uid = `${id}@kim`;
  const [first, ...more] = await mailed(id, "REQUEST");
  expect(more).toEqual([]);
  expect(first).toMatchObject({ method: "REQUEST", uid, sequence: 0, status: "CONFIRMED" });
  const papers = [
    `Einladung-${daysFrom(today(), 20)}.pdf`,
    "Vorlage-zu-Punkt-1.pdf",
    "Fallrekonstruktion-zu-Punkt-2.pdf",
  ];
  expect(new Set(first?.papers)).toEqual(new Set(papers));
  const { version } = await readAs(leitet, (tx) => sitzungOf(tx, id));
  const input = SitzungEingabe.parse({ tag: daysFrom(today(), 27), beginn: "10", ende: "12", ort: "Rathaus" });
  await writeAs(leitet, (tx) => changeSitzung(tx, leitet, { id, version }, input));
  expect(await mailed(id, "REQUEST")).toMatchObject([{ method: "REQUEST", uid, sequence: 1 }]);
  await b.schritt(id, "abgesagt", "Der Raum fehlt.");
  expect(await mailed(id, "CANCEL")).toMatchObject([{ method: "CANCEL", uid, sequence: 2, status: "CANCELLED" }]);
});

test("a meeting that is moved invites whoever joined since, takes it back from whoever left, and tells the others", async () => {
  const b = buehne(leitet);
  const gremium = await b.gremium();
  const [erst, dann] = [daysFrom(today(), 20), daysFrom(today(), 60)];
  const at = (who: string) => ({ stimme: "ja", email: `${who}@beispiel.example` });
  await b.mitglied(gremium, "Jobcenter", at("bleibt"));
  const kita = await b.mitglied(gremium, "Kita", at("kita"));
  await b.mitglied(gremium, "Caritas", { ...at("geht"), bis: daysFrom(today(), 40) });
  await b.mitglied(gremium, "Diakonie", { ...at("kommt"), von: daysFrom(today(), 30) });
  const id = await b.sitzung(gremium, erst);
  await b.auf(id, { titel: "Bericht" });
  await b.schritt(id, "eingeladen");
  expect((await mailed(id, "REQUEST")).map(({ to }) => to)).toEqual(
    expect.arrayContaining(["bleibt@beispiel.example", "geht@beispiel.example"]),
  );
  await b.mitglied(gremium, "Schulamt", at("spaeter"));
  expect(await mailed(id, "REQUEST"), "who joins is invited to what the others have").toMatchObject([
    {
      to: "spaeter@beispiel.example",
      method: "REQUEST",
      sequence: 0,
      text: expect.stringContaining("wir laden Sie ein"),
    },
  ]);
  const out = {
    organisation: "Kita",
    rolle: "mitglied",
    von: "2021-01-01",
    bis: today(),
    email: "kita@beispiel.example",
  };
  await b.write((tx) => changeMitglied(tx, leitet, { id: kita, version: 1 }, MitgliedEingabe.parse(out)));
  expect(await mailed(id, "REQUEST"), "who leaves is told without a move, once").toMatchObject([
    { to: "kita@beispiel.example", method: "CANCEL", sequence: 1, status: "CANCELLED" },
  ]);
  const { bis: _bis, ...back } = out;
  await b.write((tx) => changeMitglied(tx, leitet, { id: kita, version: 2 }, MitgliedEingabe.parse(back)));
  expect(await mailed(id, "REQUEST"), "who comes back gets an invitation newer than what took it back").toMatchObject([
    { to: "kita@beispiel.example", method: "REQUEST", sequence: 2 },
  ]);
  await b.write((tx) => changeMitglied(tx, leitet, { id: kita, version: 3 }, MitgliedEingabe.parse(out)));
  expect(await mailed(id, "REQUEST")).toMatchObject([{ method: "CANCEL", sequence: 3 }]);
  await b.mitglied(gremium, "Kita am Markt", at("kita"));
  expect(await mailed(id, "REQUEST"), "also where she comes back for somebody else").toMatchObject([
    { to: "kita@beispiel.example", method: "REQUEST", sequence: 4 },
  ]);
  const { version } = await readAs(leitet, (tx) => sitzungOf(tx, id));
  const input = SitzungEingabe.parse({ tag: dann, beginn: "10", ende: "12", ort: "Rathaus" });
  await writeAs(leitet, (tx) => changeSitzung(tx, leitet, { id, version }, input));
  const sent = Object.fromEntries(
    (await mailed(id, "REQUEST")).map(({ to, method, sequence, text, papers }) => {
      const said = ["wir laden Sie ein", "hat sich etwas geändert", "zurückgenommen"].filter((part) =>
        text.includes(part),
      );
      return [to.split("@")[0], [method, sequence, said.join(), papers.length]];
    }),
  );
  expect(sent).toEqual({
    bleibt: ["REQUEST", 1, "hat sich etwas geändert", 1],
    spaeter: ["REQUEST", 1, "hat sich etwas geändert", 1],
    kommt: ["REQUEST", 1, "wir laden Sie ein", 1],
    kita: ["REQUEST", 5, "hat sich etwas geändert", 1],
    geht: ["CANCEL", 1, "zurückgenommen", 0],
  });
  await b.schritt(id, "abgesagt", "Der Raum fehlt.");
  expect(
    (await mailed(id, "CANCEL")).map(({ to }) => to),
    "nobody is told twice",
  ).not.toContain("geht@beispiel.example");
});
