import type { Actor } from "../../../platform/actor.ts";
import type { Tx } from "../../../platform/db.ts";
import { tagText } from "../../../platform/span.ts";
import { findDoubles, personsByIds } from "../../personen/index.ts";
import {
  type Aehnliche,
  type Ergebnis,
  type Personenzeile,
  type Zeile,
  personSchluessel,
} from "../../../listen/index.ts";

const ASKED = "Diese Person gibt es vielleicht schon.";
const GONE = "Die Person, der Sie diese Zeile zuordneten, gibt es nicht mehr. Entscheiden Sie noch einmal.";

/** So many are shown beside a row. */
const SHOWN = 5;

const keyOf = (name: string, geburtsdatum: string | null): string | null => personSchluessel(name, "", geburtsdatum);

/**
 * Holds every row about somebody who may be among the actor's own persons already: nobody is joined without being asked. What
 * was decided for one row holds for all with the same name and birth date. `isWanted`: it is another person.
 */
export async function ohneVorhandenePersonen(
  tx: Tx,
  actor: Actor,
  ergebnis: Ergebnis,
  isWanted: (zeile: Zeile) => boolean,
): Promise<Ergebnis> {
  const persons = ergebnis.zeilen.filter(({ stand, person }) => stand === "uebernommen" && person !== null);
  if (persons.length === 0) return ergebnis;
  const decided = new Map<string, string>();
  for (const { person } of persons) {
    if (person?.vorhanden != null && person.schluessel !== null) decided.set(person.schluessel, person.vorhanden);
  }
  const asked = [...new Set(persons.flatMap(({ person }) => person?.vorhanden ?? []))];
  const there = await personsByIds(tx, actor, asked);
  const own = new Set(there.filter(({ kontoId }) => kontoId === actor.kontoId).map(({ id }) => id));
  const found = new Map<string, readonly Aehnliche[]>();
  const zeilen: Zeile[] = [];
  for (const zeile of ergebnis.zeilen) {
    const { person } = zeile;
    if (zeile.stand !== "uebernommen" || person === null) zeilen.push(zeile);
    else {
      const vorhanden =
        person.vorhanden ?? (person.schluessel === null ? null : (decided.get(person.schluessel) ?? null));
      if (vorhanden !== null)
        zeilen.push(own.has(vorhanden) ? { ...zeile, person: { ...person, vorhanden } } : held(zeile, GONE, []));
      else if (isWanted(zeile)) zeilen.push(zeile);
      else {
        const aehnliche = await aehnlicheOf(tx, actor, person, found);
        zeilen.push(aehnliche.length === 0 ? zeile : held(zeile, ASKED, aehnliche));
      }
    }
  }
  return { ...ergebnis, zeilen };
}

function held(zeile: Zeile, grund: string, aehnliche: readonly Aehnliche[]): Zeile {
  const probleme = [{ spalte: "Person", buchstabe: null, wert: wer(zeile.person), grund }];
  const person = zeile.person === null ? null : { ...zeile.person, vorhanden: null, aehnliche };
  return { ...zeile, stand: "wartet", grund, probleme, person };
}

const wer = (person: Personenzeile | null): string =>
  person === null
    ? ""
    : [
        `${person.vorname} ${person.nachname}`.trim(),
        ...(person.geburtsdatum === null ? [] : [tagText(person.geburtsdatum)]),
      ].join(", ");

/** Own persons who may be the one of a row; asked once for the same name and birth date. */
async function aehnlicheOf(
  tx: Tx,
  actor: Actor,
  { vorname, nachname, geburtsdatum }: Personenzeile,
  found: Map<string, readonly Aehnliche[]>,
): Promise<readonly Aehnliche[]> {
  const name = `${vorname} ${nachname}`.trim();
  const key = `${name}\n${geburtsdatum}`;
  const before = found.get(key);
  if (before !== undefined) return before;
  const own = keyOf(name, geburtsdatum);
  const doubles = await findDoubles(tx, actor, { name, geburtsdatum });
  const aehnliche = doubles
    .filter(({ kontoId }) => kontoId === actor.kontoId)
    .slice(0, SHOWN)
    .map(({ id, grund, ...one }) => ({ id, grund, gleich: own !== null && keyOf(one.name, one.geburtsdatum) === own }));
  found.set(key, aehnliche);
  return aehnliche;
}
