import type { Actor } from "../../../platform/actor.ts";
import { recordEvent } from "../../../platform/audit.ts";
import type { Tx } from "../../../platform/db.ts";
import { NotFound, Refused } from "../../../platform/form.ts";
import { type At, held, lockRow } from "../../../platform/held.ts";
import { luecken, nameVon } from "../../luecken/index.ts";
import { abgeschlossene, fuerGremium } from "../../rekonstruktion/index.ts";
import {
  MOST_TITEL,
  type Sitzung,
  type TagesordnungEingabe,
  type Top,
  type TopEingabe,
  gekuerzt,
} from "../model/eingabe.ts";
import { topValues } from "../model/form-values.ts";
import { istOffen, wirdProtokolliert } from "../model/sitzung.ts";
import { auftraege } from "../queries/auftraege.ts";
import { punkte } from "../queries/punkte.ts";
import { sitzungOf, topOf, tops } from "../queries/sitzungen.ts";
import { vertagte } from "../queries/vertagte.ts";
import { vorlagen } from "../queries/vorlagen.ts";
import { refuseText } from "../rows/pruefen.ts";
import { freezeVorlagen } from "./set-vorlage.ts";

/** @throws Refused once the minutes are released or the meeting is cancelled */
export function refuseFest({ stand }: Sitzung): void {
  if (!istOffen(stand))
    throw new Refused(
      stand === "abgesagt"
        ? "Die Sitzung ist abgesagt. Planen Sie sie zuerst wieder."
        : "Das Protokoll ist freigegeben. Berichtigen Sie es, dann lässt es sich ändern.",
    );
}

type Neu = Pick<Top, "titel" | "lueckeId" | "vorlageId" | "auftragId" | "rekonstruktionId" | "punktId" | "vertagtAus">;
const NICHTS = {
  lueckeId: null,
  vorlageId: null,
  auftragId: null,
  rekonstruktionId: null,
  punktId: null,
  vertagtAus: null,
};

/** Whether two points are about the same. */
const istGleich = (one: Neu, other: Neu): boolean =>
  (one.lueckeId !== null && other.lueckeId === one.lueckeId) ||
  (one.lueckeId === null && one.vorlageId !== null && other.vorlageId === one.vorlageId) ||
  (one.rekonstruktionId !== null && other.rekonstruktionId === one.rekonstruktionId) ||
  (one.auftragId !== null && other.auftragId === one.auftragId) ||
  (one.punktId !== null && other.punktId === one.punktId) ||
  (one.vertagtAus !== null && other.vertagtAus === one.vertagtAus);

/** What the ticked things are called on the agenda; a gap brings its latest Vorlage along. */
async function gewaehlt(tx: Tx, actor: Actor, sitzung: Sitzung, input: TagesordnungEingabe): Promise<Neu[]> {
  const gaps = await luecken(tx, input.luecken);
  const papers = await vorlagen(tx);
  const tasks = await auftraege(tx, actor, { ids: input.auftraege });
  const again = (await punkte(tx, sitzung.gremiumId)).filter(({ id }) => input.punkte.includes(id));
  const free = papers.filter(({ id, lueckeId }) => lueckeId === null && input.vorlagen.includes(id));
  const late = (await vertagte(tx, sitzung.gremiumId)).filter(({ id }) => input.vertagte.includes(id));
  const told = (await abgeschlossene(tx, actor)).filter(({ id }) => input.rekonstruktionen.includes(id));
  const wanted = [input.luecken, input.auftraege, input.punkte, input.vorlagen, input.rekonstruktionen, input.vertagte];
  const found = [gaps, tasks, again, free, told, late];
  if (found.flat().length < wanted.flat().length) throw new NotFound();
  return [
    ...late.map(({ id, top }) => ({ ...top, vertagtAus: id })),
    ...again.map(({ id, titel }) => ({ ...NICHTS, titel, punktId: id })),
    ...input.luecken.flatMap((id) => {
      const luecke = gaps.find((one) => one.id === id);
      const own = papers.filter(({ lueckeId }) => lueckeId === id);
      // A body that did not decide reads the same again, as it was; a new one goes before it.
      const paper = own.find(({ fest }) => fest === null) ?? (luecke?.stand === "vorlage" ? own[0] : undefined);
      return luecke === undefined
        ? []
        : [{ ...NICHTS, titel: gekuerzt(nameVon(luecke), MOST_TITEL), lueckeId: id, vorlageId: paper?.id ?? null }];
    }),
    ...free.map(({ id, titel }) => ({ ...NICHTS, titel, vorlageId: id })),
    ...told.map(({ id, frage }) => ({
      ...NICHTS,
      titel: gekuerzt(`Fallrekonstruktion: ${frage}`, MOST_TITEL),
      rekonstruktionId: id,
    })),
    ...tasks.map(({ id, was }) => ({ ...NICHTS, titel: gekuerzt(`Offen: ${was}`, MOST_TITEL), auftragId: id })),
    ...(input.titel === null ? [] : [{ ...NICHTS, titel: input.titel }]),
  ];
}

/** A reconstruction as the paper that a body reads, as it is now. @throws NotFound where it is not closed */
const alsUnterlage = async (tx: Tx, actor: Actor, id: string): Promise<string> =>
  JSON.stringify(await fuerGremium(tx, actor, id));

