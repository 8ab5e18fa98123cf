import { beforeAll, expect, test } from "vitest";
import { runDueJobs } from "../../../../tests/support/auftraege.ts";
import { type Beratungsstelle, beratungsstelle } from "../../../../tests/support/beratungsstelle.ts";
import { testDatabase } from "../../../../tests/support/db.ts";
import { testKonto } from "../../../../tests/support/konten.ts";
import { useMailSink } from "../../../../tests/support/mail-sink.ts";
import type { Actor } from "../../../platform/actor.ts";
import { readAs, startDatabase, stopDatabase, writeAs } from "../../../platform/db.ts";
import { answerLuecke } from "../commands/answer-luecke.ts";
import { mergeLuecke, separateLuecke } from "../commands/merge-luecke.ts";
import { moveLuecke } from "../commands/move-luecke.ts";
import { reportLuecke } from "../commands/report-luecke.ts";
import { AntwortEingabe } from "../model/antwort.ts";
import { NeueLuecke, SchrittEingabe, Zusammen } from "../model/luecke.ts";
import { antwortenZu } from "../queries/antworten.ts";
import { mailSchritt } from "./mail-schritt.ts";

const db = testDatabase();
const mail = useMailSink();
let stelle: Beratungsstelle;
let steuert: Actor;

beforeAll(async () => {
  stelle = await beratungsstelle();
  steuert = (await testKonto({ kreis: stelle.kreis, rollen: ["kim_koordination"] })).actor;
});

const report = (who: Actor, satz: string, wished: boolean) =>
  writeAs(who, (tx) =>
    reportLuecke(
      tx,
      who,
      NeueLuecke.parse({
        handlungsfeld: "sprache",
        satz,
        kommunen: [stelle.ags[0]],
        ...(wished ? { mail: "ja" } : {}),
      }),
    ),
  );

/** What the worker mails about the last step of a gap, as the role that the worker has. */
async function mailed(luecke: string): Promise<readonly string[]> {
  mail.letters.length = 0;
  const [step] = await db.admin("select id from kim.luecke_schritt where luecke_id = $1 order by nr desc limit 1", [
    luecke,
  ]);
  await as("kim_worker");
  await mailSchritt(
    { ...mail.config(), adresse: "https://kim.beispiel.example" },
    { kreis: stelle.kreis, schrittId: String(step?.["id"]) },
  );
  await as("kim_web");
  return mail.letters.map(({ to, raw }) => `${to}\n${raw}`);
}

async function as(role: "kim_web" | "kim_worker"): Promise<void> {
  await stopDatabase();
  startDatabase({ url: db.urlOf(role), applicationName: "kim-test", poolSize: 2 });
}

test("whoever asked for it is told at each step, without content; also when the gap counts elsewhere", async () => {
  const { actor } = stelle.konto;
  const asked = await report(actor, "Es fehlen Kurse am Abend.", true);
  const silent = await report(steuert, "Abends gibt es keinen Kurs.", false);
  await writeAs(steuert, (tx) =>
    mergeLuecke(tx, steuert, { id: asked, version: 1 }, Zusammen.parse({ in: silent, grund: "Dasselbe." })),
  );
  const merged = await mailed(asked);
  expect(merged).toHaveLength(1);
  expect(merged[0]).toContain("https://kim.beispiel.example/luecken/meine");
  expect(merged[0]).not.toMatch(/Kurs|Dasselbe|Abend/);
  const step = SchrittEingabe.parse({ nach: "gesichtet" });
  await writeAs(steuert, (tx) => moveLuecke(tx, steuert, { id: silent, version: 1 }, step));
  expect(await mailed(silent)).toHaveLength(1);
  await writeAs(steuert, (tx) => separateLuecke(tx, steuert, { id: asked, version: 2 }));
  const on = SchrittEingabe.parse({ nach: "abgelehnt", grund: "Gibt es doch." });
  await writeAs(steuert, (tx) => moveLuecke(tx, steuert, { id: silent, version: 2 }, on));
  expect(await mailed(silent)).toEqual([]);
});

test("once something was done the mail asks whether it is better, without content; the answer goes to nobody by mail", async () => {
  const { actor } = stelle.konto;
  const id = await report(actor, "Es fehlen Plätze neben dem Kurs.", true);
  const grund = "Zwei Kurse haben Betreuung.";
  const weg = [
    { nach: "gesichtet" },
    { nach: "validiert", faelle: "5", standorte: "2" },
    { nach: "thema", thema: "Betreuung neben dem Kurs" },
    { nach: "vorlage" },
    { nach: "priorisiert", grund },
    { nach: "projektgruppe", grund },
    { nach: "massnahme", grund },
    { nach: "umgesetzt", grund },
  ];
  const asks = "ob es für Sie besser geworden ist";
  for (const [i, step] of weg.entries()) {
    await writeAs(steuert, (tx) => moveLuecke(tx, steuert, { id, version: i + 1 }, SchrittEingabe.parse(step)));
    if (step.nach !== "massnahme" && step.nach !== "umgesetzt") continue;
    const sent = await mailed(id);
    const said = mail.letters.map(({ text }) => text).join("");
    expect([sent.length, said.includes(asks)], step.nach).toEqual([1, step.nach === "umgesetzt"]);
    expect(said + sent.join("")).not.toMatch(/Kurs|Betreuung|Plätze|Zwei/);
  }
  mail.letters.length = 0;
  const antwort = AntwortEingabe.parse({ antwort: "besser", satz: "Beide Gruppen sind voll." });
  await writeAs(actor, (tx) => answerLuecke(tx, actor, id, antwort));
  await runDueJobs(db);
  expect(mail.letters).toEqual([]);
  expect(await readAs(steuert, (tx) => antwortenZu(tx, [id]))).toMatchObject({
    alle: 1,
    je: { besser: 1 },
    saetze: ["Beide Gruppen sind voll."],
  });
});
