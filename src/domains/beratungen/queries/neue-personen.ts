import type { Actor, Owner } from "../../../platform/actor.ts";
import { today } from "../../../platform/clock.ts";
import { dayIn } from "../../../platform/day.ts";
import type { Tx } from "../../../platform/db.ts";
import { type FieldError, Refused, first, readForm } from "../../../platform/form.ts";
import { codelisten, kodesAm } from "../../codelisten/index.ts";
import { PersonEingabe, type Treffer, createPerson, findDoubles } from "../../personen/index.ts";
import type { BeratungFelder } from "../model/eingabe.ts";
import { alsPerson, feldDerZeile, feldNeu, neueZeilen, staatText } from "../model/neue-person.ts";
import { kodeVon } from "../model/suche.ts";

const KNOWN =
  "Gibt es diese Person schon? Wählen Sie sie darunter aus, oder speichern Sie noch einmal, dann wird sie neu angelegt.";

/** One's own persons that a row of the form may mean, by row; rows without any are missing. */
export async function aehnliche(
  tx: Tx,
  actor: Actor,
  typed: Readonly<Record<string, unknown>>,
): Promise<ReadonlyMap<number, readonly Treffer[]>> {
  const similar = new Map<number, readonly Treffer[]>();
  for (const row of neueZeilen(typed)) {
    const person = alsPerson(typed, row, "", null);
    const name = `${first(person, "person_vorname")} ${first(person, "person_nachname")}`.trim();
    const born = dayIn(first(person, "person_geburtsdatum"), { today: today(), sense: "birth" });
    const hits = await findDoubles(tx, actor, { name, geburtsdatum: born ?? null });
    if (hits.length > 0) similar.set(row, hits);
  }
  return similar;
}

/** The ids in the field `gesehen`: similar persons that were shown beside the form. */
export const gesehene = (field: string | undefined): ReadonlySet<string> =>
  new Set((field ?? "").split(" ").filter((id) => id !== ""));

/**
 * Records the new persons of a form in a file, with the consultation's language as theirs. Whoever seems to be there already is asked
 * about once; choosing the shown one means that the row is this person. Returns the ids of those that are new.
 * @throws Refused with every mistake of every row
 */
export async function createNewPersons(tx: Tx, file: Owner, actor: Actor, eingabe: BeratungFelder): Promise<string[]> {
  const rows = await checkedRows(tx, eingabe);
  const similar = await aehnliche(tx, actor, eingabe);
  const seen = gesehene(eingabe.gesehen);
  const chosen = (hit: Treffer) => eingabe.person.includes(hit.id);
  const asked = rows.filter(({ row }) => similar.get(row)?.some((hit) => !seen.has(hit.id) && !chosen(hit)));
  if (asked.length > 0) {
    throw new Refused(asked.map(({ row }) => ({ field: feldNeu(row, "vorname"), message: KNOWN })));
  }
  const ids: string[] = [];
  for (const { row, person } of rows) {
    if (similar.get(row)?.some((hit) => seen.has(hit.id) && chosen(hit))) continue;
    ids.push(
      await createPerson(tx, actor, person, eingabe.am, today(), file).catch((error: unknown) =>
        refuseInRow(error, row),
      ),
    );
  }
  return ids;
}

type Row = { readonly row: number; readonly person: PersonEingabe };

/** The rows as persons. @throws Refused with what is wrong in any of them */
async function checkedRows(tx: Tx, eingabe: BeratungFelder): Promise<Row[]> {
  const { staatsangehoerigkeit } = await codelisten(tx);
  const staaten = kodesAm(staatsangehoerigkeit, eingabe.am);
  const errors: FieldError[] = [];
  const rows = neueZeilen(eingabe).flatMap((row): Row[] => {
    const typed = staatText(eingabe, row);
    const staat = typed === "" ? { code: "" } : kodeVon(typed, staaten);
    if ("problem" in staat) errors.push({ field: feldNeu(row, "staatsangehoerigkeit"), message: staat.problem });
    const code = "code" in staat ? staat.code : "";
    const person = readForm(PersonEingabe, alsPerson(eingabe, row, code, eingabe.sprache), today());
    if (person.ok) return [{ row, person: person.value }];
    errors.push(...person.errors.map(({ field, message }) => ({ field: feldDerZeile(row, field), message })));
    return [];
  });
  if (errors.length > 0) throw new Refused(errors);
  return rows;
}

/** A refusal of the room of persons names its own field; here it stands in a row. */
function refuseInRow(error: unknown, row: number): never {
  if (!(error instanceof Refused)) throw error;
  const [first] = error.errors;
  throw new Refused(first?.message ?? error.message, feldDerZeile(row, first?.field ?? "person_vorname"));
}