/** Puts things on the agenda of a meeting, behind what is there. Returns how many. @throws NotFound, Refused */
export async function addTops(tx: Tx, actor: Actor, sitzungId: string, input: TagesordnungEingabe): Promise<number> {
  await lockRow(tx, "kim.gremium_sitzung", sitzungId);
  const sitzung = await sitzungOf(tx, sitzungId);
  refuseFest(sitzung);
  refuseText({ titel: input.titel }, input.kein_name);
  const there = await tops(tx, { sitzungId });
  const neu = (await gewaehlt(tx, actor, sitzung, input)).filter(
    (one, i, all) => ![...there, ...all.slice(0, i)].some((other) => istGleich(one, other)),
  );
  if (neu.length === 0)
    throw new Refused("Wählen Sie mindestens einen Punkt, oder schreiben Sie einen eigenen.", "titel");
  const last = there.at(-1)?.rang ?? 0;
  const papers = new Map<string, string>();
  for (const { rekonstruktionId: of } of neu) if (of !== null) papers.set(of, await alsUnterlage(tx, actor, of));
  await tx
    .insertInto("kim.top")
    .values(
      neu.map((one, i) => ({
        kreis: actor.kreis,
        sitzung_id: sitzungId,
        rang: last + i + 1,
        titel: one.titel,
        luecke_id: one.lueckeId,
        vorlage_id: one.vorlageId,
        auftrag_id: one.auftragId,
        rekonstruktion_id: one.rekonstruktionId,
        unterlage: papers.get(one.rekonstruktionId ?? "") ?? null,
        punkt_id: one.punktId,
        vertagt_aus: one.vertagtAus,
      })),
    )
    .execute();
  if (wirdProtokolliert(sitzung.stand))
    await freezeVorlagen(
      tx,
      neu.flatMap(({ vorlageId }) => vorlageId ?? []),
    );
  await recordEvent(tx, actor, { art: "gremium.tagesordnung", gegenstand: { art: "gremium_sitzung", id: sitzungId } });
  return neu.length;
}

/** The point and its meeting, held: both stay what they are until the end of the transaction. @throws NotFound, Refused */
export async function heldTop(tx: Tx, id: string) {
  const { sitzung: of } = await topOf(tx, id);
  await lockRow(tx, "kim.gremium_sitzung", of.id);
  await lockRow(tx, "kim.top", id);
  const found = await topOf(tx, id);
  refuseFest(found.sitzung);
  return found;
}

/** What is read at the point from now on; the paper of the one that was chosen before stays as it was. */
async function unterlageOf(tx: Tx, actor: Actor, top: Top, { rekonstruktion }: TopEingabe) {
  if (rekonstruktion === top.rekonstruktionId) return {};
  if (rekonstruktion === null) return { rekonstruktion_id: null, unterlage: null };
  return { rekonstruktion_id: rekonstruktion, unterlage: await alsUnterlage(tx, actor, rekonstruktion) };
}

/** @throws NotFound, Stale, Refused */
export async function changeTop(tx: Tx, actor: Actor, { id, version }: At, input: TopEingabe): Promise<string> {
  const { top, sitzung } = await heldTop(tx, id);
  held(top, version, topValues);
  refuseText({ titel: input.titel }, input.kein_name);
  await tx
    .updateTable("kim.top")
    .set({ titel: input.titel, ...(await unterlageOf(tx, actor, top, input)), version: version + 1 })
    .where("id", "=", id)
    .execute();
  await recordEvent(tx, actor, { art: "gremium.tagesordnung", gegenstand: { art: "gremium_sitzung", id: sitzung.id } });
  return sitzung.id;
}

/** Moves a point up or down by one. Returns the meeting. @throws NotFound, Refused */
export async function shiftTop(tx: Tx, actor: Actor, id: string, hin: "hoch" | "runter"): Promise<string> {
  const { top, sitzung } = await heldTop(tx, id);
  const all = await tops(tx, { sitzungId: sitzung.id });
  const order = all.map((one) => one.id).filter((one) => one !== id);
  order.splice(Math.max(0, top.nr - 1 + (hin === "hoch" ? -1 : 1)), 0, id);
  for (const [i, one] of order.entries())
    await tx
      .updateTable("kim.top")
      .set({ rang: i + 1 })
      .where("id", "=", one)
      .execute();
  await recordEvent(tx, actor, { art: "gremium.tagesordnung", gegenstand: { art: "gremium_sitzung", id: sitzung.id } });
  return sitzung.id;
}

/** Takes a point off the agenda. Returns the meeting. @throws NotFound, Refused where something was written or decided there */
export async function removeTop(tx: Tx, actor: Actor, id: string): Promise<string> {
  const { top, sitzung } = await heldTop(tx, id);
  const decided = await tx.selectFrom("kim.beschluss").select("id").where("top_id", "=", id).executeTakeFirst();
  const agreed = await tx.selectFrom("kim.auftrag").select("id").where("top_id", "=", id).executeTakeFirst();
  if (top.notiz !== null || top.vertagt || decided !== undefined || agreed !== undefined)
    throw new Refused("Zu diesem Punkt steht schon etwas im Protokoll. Er bleibt auf der Tagesordnung.");
  await tx.deleteFrom("kim.top").where("id", "=", id).execute();
  await recordEvent(tx, actor, { art: "gremium.tagesordnung", gegenstand: { art: "gremium_sitzung", id: sitzung.id } });
  return sitzung.id;
}
