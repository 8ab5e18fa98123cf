import { randomUUID } from "node:crypto";
import { type Actor, fileOf } from "../../../platform/actor.ts";
import { today } from "../../../platform/clock.ts";
import { type Tx, anyOf } from "../../../platform/db.ts";
import { type FieldError, NotFound, Refused, readForm } from "../../../platform/form.ts";
import { PersonEingabe, type Treffer, createPerson, findDoubles, personFiles } from "../../personen/index.ts";
import { type Reihe, feldVon } from "../model/gespraech.ts";
import type { Mitglied, Zuweisung } from "../queries/zuweisungen.ts";

const KNOWN = "Gibt es diese Person schon? Wählen Sie sie aus, oder sagen Sie, dass es jemand Neues ist.";
const NAMELESS =
  "Geben Sie einen Namen oder ein Kürzel an, oder nehmen Sie das Häkchen weg: Ohne Namen gibt es keine Akte.";
const GONE = "Diese Person gehört nicht zu derselben Akte. Wählen Sie noch einmal.";

/** Somebody of a talk whose file it is now. `neu`: it was made, or chosen, just now. */
export type Anwesend = Reihe & { readonly personId: string; readonly neu: boolean };

/** One's own persons of the same file that somebody may be. */
export async function aehnliche(
  tx: Tx,
  actor: Actor,
  kontoId: string,
  { vorname, nachname, geburtsdatum }: Pick<Reihe, "vorname" | "nachname" | "geburtsdatum">,
): Promise<readonly Treffer[]> {
  const hits = await findDoubles(tx, actor, { name: `${vorname} ${nachname}`.trim(), geburtsdatum });
  return hits.filter((hit) => hit.kontoId === kontoId);
}

/** A row as the room of persons asks for somebody. Of the list's own words only what fits there. */
function eingabeOf(z: Zuweisung, reihe: Reihe, mitglied: Mitglied | undefined, sprache: string | null) {
  const values = {
    person_vorname: [reihe.vorname],
    person_nachname: [reihe.nachname],
    person_geburtsdatum: [reihe.geburtsdatum ?? ""],
    person_kommune: [z.ags ?? ""],
    person_staatsangehoerigkeit: [mitglied?.staatsangehoerigkeit ?? ""],
    person_sprachen: [mitglied?.sprache ?? sprache ?? ""].filter((one) => one !== ""),
  };
  const kontakt = { person_kontakt: [mitglied?.kontakt ?? ""] };
  const whole = readForm(PersonEingabe, { ...values, ...kontakt }, today());
  return whole.ok ? whole : readForm(PersonEingabe, values, today());
}

/**
 * Makes files of those who were there and have none, in the file of whoever is responsible. Whoever seems to be there already is asked
 * about. @throws Refused with every mistake of every row
 */
export async function makeFiles(
  tx: Tx,
  actor: Actor,
  z: Zuweisung,
  reihen: readonly Reihe[],
  gespraech: { readonly am: string; readonly sprache: string | null },
): Promise<Anwesend[]> {
  const fehler: FieldError[] = [];
  const members = new Map(z.mitglieder.map((one) => [one.id, one]));
  const files = await personFiles(
    tx,
    reihen.flatMap(({ wer }) => (wer === null || wer === "neu" ? [] : [wer])),
  );
  for (const one of reihen) {
    if (one.id !== null && !members.has(one.id)) throw new NotFound();
    if (members.get(one.id ?? "")?.personId != null) continue;
    const wrong = (field: "vorname" | "wer", message: string) =>
      fehler.push({ field: feldVon(one.reihe, field), message });
    if (one.wer !== null && one.wer !== "neu") {
      if (files.get(one.wer) !== z.kontoId) wrong("wer", GONE);
    } else if (one.vorname === "" && one.nachname === "") wrong("vorname", NAMELESS);
    else if (one.wer === null && (await aehnliche(tx, actor, z.kontoId, one)).length > 0) wrong("wer", KNOWN);
  }
  if (fehler.length > 0) throw new Refused(fehler);
  const present: Anwesend[] = [];
  for (const one of reihen) {
    const member = members.get(one.id ?? "");
    const known = member?.personId ?? null;
    if (known !== null) present.push({ ...one, personId: known, neu: false });
    else if (one.wer !== null && one.wer !== "neu") present.push({ ...one, personId: one.wer, neu: true });
    else present.push({ ...one, personId: await create(tx, actor, z, one, member, gespraech), neu: true });
  }
  return present;
}

async function create(
  tx: Tx,
  actor: Actor,
  z: Zuweisung,
  reihe: Reihe,
  member: Mitglied | undefined,
  { am, sprache }: { readonly am: string; readonly sprache: string | null },
): Promise<string> {
  const eingabe = eingabeOf(z, reihe, member, sprache);
  const field = (name: string) => `m${reihe.reihe}_${name.replace(/^person_/u, "")}`;
  if (!eingabe.ok) throw new Refused(eingabe.errors.map((one) => ({ ...one, field: field(one.field) })));
  return createPerson(tx, actor, eingabe.value, am, today(), fileOf(actor, z.kontoId)).catch((error: unknown) => {
    if (!(error instanceof Refused)) throw error;
    throw new Refused(error.errors.map((one) => ({ ...one, field: field(one.field) })));
  });
}

/** From now on those who were there are named in their files alone: what the list said of them is erased here, with its key. */
export async function leaveList(tx: Tx, actor: Actor, z: Zuweisung, present: readonly Anwesend[]): Promise<void> {
  const listed = present.filter(({ neu, id }) => neu && id !== null);
  for (const { id, personId } of listed) {
    await tx
      .updateTable("kim.zuweisung_mensch")
      .set({ person_id: personId, name: null, geburtsdatum: null, kontakt: null, hinweis: null, abdruck: null })
      .where("id", "=", id ?? "")
      .execute();
  }
  await tx
    .deleteFrom("tresor.schluessel")
    .where("id", "=", anyOf(listed.flatMap(({ id }) => id ?? [])))
    .execute();
  const more = present.filter(({ neu, id }) => neu && id === null);
  const last = Math.max(0, ...z.mitglieder.map(({ folge }) => folge));
  for (const [i, { personId }] of more.entries()) {
    await tx
      .insertInto("kim.zuweisung_mensch")
      .values({
        kreis: actor.kreis,
        traeger_id: actor.traegerId,
        konto_id: z.kontoId,
        id: randomUUID(),
        zuweisung_id: z.id,
        folge: last + i + 1,
        person_id: personId,
      })
      .execute();
  }
}
