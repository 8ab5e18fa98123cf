import { randomUUID } from "node:crypto";
import type { Actor } from "../../../platform/actor.ts";
import { recordEvent } from "../../../platform/audit.ts";
import { today } from "../../../platform/clock.ts";
import type { Tx } from "../../../platform/db.ts";
import { Refused } from "../../../platform/form.ts";
import { unbrauchbar } from "../../auswertung/index.ts";
import type { NeuerBericht } from "../model/eingabe.ts";
import { ERSTE_KAPITEL, type Inhalt, weitergefuehrt } from "../model/kapitel.ts";
import { Kopf, LEERER_KOPF, TITEL } from "../model/kopf.ts";
import { kapitelIn } from "../queries/kapitel.ts";
import { insertKapitel } from "../rows/kapitel.ts";

type Anfang = { readonly titel: string; readonly kopf: Kopf; readonly kapitel: readonly Inhalt[] };

/** The latest report without what belongs to its session, its chapters to be gone on with; the usual for a first report. */
async function anfang(tx: Tx): Promise<Anfang> {
  const last = await tx
    .selectFrom("kim.bericht")
    .select(["id", "titel", "kopf"])
    .orderBy("von", "desc")
    .orderBy("angelegt", "desc")
    .orderBy("nummer", (o) => o.desc().nullsLast())
    .limit(1)
    .executeTakeFirst();
  if (last === undefined) return { titel: TITEL, kopf: LEERER_KOPF, kapitel: ERSTE_KAPITEL };
  const kopf = { ...Kopf.parse(last.kopf), sitzung: "", vorlage: "" };
  return { titel: last.titel, kopf, kapitel: weitergefuehrt(await kapitelIn(tx, last.id)) };
}

/**
 * A draft for these months; its figures are fetched whenever it is looked at. Returns its id.
 * @throws Refused (field `zeitraum`) for months that have not begun
 */
export async function createBericht(tx: Tx, actor: Actor, { zeitraum }: NeuerBericht): Promise<string> {
  const wrong = unbrauchbar(zeitraum, today());
  if (wrong !== undefined) throw new Refused(wrong, "zeitraum");
  const id = randomUUID();
  const { titel, kopf, kapitel } = await anfang(tx);
  await tx
    .insertInto("kim.bericht")
    .values({
      kreis: actor.kreis,
      id,
      ...zeitraum,
      titel,
      kopf: JSON.stringify(kopf),
      angelegt: today(),
      angelegt_von: actor.kontoId,
    })
    .execute();
  await insertKapitel(tx, { kreis: actor.kreis, bericht: id }, kapitel);
  await recordEvent(tx, actor, { art: "bericht.angelegt", gegenstand: { art: "bericht", id } });
  return id;
}
