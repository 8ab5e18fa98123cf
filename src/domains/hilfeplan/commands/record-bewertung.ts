import { refuseLater } from "../../../platform/not-later.ts";
import { randomUUID } from "node:crypto";
import type { Actor } from "../../../platform/actor.ts";
import { recordEvent } from "../../../platform/audit.ts";
import { type Tx, insertMany, sql } from "../../../platform/db.ts";
import { NotFound, Refused } from "../../../platform/form.ts";
import { tagText } from "../../../platform/span.ts";
import type { PlanKopf } from "../model/plan.ts";
import { type Anlass, werteIn } from "../model/ziele.ts";
import type { FallAkte } from "../queries/akte.ts";
import { fassungenOf, geltendeIn, planOf } from "../queries/plaene.ts";
import { heldFall } from "../rows/plan.ts";
import { sealText } from "../../../platform/sealed-text.ts";
import { RUECKBLICK } from "../rows/sealed.ts";

export type Rueckblick = {
  readonly anlass: Anlass;
  readonly am: string;
  readonly naechste_am: string | null;
  readonly bemerkung: string | null;
  /** What was chosen, by the fields of the goals (`wert_<faden>`). */
  readonly werte: Readonly<Record<string, unknown>>;
};

/**
 * Records how far each goal of the version in force was reached on a day.
 * @throws NotFound where nothing was agreed yet
 * @throws Refused naming the field that has to be put right
 */
export async function recordBewertung(tx: Tx, actor: Actor, fallId: string, eingabe: Rueckblick): Promise<void> {
  const akte = await heldFall(tx, actor, fallId);
  const kopf = geltendeIn(await fassungenOf(tx, fallId));
  if (kopf === undefined) throw new NotFound();
  await write(tx, actor, akte, kopf, eingabe);
}

/**
 * Records how far each goal was reached when its case is closed, before the step that closes it; where no plan was agreed there is
 * nothing to record.
 * @throws NotFound for a foreign case as for none
 * @throws Refused naming the field that has to be put right
 */
export async function recordAbschluss(
  tx: Tx,
  actor: Actor,
  fallId: string,
  { am, werte }: Pick<Rueckblick, "am" | "werte">,
): Promise<void> {
  const kopf = geltendeIn(await fassungenOf(tx, fallId));
  if (kopf === undefined) return;
  const akte = await heldFall(tx, actor, fallId);
  await write(tx, actor, akte, kopf, { anlass: "abschluss", am, naechste_am: null, bemerkung: null, werte });
}

async function write(tx: Tx, actor: Actor, akte: FallAkte, kopf: PlanKopf, eingabe: Rueckblick): Promise<void> {
  const { ziele } = await planOf(tx, akte, kopf);
  const werte = werteIn(
    eingabe.werte,
    ziele.map(({ faden }) => faden),
    eingabe.anlass,
  );
  refuseDays(eingabe, kopf.vereinbartAm ?? "");
  const id = await writeBewertung(tx, actor, akte, kopf.id, eingabe);
  const rows = ziele.flatMap(({ faden, handlungsfeld }) => {
    const wert = werte.get(faden);
    return wert === undefined ? [] : [{ ...akte.akte, bewertung_id: id, ziel_faden: faden, handlungsfeld, wert }];
  });
  await insertMany(tx, "kim.zielerreichung", rows);
  await recordEvent(tx, actor, { art: "hilfeplan.bewertet", gegenstand: { art: "fall", id: akte.id } });
}

function refuseDays({ am, naechste_am }: Rueckblick, vereinbart: string): void {
  refuseLater("am", am);
  if (am < vereinbart) {
    throw new Refused(`Der Plan gilt seit dem ${tagText(vereinbart)}. Zurückgeschaut wird danach.`, "am");
  }
  if (naechste_am !== null && naechste_am <= am) {
    throw new Refused("Die nächste Überprüfung kommt nach dieser. Geben Sie einen späteren Tag an.", "naechste_am");
  }
}

async function writeBewertung(
  tx: Tx,
  actor: Actor,
  { id: fallId, akte, key }: FallAkte,
  planId: string,
  { anlass, am, naechste_am, bemerkung }: Rueckblick,
): Promise<string> {
  const id = randomUUID();
  const { folge } = await tx
    .selectFrom("kim.hilfeplan_bewertung")
    .select(sql<number>`coalesce(max(folge), 0) + 1`.as("folge"))
    .where("fall_id", "=", fallId)
    .executeTakeFirstOrThrow();
  await tx
    .insertInto("kim.hilfeplan_bewertung")
    .values({
      ...akte,
      id,
      fall_id: fallId,
      hilfeplan_id: planId,
      folge,
      anlass,
      am,
      naechste_am,
      bemerkung: sealText(key, { kreis: akte.kreis, id }, RUECKBLICK, bemerkung),
      erfasst_von: actor.kontoId,
    })
    .execute();
  return id;
}
