import { randomUUID } from "node:crypto";
import { type Actor, may } from "../../../platform/actor.ts";
import { recordEvent } from "../../../platform/audit.ts";
import { refuseClosed } from "../../../platform/choice.ts";
import { today } from "../../../platform/clock.ts";
import { type Tx, anyOf, sql } from "../../../platform/db.ts";
import { NotFound, Refused } from "../../../platform/form.ts";
import { type At, held, lockRow } from "../../../platform/held.ts";
import { tagText } from "../../../platform/span.ts";
import { anzahl } from "../../../platform/words.ts";
import { halbjahrAm, unbrauchbar } from "../../auswertung/index.ts";
import { codelisten, wahlAm } from "../../codelisten/index.ts";
import { SchrittEingabe, genanntText, lueckeOf, moveLuecke, nameVon, uebersicht } from "../../luecken/index.ts";
import { kommunen } from "../../verwaltung/index.ts";
import { MOST_TITEL, gekuerzt } from "../model/eingabe.ts";
import { vorlageValues } from "../model/form-values.ts";
import type { Zahlen } from "../model/vorlage.ts";
import type { VorlageEingabe } from "../model/vorlage-eingabe.ts";
import { aemterFuer } from "../queries/aemter.ts";
import { vorlageOf, zahlenZu } from "../queries/vorlagen.ts";
import { refuseText } from "../rows/pruefen.ts";

const none = (text: string): string | null => (text === "" ? null : text);

/** What is known of a gap, in the words of a Vorlage: nobody has to type it again. */
async function vorschlagFuer(tx: Tx, actor: Actor, lueckeId: string) {
  const zeile = (await uebersicht(tx, actor, { stand: "alle" })).find(({ luecke }) => luecke.id === lueckeId);
  if (zeile === undefined) throw new NotFound();
  const { luecke, gewicht, meldungen } = zeile;
  const towns = new Map((await kommunen(tx)).map(({ value, name }) => [value, name]));
  const beispiele = meldungen.flatMap(({ beispiel }) => beispiel ?? []);
  const bestaetigt =
    luecke.faelle === null || luecke.standorte === null
      ? ""
      : ` Bestätigt in ${anzahl(luecke.faelle, "Fall", "Fällen")} an ${anzahl(luecke.standorte, "Standort", "Standorten")}.`;
  return {
    titel: gekuerzt(nameVon(luecke), MOST_TITEL),
    problem: gekuerzt([luecke.satz, ...beispiele.map((one) => `- ${one}`)].join("\n"), 4000),
    haeufigkeit: `${genanntText(gewicht.meldungen)} ${gewicht.meldungen === 1 ? "Meldung" : "Meldungen"} von ${anzahl(gewicht.standorte, "Standort", "Standorten")}, davon ${genanntText(gewicht.faelle)} aus Fällen; es fällt auf seit ${tagText(gewicht.seit)}.${bestaetigt}`,
    orte: none(gewicht.kommunen.map((ags) => towns.get(ags) ?? ags).join(", ")),
    aemter: none(await aemterFuer(tx, luecke.handlungsfeld, gewicht.kommunen)),
  };
}

/** The half-year before the one of today: the last that is whole. */
function letztesHalbjahr(heute: string) {
  const jahr = Number(heute.slice(0, 4));
  return halbjahrAm(heute.slice(5, 7) < "07" ? `${jahr - 1}-12-01` : `${jahr}-01-01`);
}

/**
 * Makes the Vorlage of a gap in one go, with what is known of it and figures bound to the evaluation. A theme becomes a Vorlage on
 * its ladder by it, and whoever reported it is told. Returns its id. @throws NotFound
 */
export async function addVorlage(tx: Tx, actor: Actor, lueckeId: string): Promise<string> {
  const luecke = await lueckeOf(tx, lueckeId);
  const { von, bis } = letztesHalbjahr(today());
  const id = randomUUID();
  await tx
    .insertInto("kim.vorlage")
    .values({
      kreis: actor.kreis,
      id,
      luecke_id: lueckeId,
      ...(await vorschlagFuer(tx, actor, lueckeId)),
      zahlen_von: von,
      zahlen_bis: bis,
      angelegt_am: today(),
    })
    .execute();
  if (luecke.stand === "thema" && may(actor, "luecke.steuern"))
    await moveLuecke(tx, actor, { id: lueckeId, version: luecke.version }, SchrittEingabe.parse({ nach: "vorlage" }));
  await recordEvent(tx, actor, { art: "vorlage.angelegt", gegenstand: { art: "vorlage", id } });
  return id;
}

