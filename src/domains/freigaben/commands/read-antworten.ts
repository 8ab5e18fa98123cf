import type { Actor } from "../../../platform/actor.ts";
import { dayOf } from "../../../platform/clock.ts";
import { type Tx, sql } from "../../../platform/db.ts";
import { lockRow } from "../../../platform/held.ts";
import { type Antwort, takeAntwort } from "../../verweise/index.ts";
import type { FreigabeGanz } from "../queries/freigaben.ts";
import { freigabeOf } from "../queries/freigaben.ts";
import type { Schritt } from "../queries/schritte.ts";

/** What an answer by a link does to the referral that it was sent for. */
function antwortAus({ art, am, tag, wort }: Schritt): Antwort | undefined {
  const of = { absage: null, am: dayOf(am), termin: tag, notiz: wort?.text ?? null };
  if (art === "angenommen" || art === "termin") return { ...of, nach: "vermittelt" };
  if (art === "warteliste") return { ...of, nach: "warteliste" };
  return art === "abgelehnt" ? { ...of, nach: "abgelehnt", absage: wort?.absage ?? "andere" } : undefined;
}

/** The last answer that nobody has read yet; undefined where there is none. */
export const neueAntwort = ({ schritte, gelesenBis }: Pick<FreigabeGanz, "schritte" | "gelesenBis">) =>
  schritte.findLast(({ seite, art, folge }) => seite === "empfaenger" && art !== "geoeffnet" && folge > gelesenBis);

/**
 * Says that what came back was read. What answers a referral is taken into it; `verweis` says which one, where it was.
 * @throws NotFound
 */
export async function readAntworten(tx: Tx, actor: Actor, id: string): Promise<{ readonly verweis: string | null }> {
  const f = await freigabeOf(tx, actor, id);
  const neu = neueAntwort(f);
  const antwort = neu === undefined ? undefined : antwortAus(neu);
  // The referral first, in the order of locks.
  const taken = f.verweisId !== null && antwort !== undefined && (await takeAntwort(tx, actor, f.verweisId, antwort));
  await lockRow(tx, "kim.freigabe_akte", id);
  // Only what was read here: an answer that came this very moment stays new.
  const gelesen = f.schritte.at(-1)?.folge ?? 0;
  await tx
    .updateTable("kim.freigabe_akte")
    .set({
      gelesen_bis: sql<number>`greatest(gelesen_bis, ${gelesen})`,
      ...(f.ebh === null ? {} : { ebh_gelesen: f.ebh.stand, ebh_gelesen_seit: f.ebh.seit }),
    })
    .where("id", "=", id)
    .execute();
  return { verweis: taken ? f.verweisId : null };
}
