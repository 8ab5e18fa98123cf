import { beforeAll, describe, expect, test } from "vitest";
import { testDatabase } from "../../../../tests/support/db.ts";
import { buehne } from "../../../../tests/support/gremien.ts";
import { testKonto } from "../../../../tests/support/konten.ts";
import { beratungsstelle } from "../../../../tests/support/beratungsstelle.ts";
import type { Actor } from "../../../platform/actor.ts";
import { today } from "../../../platform/clock.ts";
import { readAs } from "../../../platform/db.ts";
import { Refused } from "../../../platform/form.ts";
import { daysFrom } from "../../../platform/span.ts";
import { changeBeschluss, decide } from "../commands/decide.ts";
import { postponeTop } from "../commands/postpone-top.ts";
import { removeTop } from "../commands/set-tagesordnung.ts";
import { setTeilnahme } from "../commands/set-teilnahme.ts";
import { BeschlussAendern, BeschlussEingabe } from "../model/eingabe.ts";
import { protokollPapier } from "../model/papiere.ts";
import { protokollStand } from "../queries/protokoll.ts";
import { sitzungOf } from "../queries/sitzungen.ts";
import { vertagte } from "../queries/vertagte.ts";

testDatabase();
let actor: Actor;
let h: ReturnType<typeof buehne>;

beforeAll(async () => {
  const { kreis } = await beratungsstelle();
  actor = (await testKonto({ kreis, rollen: ["kim_koordination"] })).actor;
  h = buehne(actor);
});

const refused = (work: Promise<unknown>) =>
  work.then(
    () => "",
    (error: unknown) => (error instanceof Refused ? (error.errors[0]?.message ?? "") : "anderes"),
  );

/** A meeting that runs, of a body with three voices, all of them there. */
async function laufende(...titel: readonly string[]) {
  const id = await h.gremium({ quorum: "mehr_als_haelfte" });
  const ids: string[] = [];
  for (const name of ["Jobcenter", "Caritas", "Schulamt"]) ids.push(await h.mitglied(id, name, { stimme: "ja" }));
  const s = await h.sitzung(id);
  for (const one of titel) await h.auf(s, { titel: one });
  await h.schritt(s, "eingeladen");
  await h.schritt(s, "durchgefuehrt");
  await anwesend(s, ids, {});
  return { gremium: id, ids, s, agenda: await h.agenda(s) };
}

/** Who is there, and when somebody left. */
const anwesend = (s: string, da: readonly string[], um: Readonly<Record<string, string>>) =>
  h.write(async (tx) => {
    const { version } = await sitzungOf(tx, s);
    const said = da.flatMap((m) => [
      [`antwort_${m}`, ["zusage"]],
      [`da_${m}`, ["ja"]],
      [`um_${m}`, [um[m] ?? ""]],
    ]);
    await setTeilnahme(tx, actor, { id: s, version }, Object.fromEntries(said));
  });

const stimmen = (ja: string, nein: string, enthaltung: string, ergebnis = "angenommen") => ({
  wortlaut: "Zwei Kurse werden eingerichtet.",
  ergebnis,
  ja,
  nein,
  enthaltung,
});
const beschluss = (top: string, more: Readonly<Record<string, string>>) =>
  h.write((tx) => decide(tx, actor, top, BeschlussEingabe.parse(more)));
const protokoll = (s: string) => readAs(actor, async (tx) => protokollStand(tx, actor, await sitzungOf(tx, s)));
const vertage = (top: string, ja = true) => h.write((tx) => postponeTop(tx, actor, top, ja));
const offene = (gremium: string) =>
  readAs(actor, async (tx) => (await vertagte(tx, gremium)).map(({ top }) => top.titel));

