import { randomUUID } from "node:crypto";
import type { Actor } from "../../../platform/actor.ts";
import { recordEvent } from "../../../platform/audit.ts";
import { refuseClosed } from "../../../platform/choice.ts";
import { today } from "../../../platform/clock.ts";
import type { Tx } from "../../../platform/db.ts";
import { Refused } from "../../../platform/form.ts";
import { type Zeitraum, unbrauchbar } from "../../auswertung/index.ts";
import type { NeuerBericht } from "../model/eingabe.ts";
import { ERSTE_KAPITEL, type Inhalt, weitergefuehrt } from "../model/kapitel.ts";
import { Kopf, LEERER_KOPF, TITEL } from "../model/kopf.ts";
import { kapitelAus } from "../model/vorlage.ts";
import { grundlageOf } from "../queries/grundlage.ts";
import { alsAuswahl, vorlageOf, vorlagen } from "../queries/vorlagen.ts";
import { kapitelIn } from "../queries/kapitel.ts";
import { insertKapitel } from "../rows/kapitel.ts";

type Anfang = { readonly titel: string; readonly kopf: Kopf; readonly kapitel: readonly Inhalt[] };

/** The latest report without what belongs to its session, its chapters to be gone on with; the usual for a first report. */
async function wieZuletzt(tx: Tx): Promise<Anfang> {
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

/** What a template gives. @throws Refused (field `vorlage`) for one that is not offered */
async function ausVorlage(tx: Tx, kreis: string, zeitraum: Zeitraum, id: string): Promise<Anfang> {
  const all = await vorlagen(tx);
  refuseClosed({ name: "vorlage", label: "Vorlage", list: alsAuswahl(all), chosen: [id] });
  const vorlage = await vorlageOf(tx, id);
  const grundlage = await grundlageOf(tx, { kreis, zeitraum, sitzung: vorlage.kopf.sitzung, heute: today() });
  return { ...vorlage, kapitel: kapitelAus(vorlage, grundlage) };
}

/**
 * A draft for these months; its figures are fetched whenever it is looked at. Returns its id.
 * @throws Refused (field `vorlage`; field `zeitraum` for months that have not begun)
 */
export async function createBericht(tx: Tx, actor: Actor, { zeitraum, vorlage }: NeuerBericht): Promise<string> {
  const wrong = unbrauchbar(zeitraum, today());
  if (wrong !== undefined) throw new Refused(wrong, "zeitraum");
  const id = randomUUID();
  const { kreis } = actor;
  const { titel, kopf, kapitel } =
    vorlage === null ? await wieZuletzt(tx) : await ausVorlage(tx, kreis, zeitraum, vorlage);
  await tx
    .insertInto("kim.bericht")
    .values({
      kreis,
      id,
      ...zeitraum,
      titel,
      kopf: JSON.stringify(kopf),
      vorlage_id: vorlage,
      angelegt: today(),
      angelegt_von: actor.kontoId,
    })
    .execute();
  await insertKapitel(tx, { kreis, bericht: id }, kapitel);
  await recordEvent(tx, actor, { art: "bericht.angelegt", gegenstand: { art: "bericht", id } });
  return id;
}
