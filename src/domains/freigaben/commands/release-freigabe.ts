import { randomInt } from "node:crypto";
import type { Actor } from "../../../platform/actor.ts";
import { recordEvent } from "../../../platform/audit.ts";
import { today } from "../../../platform/clock.ts";
import { type Tx, sql } from "../../../platform/db.ts";
import { Refused } from "../../../platform/form.ts";
import { type At, held, lockRow } from "../../../platform/held.ts";
import { sealText } from "../../../platform/sealed-text.ts";
import { daysFrom } from "../../../platform/span.ts";
import { newToken, tokenHash } from "../../../platform/token.ts";
import { type DataKey, newDataKey } from "../../../platform/tresor.ts";
import { sealForLink, sealForRecipient } from "../../../platform/tresor/recipient.ts";
import { akteWithKey } from "../../personen/index.ts";
import { passOn } from "../../einwilligungen/index.ts";
import { kontoNames } from "../../zugang/index.ts";
import type { Freigabe as Eingabe } from "../model/eingabe.ts";
import type { Inhalt } from "../model/inhalt.ts";
import { ANFANG, LAENGSTENS, ZWECK } from "../model/stand.ts";
import { type Aktenstand, aktenstand, anfangAus, vorschauAus } from "../queries/angaben.ts";
import { type FreigabeGanz, freigabeOf } from "../queries/freigaben.ts";
import { ANGABEN, keyPlace, sealCopyKey, sealVoll, sealVorschau } from "../queries/sealed.ts";
import { traegerNamen } from "../queries/schritte.ts";
import { recipientKey } from "../rows/empfaenger.ts";
import { writeSchritt } from "../rows/schritt.ts";

/** What only whoever releases sees, once: the secret of a link and the code that is told on another way. */
export type Geheimnis = { readonly token: string; readonly code: string };

/**
 * Makes the copy: the chosen lines as they are now, frozen and sealed for the recipients, if a consent covers them. It holds until
 * its day, and no longer than the consent. Of a link its secret and code are returned, and are nowhere else.
 * @throws NotFound, Stale; Refused saying what is missing
 */
export async function releaseFreigabe(tx: Tx, actor: Actor, at: At, eingabe: Eingabe): Promise<Geheimnis | undefined> {
  const before = held(await freigabeOf(tx, actor, at.id), at.version);
  refuseEmpty(eingabe);
  const stand = await aktenstand(tx, actor, before.personId, before.fallId);
  const { inhalt, bedarf } = await frozen(tx, actor, before, stand, eingabe);
  const kategorien = [
    ...new Set([
      ...inhalt.angaben.map(({ kategorie }) => kategorie),
      ...(eingabe.worte === null ? [] : eingabe.worte_kategorien),
    ]),
  ];
  refuseDay(eingabe.gueltig_bis);
  const { empfaengerArt, empfaenger, art } = before;
  const vorhaben = { zweck: ZWECK[art], empfaengerArt, empfaenger, kategorien };
  const weitergabe = await passOn(tx, actor, before.personId, vorhaben, art === "link" ? "verweis" : "kopie");
  await lockRow(tx, "kim.freigabe_akte", at.id);
  const now = held(await freigabeOf(tx, actor, at.id), at.version);
  if (now.stand !== null)
    throw new Refused("Das ist schon freigegeben. Für einen neuen Stand beginnen Sie eine neue Freigabe.");
  const key = newDataKey();
  const { akte, key: own } = await akteWithKey(tx, actor, now.personId);
  const row = { kreis: actor.kreis, id: at.id };
  await tx
    .updateTable("kim.freigabe_akte")
    .set({
      angaben: sealText(own, row, ANGABEN, JSON.stringify(inhalt)),
      schluessel: sealCopyKey(own, row, key),
      weitergabe_id: weitergabe,
      version: at.version + 1,
    })
    .where("id", "=", at.id)
    .execute();
  const link = art === "link" ? { token: newToken(actor.kreis), code: newCode() } : undefined;
  await tx
    .insertInto("kim.freigabe")
    .values({
      ...akte,
      ...row,
      art,
      an_traeger_id: now.anTraegerId,
      stand: ANFANG[art],
      gesendet_am: today(),
      gueltig_bis: await lastDay(tx, weitergabe, eingabe.gueltig_bis),
      schluessel: await sealedKey(tx, actor, now, key, link),
      link_hash: link === undefined ? null : tokenHash(link.token),
    })
    .execute();
  await writeInhalt(tx, row, key, {
    inhalt,
    vorschau: art === "traeger" ? vorschauAus(stand, inhalt.von.traeger, bedarf) : null,
  });
  await writeSchritt(tx, actor, { id: at.id, key, schritte: [] }, { art: "gesendet", seite: "geber" });
  await recordEvent(tx, actor, { art: "freigabe.freigegeben", gegenstand: { art: "freigabe", id: at.id }, zweck: art });
  return link;
}