/** @throws Refused where a Handlungsfeld is chosen that is closed or none; what the Vorlage has stays */
async function refuseFeld(tx: Tx, chosen: string | null, kept: string | null): Promise<void> {
  const list = wahlAm((await codelisten(tx)).handlungsfeld, today());
  refuseClosed({
    name: "handlungsfeld",
    label: "Handlungsfeld",
    list,
    chosen: chosen === null ? [] : [chosen],
    kept: [kept],
  });
}

type FreieVorlage = { readonly titel: string; readonly kein_name: boolean; readonly handlungsfeld?: string | null };

/**
 * Begins a Vorlage that belongs to no gap: its title, and what it is about, with figures of the evaluation from the last whole
 * half-year. Returns its id. @throws Refused
 */
export async function addFreieVorlage(tx: Tx, actor: Actor, input: FreieVorlage): Promise<string> {
  const { titel, kein_name, handlungsfeld = null } = input;
  refuseText({ titel }, kein_name);
  await refuseFeld(tx, handlungsfeld, null);
  const { von, bis } = letztesHalbjahr(today());
  const id = randomUUID();
  await tx
    .insertInto("kim.vorlage")
    .values({ kreis: actor.kreis, id, titel, handlungsfeld, zahlen_von: von, zahlen_bis: bis, angelegt_am: today() })
    .execute();
  await recordEvent(tx, actor, { art: "vorlage.angelegt", gegenstand: { art: "vorlage", id } });
  return id;
}

/** @throws Refused where the months of the figures are none */
function refuseMonate({ zahlen_von: von, zahlen_bis: bis }: VorlageEingabe): void {
  if ((von === null) !== (bis === null))
    throw new Refused(
      "Geben Sie beide Tage an, oder keinen: Dann stehen keine Zahlen in der Vorlage.",
      von === null ? "zahlen_von" : "zahlen_bis",
    );
  const wrong = von === null || bis === null ? undefined : unbrauchbar({ von, bis }, today());
  if (wrong !== undefined) throw new Refused(wrong, "zahlen_von");
}

/** @throws NotFound, Stale, Refused; also where its body has met about it */
export async function changeVorlage(tx: Tx, actor: Actor, { id, version }: At, input: VorlageEingabe): Promise<void> {
  await lockRow(tx, "kim.vorlage", id);
  const vorlage = held(await vorlageOf(tx, id), version, vorlageValues);
  if (vorlage.fest !== null)
    throw new Refused("Darüber ist beraten worden; die Vorlage bleibt, wie sie war. Schreiben Sie eine neue.");
  const { kein_name, zahlen_von, zahlen_bis, handlungsfeld, ...texts } = input;
  refuseText(texts, kein_name);
  refuseMonate(input);
  const feld = vorlage.lueckeId === null ? handlungsfeld : null;
  await refuseFeld(tx, feld, vorlage.handlungsfeld);
  await tx
    .updateTable("kim.vorlage")
    .set({ ...texts, handlungsfeld: feld, zahlen_von, zahlen_bis, version: version + 1 })
    .where("id", "=", id)
    .execute();
  await recordEvent(tx, actor, { art: "vorlage.geaendert", gegenstand: { art: "vorlage", id } });
}

/** Of a Vorlage that names no months: it is kept as it was read all the same. */
const KEINE: Zahlen = { zeitraum: "", stand: "", zahlen: [] };

/** The body meets: what it reads stays as it is now, with its figures and the day. */
export async function freezeVorlagen(tx: Tx, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const open = await tx
    .selectFrom("kim.vorlage")
    .select("id")
    .where("id", "=", anyOf(ids))
    .where("zahlen", "is", null)
    .execute();
  for (const { id } of open) {
    const zahlen = (await zahlenZu(tx, await vorlageOf(tx, id))) ?? KEINE;
    await tx
      .updateTable("kim.vorlage")
      .set({ zahlen: JSON.stringify({ ...zahlen, fest_am: today() }) })
      .where("id", "=", id)
      .execute();
  }
}

/** The body did not meet after all: what it alone was to read follows the evaluation again, and may be changed. */
export async function thawVorlagen(tx: Tx, sitzungId: string): Promise<void> {
  await sql`update kim.vorlage v set zahlen = null from kim.top t
    where t.kreis = v.kreis and t.vorlage_id = v.id and t.sitzung_id = ${sitzungId}::uuid
      and not exists (select from kim.top o join kim.gremium_sitzung s on s.kreis = o.kreis and s.id = o.sitzung_id
        where o.kreis = v.kreis and o.vorlage_id = v.id and o.sitzung_id <> t.sitzung_id
          and s.stand in ('durchgefuehrt', 'entwurf', 'freigegeben'))`.execute(tx);
}
