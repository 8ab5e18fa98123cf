import type { Actor } from "../../../platform/actor.ts";
import { type Tx, anyOf, sql } from "../../../platform/db.ts";
import { known } from "../../../platform/known.ts";
import { ART, SCHRITTART, SCHRITTE, type Schrittart, TITEL } from "../model/stand.ts";
import { worteOf } from "./schritte.ts";

/**
 * Whether something came back to a release `a` that nobody read: an answer, or another state of the naturalisation authority. What was
 * read stands at the file's own side; the other one learns nothing of it.
 */
export const NEU = sql<boolean>`(exists (select from kim.freigabe_schritt s where s.kreis = a.kreis and s.freigabe_id = a.id
    and s.folge > a.gelesen_bis and s.seite = 'empfaenger' and s.art <> 'geoeffnet')
  or exists (select from kim.freigabe e where e.kreis = a.kreis and e.id = a.id and e.ebh_stand is not null
    and (e.ebh_stand, e.ebh_seit) is distinct from (a.ebh_gelesen, a.ebh_gelesen_seit)))`;

/** So many days after its end the first page still tells of an answer that nobody read; its own page always does. */
const JAHR = 365;

const waiting =
  (arten: readonly string[], staende: readonly string[]) =>
  ({ traegerId }: Pick<Actor, "traegerId">) => sql<number>`select count(*)::int from kim.freigabe f
    where f.an_traeger_id = ${traegerId} and f.art = ${anyOf(arten)} and f.stand = ${anyOf(staende)}
      and f.schluessel is not null and f.gueltig_bis >= zustaendigkeit.heute()`;

/**
 * What waits for somebody, for the one statement of the first page: releases of one's own files with answers that nobody read (`n`,
 * and the person of one of them), copies for one's own role, offers of other Träger.
 */
export const empfangTag = {
  antworten: ({ traegerId, kontoId }: Pick<Actor, "traegerId" | "kontoId">) =>
    sql<unknown>`select json_build_object('n', count(*)::int, 'person', min(a.person_id::text))
    from kim.freigabe f join kim.freigabe_akte a on a.kreis = f.kreis and a.id = f.id
    where f.traeger_id = ${traegerId}::uuid and f.konto_id = ${kontoId}::uuid
      and f.gueltig_bis >= zustaendigkeit.heute() - ${JAHR}::int and ${NEU}`,
  kopien: waiting(["abh", "ebh"], ["freigegeben", "termin"]),
  angebote: waiting(["traeger"], ["angeboten"]),
} as const;

/** What a case waits for from other places: what came back, and a Fallbesprechung that is asked for. Days are ISO. */
export type OffeneAntwort = {
  readonly freigabe: string;
  readonly art: Schrittart | "angefragt";
  readonly was: string;
  readonly bis: string | null;
};

/** Results and dates that came back about a case and stand until the release is done, after them what was asked for. */
export async function offeneAntworten(tx: Tx, actor: Actor, fallId: string): Promise<OffeneAntwort[]> {
  const rows = await tx
    .selectFrom("kim.freigabe_akte as a")
    .leftJoin("kim.freigabe as f", (on) => on.onRef("f.kreis", "=", "a.kreis").onRef("f.id", "=", "a.id"))
    .leftJoin("kim.freigabe_schritt as s", (on) =>
      on
        .onRef("s.kreis", "=", "a.kreis")
        .onRef("s.freigabe_id", "=", "a.id")
        // Only the last word of each counts.
        .on(
          sql<boolean>`s.folge = (select max(l.folge) from kim.freigabe_schritt l where l.kreis = a.kreis
            and l.freigabe_id = a.id and l.seite = 'empfaenger' and l.art <> 'geoeffnet')`,
        ),
    )
    .select(["a.kreis", sql<string>`coalesce(s.id, a.id)`.as("id"), "s.art", "s.tag", "s.inhalt"])
    .select(["a.id as freigabe", "a.art as wem", "a.person_id", "a.schluessel"])
    .where("a.fall_id", "=", fallId)
    .where((e) =>
      e.or([
        e.and([
          e("s.art", "=", anyOf(["termin", "abgesagt", "ergebnis", "rueckfrage"])),
          e("f.stand", "=", anyOf(["termin", "freigegeben", "ergebnis", "rueckfrage", "beantwortet"])),
        ]),
        e.and([e("f.id", "is", null), e("a.art", "=", anyOf(["abh", "ebh"]))]),
      ]),
    )
    .orderBy("s.tag")
    .orderBy("a.id")
    .execute();
  return (await worteOf(tx, actor, rows)).map(({ row, wort }) => {
    const of = { freigabe: row.freigabe, bis: row.tag };
    if (row.art === null) return { ...of, art: "angefragt", was: `${TITEL[known(ART, row.wem)]} angefragt: freigeben` };
    const art = known(SCHRITTART, row.art);
    const was = wort?.unterlagen ?? wort?.zusage ?? wort?.text ?? "";
    return { ...of, art, was: was === "" ? SCHRITTE[art] : `${SCHRITTE[art]}: ${was}` };
  });
}
