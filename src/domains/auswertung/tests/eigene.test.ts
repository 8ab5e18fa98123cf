import { beforeAll, expect, test } from "vitest";
import { type Beratungsstelle, beratungsstelle, erfasse } from "../../../../tests/support/beratungsstelle.ts";
import { testDatabase } from "../../../../tests/support/db.ts";
import { testKonto } from "../../../../tests/support/konten.ts";
import { storedList, storedTally } from "../../../../tests/support/strichliste.ts";
import { counted } from "../../../../tests/support/zaehlen.ts";
import { systemActor } from "../../../platform/actor.ts";
import { readAs, sql, writeAs } from "../../../platform/db.ts";
import { withdrawBeratung } from "../../beratungen/commands/withdraw.ts";
import { eigeneZahlen, kennzahlen } from "../index.ts";

const db = testDatabase();
const H1 = { von: "2026-01-01", bis: "2026-06-30" };
let stelle: Beratungsstelle;
let kollegin: Beratungsstelle;

const own = (who: Beratungsstelle) => readAs(who.konto.actor, (tx) => eigeneZahlen(tx, who.konto.actor, H1));

beforeAll(async () => {
  stelle = await beratungsstelle();
  const { kreis, traegerId } = stelle;
  kollegin = { ...stelle, konto: await testKonto({ kreis, traegerId, rollen: ["cm_lokal"] }) };
  await erfasse(stelle, { am: "2026-01-31", themen: ["sprache", "wohnen"], neuzuweisung: "ja" });
  await erfasse(stelle, { am: "2026-02-01", stufe: "0", kontaktweg: "fachkraft", themen: ["sprache"] });
  await erfasse(stelle, { am: "2026-02-02", stufe: "2", neu1_vorname: "Jo", themen: ["sprache"], sprache: "ar" });
  await erfasse(stelle, { am: "2026-07-01", themen: ["arbeit"] });
  const doppelt = await erfasse(stelle, { am: "2026-03-03", themen: ["familie"] });
  const { actor } = stelle.konto;
  const why = { grund: "doppelt", unbedenklich: false };
  await writeAs(actor, (tx) => withdrawBeratung(tx, actor, { id: doppelt, version: 1 }, why));
});

test("one's own figures are those that the Träger's are made of", async () => {
  await counted(db);
  const {
    personen: _,
    stand,
    ...all
  } = await readAs(systemActor(stelle.kreis), (tx) => kennzahlen(tx, { ...H1, traegerId: stelle.traegerId }));
  expect(stand).not.toBeNull();
  expect(await own(stelle)).toEqual({ ...all, personen: 0, stand: null });
  expect(all).toMatchObject({ kontakte: 3, beratungen: 2, neuzuweisungen: 1, themen: { sprache: 2, wohnen: 1 } });
});

test("a colleague's consultations and a team's tallies are not among them", async () => {
  const before = await own(stelle);
  await erfasse(kollegin, { am: "2026-03-03", themen: ["teilhabe"] });
  const { kreis, traegerId, konto, ags } = stelle;
  const uebernahmeId = await storedList(db, { kreis, traegerId, kontoId: konto.actor.kontoId });
  const tally = { von: "2026-03-02", bis: "2026-03-08", ags: ags[0], beratungen: 9, themen: { wohnen: 9 } };
  await storedTally(db, { kreis, traegerId, uebernahmeId }, tally);
  expect(await own(stelle)).toEqual(before);
  expect(await own(kollegin)).toMatchObject({ kontakte: 1, themen: { teilhabe: 1 } });
});

test("the view tells the pages nothing of anybody else, whoever asks", async () => {
  const all = (actor: typeof stelle.konto.actor) =>
    readAs(actor, (tx) => sql`select distinct konto_id from auswertung.nennung where konto_id is not null`.execute(tx));
  const admin = await testKonto({ kreis: stelle.kreis, traegerId: stelle.traegerId, rollen: ["administration"] });
  expect((await all(admin.actor)).rows).toEqual([]);
  expect((await all(stelle.konto.actor)).rows).toEqual([{ konto_id: stelle.konto.actor.kontoId }]);
});
