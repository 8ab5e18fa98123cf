import { randomUUID } from "node:crypto";
import type { Actor } from "../../../platform/actor.ts";
import { recordEvent } from "../../../platform/audit.ts";
import { refuseClosed } from "../../../platform/choice.ts";
import type { Tx } from "../../../platform/db.ts";
import { NotFound, Refused } from "../../../platform/form.ts";
import type { UebergabeEingabe, Verteilung } from "../model/uebergabe.ts";
import { beratende, beratendeIds, menschField } from "../queries/menschen.ts";
import { personFile } from "../queries/uebergaben.ts";
import { requestUebergabe, sealedNotiz } from "../rows/uebergabe.ts";

/** What is handed over: one person, or up to so many of somebody's persons, with the rest or without. */
type Was = { readonly person: string } | { readonly hoechstens: number | null; readonly rest: boolean };

async function insert(tx: Tx, actor: Actor, von: string, was: Was, { an, notiz }: UebergabeEingabe): Promise<string> {
  refuseClosed(menschField("an", "Wer übernimmt", await beratende(tx, actor, [von]), an));
  const id = randomUUID();
  const one = "person" in was;
  await tx
    .insertInto("kim.uebergabe")
    .values({
      kreis: actor.kreis,
      id,
      traeger_id: actor.traegerId,
      von_konto: von,
      an_konto: an,
      person_id: one ? was.person : null,
      hoechstens: one ? null : was.hoechstens,
      rest: !one && was.rest,
      gegeben_von: actor.kontoId,
      ...(await sealedNotiz(tx, actor, id, one ? was.person : an, notiz)),
    })
    .execute();
  return id;
}

/**
 * Hands over one person of one's own, or all of one's open work; the worker carries it out. `wait`: not before somebody asks for it
 * (`requestUebergabe`). Returns the id.
 * @throws NotFound for a person that is not one's own, Refused naming the field
 */
export async function giveUebergabe(
  tx: Tx,
  actor: Actor,
  eingabe: UebergabeEingabe,
  person: string | undefined,
  { wait = false }: { readonly wait?: boolean } = {},
): Promise<string> {
  if (person !== undefined && (await personFile(tx, person)) !== actor.kontoId) throw new NotFound();
  const was = person === undefined ? { hoechstens: null, rest: true } : { person };
  const id = await insert(tx, actor, actor.kontoId, was, eingabe);
  await recordEvent(tx, actor, { art: "uebergabe.gegeben", gegenstand: { art: "uebergabe", id } });
  if (!wait) await requestUebergabe(tx, actor, id);
  return id;
}

/**
 * Distributes what belongs to somebody who does not counsel any more. It waits for a second person. Returns the id.
 * @throws NotFound where nobody keeps open work like that, Refused naming the field
 */
export async function orderUebergabe(tx: Tx, actor: Actor, von: string, eingabe: Verteilung): Promise<string> {
  const konto = await tx
    .selectFrom("kim.konto")
    .select("id")
    .where("id", "=", von)
    .where("traeger_id", "=", actor.traegerId)
    .executeTakeFirst();
  if (konto === undefined || (await beratendeIds(tx, actor)).includes(von)) throw new NotFound();
  if (eingabe.an === actor.kontoId)
    throw new Refused("Sich selbst kann niemand Akten geben. Das muss jemand anderes anordnen.", "an");
  const hoechstens = eingabe.hoechstens === null ? null : Number(eingabe.hoechstens);
  const id = await insert(tx, actor, von, { hoechstens, rest: eingabe.rest }, eingabe);
  await recordEvent(tx, actor, { art: "uebergabe.angeordnet", gegenstand: { art: "uebergabe", id } });
  return id;
}