/** Eight digits: told on the phone or by letter, never on the way of the link. */
const newCode = (): string => String(randomInt(100_000_000)).padStart(8, "0");

async function frozen(tx: Tx, actor: Actor, f: FreigabeGanz, stand: Aktenstand, eingabe: Eingabe) {
  const felder = new Set(eingabe.angaben);
  const angaben = stand.angaben.filter(({ feld }) => felder.has(feld));
  if (angaben.length !== felder.size) {
    throw new Refused(
      "In der Akte hat sich etwas geändert. Sehen Sie nach, was jetzt da ist, und kreuzen Sie neu an.",
      "angaben",
    );
  }
  if (f.art === "traeger" && !felder.has("name")) {
    throw new Refused("Ohne den Namen kann niemand übernehmen. Er ist erst nach der Annahme zu sehen.", "angaben");
  }
  if (f.art === "traeger" && eingabe.bedarf === null) {
    throw new Refused("Schreiben Sie ohne Namen, worum es geht. Danach entscheidet der andere Träger.", "bedarf");
  }
  const namen = await kontoNames(tx, actor.kreis, [actor.kontoId]);
  const traeger = (await traegerNamen(tx, [actor.traegerId])).get(actor.traegerId) ?? "";
  const inhalt: Inhalt = {
    von: { name: namen.get(actor.kontoId) ?? "", traeger },
    anliegen: f.anliegen,
    angaben,
    worte: eingabe.worte,
    anfang: f.art === "traeger" ? anfangAus(stand, felder) : null,
  };
  return { inhalt, bedarf: eingabe.bedarf ?? "" };
}

function refuseEmpty({ angaben, worte, worte_kategorien: kategorien }: Eingabe): void {
  if (angaben.length === 0 && worte === null) {
    throw new Refused("Kreuzen Sie an, was hinausgeht, oder schreiben Sie es.", "angaben");
  }
  if (worte !== null && kategorien.length === 0) {
    const satz = "Kreuzen Sie an, worum es in Ihren Worten geht. Danach prüft KIM die Einwilligung.";
    throw new Refused(satz, "worte_kategorien");
  }
}

function refuseDay(bis: string): void {
  if (bis < today()) throw new Refused("Dieser Tag ist vorbei. Geben Sie einen späteren an.", "gueltig_bis");
  if (bis > daysFrom(today(), LAENGSTENS)) {
    throw new Refused("Länger als ein Jahr gilt keine Kopie. Geben Sie einen früheren Tag an.", "gueltig_bis");
  }
}

/** No copy outlives its consent, nor the word of guardians the month before she is of age. */
async function lastDay(tx: Tx, weitergabe: string, bis: string): Promise<string> {
  const row = await tx
    .selectFrom("kim.weitergabe as w")
    .innerJoin("kim.einwilligung as e", (on) =>
      on.onRef("e.kreis", "=", "w.kreis").onRef("e.id", "=", "w.einwilligung_id"),
    )
    .select([
      "e.gueltig_bis",
      sql<
        string | null
      >`case when e.volljaehrig_monat is not null then greatest(e.volljaehrig_monat - 1, ${today()}::date)::text end`.as(
        "sorge_bis",
      ),
    ])
    .where("w.id", "=", weitergabe)
    .executeTakeFirst();
  return [bis, row?.gueltig_bis ?? bis, row?.sorge_bis ?? bis].toSorted()[0] ?? bis;
}

async function sealedKey(
  tx: Tx,
  actor: Actor,
  { id, art, anTraegerId }: FreigabeGanz,
  key: DataKey,
  link: Geheimnis | undefined,
): Promise<Buffer> {
  const place = keyPlace({ kreis: actor.kreis, id });
  if (link !== undefined) return sealForLink(link.token, link.code, place, key);
  if (art === "link" || anTraegerId === null) throw new Error("Dieser Kopie fehlt ihr Empfänger.");
  return sealForRecipient(await recipientKey(tx, actor, anTraegerId, art), place, key);
}

type Teile = { readonly inhalt: Inhalt; readonly vorschau: ReturnType<typeof vorschauAus> | null };

async function writeInhalt(
  tx: Tx,
  { kreis, id }: { readonly kreis: string; readonly id: string },
  key: DataKey,
  { inhalt, vorschau }: Teile,
): Promise<void> {
  const voll = { kreis, freigabe_id: id, teil: "voll" };
  await tx
    .insertInto("kim.freigabe_inhalt")
    .values({ ...voll, inhalt: sealVoll(key, voll, inhalt) })
    .execute();
  if (vorschau === null) return;
  const teil = { kreis, freigabe_id: id, teil: "vorschau" };
  await tx
    .insertInto("kim.freigabe_inhalt")
    .values({ ...teil, inhalt: sealVorschau(key, teil, vorschau) })
    .execute();
}
