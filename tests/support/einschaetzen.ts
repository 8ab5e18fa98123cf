import {
  type Einschaetzung as Getippt,
  AssessmentTag,
  Einschaetzung,
  NeueVerbindung,
  addVerbindung,
  assess,
  beginAssessment,
} from "../../src/domains/assessment/index.ts";
import { FallAngaben, NeuerFall, Schritt, changeFall, moveFall, openFall } from "../../src/domains/faelle/index.ts";
import { willigtEin } from "./einwilligungen.ts";
import type { Actor } from "../../src/platform/actor.ts";
import { today } from "../../src/platform/clock.ts";
import { readAs, writeAs } from "../../src/platform/db.ts";

/** A case of a person with consent, in its assessment; its version is 5. */
export async function fallImAssessment(actor: Actor, person: string, am = today()): Promise<string> {
  await willigtEin(actor, person, am);
  return writeAs(actor, async (tx) => {
    const angaben = { begonnen: am, dringlichkeit: "bald" };
    const id = await openFall(tx, actor, NeuerFall.parse({ person, ...angaben }));
    const move = (version: number, nach: string) => moveFall(tx, actor, { id, version }, Schritt.parse({ nach, am }));
    await move(1, "klaerung");
    const mehr = { weiteres: "nein" };
    await changeFall(tx, actor, { id, version: 2 }, FallAngaben.parse({ ...angaben, ...mehr }));
    await move(3, "einwilligung");
    await move(4, "assessment");
    return id;
  });
}

type Bereiche = Readonly<Record<string, Partial<Record<keyof Getippt, string>>>>;

/** An assessment of a case with these areas written, by the code of each. Returns its id and those of all its areas. */
export async function schaetzeEin(
  actor: Actor,
  fall: string,
  bereiche: Bereiche = { wohnen: { skala: "3", lage: "Sucht eine Wohnung" } },
  am = today(),
): Promise<{ readonly id: string; readonly bereiche: Readonly<Record<string, string>> }> {
  const id = await writeAs(actor, (tx) => beginAssessment(tx, actor, { fall }, AssessmentTag.parse({ am })));
  const rows = await readAs(actor, (tx) =>
    tx.selectFrom("kim.lebensbereich").select(["id", "handlungsfeld"]).where("assessment_id", "=", id).execute(),
  );
  const ids = Object.fromEntries(rows.map((row) => [row.handlungsfeld, row.id]));
  for (const [feld, typed] of Object.entries(bereiche)) {
    const at = { id: ids[feld] ?? "", version: 1 };
    await writeAs(actor, (tx) => assess(tx, actor, at, Einschaetzung.parse({ am, ...typed })));
  }
  return { id, bereiche: ids };
}

/** What the room keeps besides: an area that was put right, and somebody on the map. Returns the id of the connection. */
export async function jedeArt(actor: Actor, fall: string): Promise<string> {
  const { bereiche } = await schaetzeEin(actor, fall);
  const at = { id: bereiche["wohnen"] ?? "", version: 2 };
  await writeAs(actor, (tx) => assess(tx, actor, at, Einschaetzung.parse({ am: today(), skala: "4" })));
  return verbinde(actor, fall);
}

/** Somebody on the map of a case. */
export const verbinde = (actor: Actor, fall: string, typed: Readonly<Record<string, string>> = {}): Promise<string> =>
  writeAs(actor, (tx) =>
    addVerbindung(tx, actor, { fall }, NeueVerbindung.parse({ ...SCHWESTER, von: today(), ...typed })),
  );

const SCHWESTER = { name: "Rima Beispiel", art: "familie", staerke: "3", richtung: "gegenseitig" };