describe("a point that is put off", () => {
  test("comes back at the next meeting as it was, and stands so in the minutes", async () => {
    const { gremium, s, agenda } = await laufende("Betreuung neben dem Kurs", "Verschiedenes");
    const [erster] = agenda;
    await vertage(erster?.id ?? "");
    expect(await refused(h.write((tx) => removeTop(tx, actor, erster?.id ?? "")))).toMatch(/steht schon etwas/);
    expect((await protokoll(s)).punkte.map(({ vertagt }) => vertagt)).toEqual([true, false]);
    const text = JSON.stringify(
      protokollPapier({ kreis: "Kreis", tag: today() }, await protokoll(s), String, { fassung: null, grund: null }),
    );
    expect(text.match(/Vertagt|Ohne Wortmeldung/g)).toEqual(["Vertagt", "Ohne Wortmeldung"]);
    expect(await offene(gremium)).toEqual(["Betreuung neben dem Kurs"]);
    const next = await h.sitzung(gremium, daysFrom(today(), 30));
    await h.auf(next, { vertagte: [erster?.id ?? ""], titel: "Neues" });
    expect((await h.agenda(next)).map(({ titel }) => titel)).toEqual(["Betreuung neben dem Kurs", "Neues"]);
    expect(await offene(gremium)).toEqual([]);
    expect(await refused(vertage(erster?.id ?? "", false))).toMatch(/anderen Tagesordnung/);
    await h.schritt(next, "abgesagt", "Zu wenige Zusagen.");
    expect(await offene(gremium), "a meeting that was called off took up nothing").toHaveLength(1);
  });

  test("is no longer put off once something is decided, and what is decided is not put off", async () => {
    const { gremium, agenda } = await laufende("Betreuung neben dem Kurs");
    const [top] = agenda;
    await vertage(top?.id ?? "");
    await beschluss(top?.id ?? "", stimmen("3", "0", "0"));
    expect(await offene(gremium)).toEqual([]);
    expect(await refused(vertage(top?.id ?? ""))).toMatch(/schon etwas beschlossen/);
  });
});

test("somebody leaves: later votes count without, earlier ones can still be put right, and the minutes tell both", async () => {
  const { s, ids, agenda } = await laufende("Erster", "Zweiter");
  const [erster = "", zweiter = ""] = agenda.map(({ id }) => id);
  const [, caritas = ""] = ids;
  const id = await beschluss(erster, stimmen("2", "1", "0"));
  expect(await refused(anwesend(s, ids, { [caritas]: "9:10" }))).toMatch(/begann um 9:30/);
  expect(await refused(anwesend(s, ids, { [caritas]: "später" }))).toMatch(/Uhrzeit/);
  await anwesend(s, ids, { [caritas]: "10.40" });
  expect(await refused(beschluss(zweiter, stimmen("3", "0", "0")))).toMatch(/Es sind 2 Stimmen da, gezählt sind 3/);
  await beschluss(zweiter, stimmen("1", "1", "0", "abgelehnt"));
  const aendern = (more: Readonly<Record<string, string>>) =>
    h.write((tx) => changeBeschluss(tx, actor, { id, version: 1 }, BeschlussAendern.parse(more)));
  expect(await refused(aendern(stimmen("3", "1", "0")))).toMatch(/Es sind 3 Stimmen da/);
  await aendern(stimmen("3", "0", "0"));
  const told = await protokoll(s);
  expect(told.punkte.flatMap(({ beschluesse }) => beschluesse.map(({ da }) => da))).toEqual([
    { da: 3, alle: 3 },
    { da: 2, alle: 3 },
  ]);
  const papier = protokollPapier({ kreis: "Kreis", tag: today() }, told, (m) => (m === caritas ? "Caritas" : "X"), {
    fassung: null,
    grund: null,
  });
  const said = JSON.stringify(papier);
  expect(said).toContain("Caritas (bis 10:40 Uhr)");
  expect(said).toContain("3 von 3, beschlussfähig");
  expect(said).toContain("abgelehnt (Ja 1, Nein 1, Enthaltung 0; da waren 2 von 3 Stimmen)");
  expect(said).toContain("angenommen (Ja 3, Nein 0, Enthaltung 0)");
});
