import type { AddressInfo } from "node:net";
import ICAL from "ical.js";
import { SMTPServer } from "smtp-server";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Beratungsstelle, beratungsstelle } from "../../../../tests/support/beratungsstelle.ts";
import { testDatabase } from "../../../../tests/support/db.ts";
import { alsThema, buehne } from "../../../../tests/support/gremien.ts";
import { testKonto } from "../../../../tests/support/konten.ts";
import { asWorker } from "../../../../tests/support/zaehlen.ts";
import type { Actor } from "../../../platform/actor.ts";
import { today } from "../../../platform/clock.ts";
import { readAs, writeAs } from "../../../platform/db.ts";
import { daysFrom } from "../../../platform/span.ts";
import { addVorlage } from "../commands/set-vorlage.ts";
import { changeSitzung } from "../commands/set-sitzung.ts";
import { SitzungEingabe } from "../model/eingabe.ts";
import { sitzungOf } from "../queries/sitzungen.ts";
import { inviteAll } from "./invite.ts";

const db = testDatabase();
const letters: string[] = [];
let sink: SMTPServer;
let port = 0;
let stelle: Beratungsstelle;
let leitet: Actor;

beforeAll(async () => {
  sink = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onData: (stream, _session, done) => {
      const parts: Buffer[] = [];
      stream.on("data", (part: Buffer) => parts.push(part));
      stream.on("end", () => {
        letters.push(Buffer.concat(parts).toString("utf8"));
        done();
      });
    },
  });
  const address = await new Promise<AddressInfo | string | null>((done) => {
    const server = sink.listen(0, "127.0.0.1", () => done(server.address()));
  });
  port = typeof address === "object" ? (address?.port ?? 0) : 0;
  stelle = await beratungsstelle();
  leitet = (await testKonto({ kreis: stelle.kreis, rollen: ["kim_koordination"] })).actor;
});
afterAll(() => new Promise<void>((done) => sink.close(() => done())));

/** What the worker mails of the invitation as it is now. */
async function mailed(sitzungId: string, methode: "REQUEST" | "CANCEL") {
  letters.length = 0;
  const folge = (await readAs(leitet, (tx) => sitzungOf(tx, sitzungId))).folge ?? -1;
  const config = { smtpUrl: `smtp://127.0.0.1:${port}`, mailAbsender: "kim@beispiel.example" };
  const payload = { kreis: stelle.kreis, sitzungId, folge, methode };
  await asWorker(db, () => inviteAll(config, payload));
  await asWorker(db, () => inviteAll(config, payload));
  return letters.map((letter) => {
    const [, coded = ""] = /filename="?termin\.ics[^]*?\r?\n\r?\n([A-Za-z0-9+/=\r\n]+)/.exec(letter) ?? [];
    const entry = new ICAL.Component(ICAL.parse(Buffer.from(coded, "base64").toString("utf8")));
    const event = entry.getFirstSubcomponent("vevent");
    return {
      method: entry.getFirstPropertyValue("method"),
      uid: event?.getFirstPropertyValue("uid"),
      sequence: event?.getFirstPropertyValue("sequence"),
      status: event?.getFirstPropertyValue("status"),
      papers: [...letter.matchAll(/filename="?([\w-]+\.pdf)/g)].map(([, name]) => name),
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
  await b.auf(id, { luecken: [luecke] });
  await b.schritt(id, "eingeladen");
  const uid = `${id}@kim`;
  const [first, ...more] = await mailed(id, "REQUEST");
  expect(more).toEqual([]);
  expect(first).toMatchObject({ method: "REQUEST", uid, sequence: 0, status: "CONFIRMED" });
  expect(new Set(first?.papers)).toEqual(new Set([`Einladung-${daysFrom(today(), 20)}.pdf`, "Vorlage-zu-Punkt-1.pdf"]));
  const { version } = await readAs(leitet, (tx) => sitzungOf(tx, id));
  const input = SitzungEingabe.parse({ tag: daysFrom(today(), 27), beginn: "10", ende: "12", ort: "Rathaus" });
  await writeAs(leitet, (tx) => changeSitzung(tx, leitet, { id, version }, input));
  expect(await mailed(id, "REQUEST")).toMatchObject([{ method: "REQUEST", uid, sequence: 1 }]);
  await b.schritt(id, "abgesagt", "Der Raum fehlt.");
  expect(await mailed(id, "CANCEL")).toMatchObject([{ method: "CANCEL", uid, sequence: 2, status: "CANCELLED" }]);
});
