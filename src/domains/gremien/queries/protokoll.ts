import type { Actor } from "../../../platform/actor.ts";
import type { Tx } from "../../../platform/db.ts";
import type { Sitzung } from "../model/eingabe.ts";
import { Protokoll } from "../model/protokoll.ts";
import { istBeschlussfaehig, stimmen } from "../model/stimmen.ts";
import { auftraege } from "./auftraege.ts";
import { beschluesse } from "./beschluesse.ts";
import { gremiumOf } from "./gremien.ts";
import { mitglieder } from "./mitglieder.ts";
import { gekommene, teilnahmen, tops } from "./sitzungen.ts";

/** The minutes of a meeting as they stand now. */
export async function protokollStand(tx: Tx, actor: Actor, sitzung: Sitzung): Promise<Protokoll> {
  const { id: sitzungId, gremiumId, tag } = sitzung;
  const { quorum } = await gremiumOf(tx, gremiumId);
  const rows = await teilnahmen(tx, sitzungId);
  const there = gekommene(rows);
  const own = await mitglieder(tx, actor, { gremiumId });
  const counted = stimmen(own, there, tag);
  const decided = (await beschluesse(tx, { sitzungId })).toReversed();
  const agreed = await auftraege(tx, actor, { sitzungId });
  const order = own.map(({ id }) => id);
  return {
    gremium: sitzung.gremium,
    tag,
    beginn: sitzung.beginn,
    ende: sitzung.ende,
    ort: sitzung.ort,
    anwesend: order.filter((id) => there.has(id)),
    entschuldigt: order.filter((id) =>
      rows.some((row) => row.mitgliedId === id && row.antwort === "absage" && row.anwesend !== true),
    ),
    gegangen: Object.fromEntries(
      rows.flatMap(({ mitgliedId, gegangenUm }) => (gegangenUm === null ? [] : [[mitgliedId, gegangenUm]])),
    ),
    stimmen: counted.alle === 0 ? null : counted,
    beschlussfaehig: quorum === "keines" ? null : istBeschlussfaehig(quorum, counted),
    punkte: (await tops(tx, { sitzungId })).map(({ id, titel, notiz, vertagt }) => ({
      titel,
      notiz,
      vertagt,
      beschluesse: decided
        .filter(({ topId }) => topId === id)
        .map(({ nummer, wortlaut, ergebnis, stimmen: votes, da }) => ({
          nummer,
          wortlaut,
          ergebnis,
          stimmen: votes,
          da,
        })),
      auftraege: agreed
        .filter(({ topId }) => topId === id)
        .map(({ was, mitgliedId, stelle, faelligAm }) => ({ was, mitgliedId, stelle, bis: faelligAm })),
    })),
  };
}

/** A version of released minutes. */
export type Fassung = {
  readonly fassung: number;
  readonly grund: string | null;
  readonly am: string;
  readonly von: string;
  readonly inhalt: Protokoll;
};

/** Released minutes of a meeting, the first version first. */
export async function fassungen(tx: Tx, sitzungId: string): Promise<Fassung[]> {
  const rows = await tx
    .selectFrom("kim.gremium_protokoll")
    .selectAll()
    .where("sitzung_id", "=", sitzungId)
    .orderBy("fassung")
    .execute();
  return rows.map((row) => ({
    fassung: row.fassung,
    grund: row.grund,
    am: row.freigegeben_am,
    von: row.freigegeben_von,
    inhalt: Protokoll.parse(row.inhalt),
  }));
}
