import type { Actor } from "../../../platform/actor.ts";
import { recordEvent } from "../../../platform/audit.ts";
import { today } from "../../../platform/clock.ts";
import type { Tx } from "../../../platform/db.ts";
import { Refused, readForm } from "../../../platform/form.ts";
import { type At, held, lockRow } from "../../../platform/held.ts";
import { refuseLater } from "../../../platform/not-later.ts";
import { BeratungEingabe, recordBeratung } from "../../beratungen/index.ts";
import { addBeziehung, setHaushalt } from "../../familie/index.ts";
import { type GespraechEingabe, anwesende, besprochenes } from "../model/gespraech.ts";
import { felderOf, themenValues } from "../model/themen.ts";
import { type Zuweisung, zuweisungOf } from "../queries/zuweisungen.ts";
import { type Anwesend, leaveList, makeFiles } from "../rows/menschen.ts";
import { writeSchritt } from "../rows/schritt.ts";
import { refuseSchritt } from "./move-zuweisung.ts";
import { writeThemen } from "./set-themen.ts";

const NOBODY = "Haken Sie an, wer beim Gespräch dabei war.";
const NO_THEME = "Wählen Sie bei mindestens einem Thema „besprochen“ oder „erledigt“.";

/**
 * A talk with a whole household, entered once: files of those who were there and have none, their household and family, one
 * consultation with all of them, and what of the orientation is done. Returns the id of the consultation.
 * @throws NotFound, Stale
 * @throws Refused with every mistake, at its field
 */
export async function holdGespraech(
  tx: Tx,
  actor: Actor,
  { id, version }: At,
  input: GespraechEingabe,
): Promise<string> {
  await lockRow(tx, "kim.zuweisung", id);
  const z = held(await zuweisungOf(tx, actor, id), version, ({ themen }) => themenValues(themen));
  refuseLater("am", input.am);
  const { reihen, fehler } = anwesende(input);
  if (fehler.length > 0) throw new Refused(fehler);
  if (reihen.length === 0) throw new Refused(NOBODY, "m1_dabei");
  const themen = besprochenes(input);
  const felder = felderOf([...themen].flatMap(([thema, stand]) => (stand === "nicht_noetig" ? [] : [thema])));
  if (felder.length === 0) throw new Refused(NO_THEME, "thema_anmeldung");
  const first = z.stand !== "erstkontakt" && z.stand !== "orientierung";
  if (first) refuseSchritt(z, { nach: "erstkontakt", am: input.am, grund: null });
  const present = await makeFiles(tx, actor, z, reihen, input);
  const beratungId = await record(tx, actor, present, input, felder);
  await joinFamily(tx, actor, z, present);
  await leaveList(tx, actor, z, present);
  const of = { kreis: actor.kreis, traeger_id: actor.traegerId, konto_id: z.kontoId, zuweisung_id: id };
  await tx
    .insertInto("kim.zuweisung_gespraech")
    .values({ ...of, beratung_id: beratungId })
    .execute();
  await writeThemen(tx, of, z.themen, new Map([...z.themen, ...themen]), input.am);
  const more = present.filter((one) => one.neu && one.id === null).length;
  await tx
    .updateTable("kim.zuweisung")
    .set({
      akte_am: z.akteAm ?? today(),
      menschen: Math.max(z.menschen, z.mitglieder.length + more),
      version: version + 1,
    })
    .where("id", "=", id)
    .execute();
  await walk(tx, actor, id, { first, input });
  await recordEvent(tx, actor, { art: "zuweisung.gespraech", gegenstand: { art: "zuweisung", id } });
  return beratungId;
}

/** The steps that a talk is: the first one, and the end of the orientation where that was said. */
async function walk(
  tx: Tx,
  actor: Actor,
  id: string,
  { first, input }: { readonly first: boolean; readonly input: GespraechEingabe },
): Promise<void> {
  const steps = [...(first ? ["erstkontakt" as const] : []), ...(input.abschliessen ? ["orientierung" as const] : [])];
  for (const nach of steps) {
    const now = await zuweisungOf(tx, actor, id);
    if (now.stand === nach) continue;
    const step = {
      nach,
      am: nach === "orientierung" && input.am < now.standSeit ? now.standSeit : input.am,
      grund: null,
    };
    refuseSchritt(now, step);
    await writeSchritt(tx, actor, { zuweisungId: id, folge: now.schritte.length + 1, ...step }, now.version - 1);
  }
}

/** One consultation for all who were there. */
async function record(
  tx: Tx,
  actor: Actor,
  present: readonly Anwesend[],
  input: GespraechEingabe,
  themen: readonly string[],
): Promise<string> {
  const typed = readForm(
    BeratungEingabe,
    {
      am: [input.am],
      ort: [input.ort],
      kontaktweg: [input.kontaktweg],
      stufe: ["2"],
      themen,
      sprache: [input.sprache ?? ""],
      verstaendigung: [input.verstaendigung ?? ""],
      dauer: [String(input.dauer)],
      neuzuweisung: ["ja"],
      person: present.map(({ personId }) => personId),
      notiz: [input.notiz],
    },
    today(),
  );
  if (!typed.ok) throw new Refused(typed.errors);
  return recordBeratung(tx, actor, typed.value);
}

/** Those of a household live together since they were assigned; who is what to the first of them is said once. */
async function joinFamily(tx: Tx, actor: Actor, z: Zuweisung, present: readonly Anwesend[]): Promise<void> {
  const [head, ...others] = present;
  if (head === undefined || !present.some(({ neu }) => neu)) return;
  const files = z.mitglieder.flatMap(({ personId }) => personId ?? []);
  const together = [...new Set([...files, ...present.map(({ personId }) => personId)])];
  const seit = z.zugewiesenAm > today() ? today() : z.zugewiesenAm;
  if (together.length > 1)
    await setHaushalt(tx, actor, head.personId, { person: together.filter((one) => one !== head.personId), seit });
  for (const { personId, zurersten, neu } of others) {
    if (zurersten === null || !neu || personId === head.personId) continue;
    const neueBeziehung = { beziehung: zurersten, von: null, zusammen: false };
    await addBeziehung(tx, actor, head.personId, personId, neueBeziehung).catch((error: unknown) => {
      // Somebody who was there already may be it already.
      if (!(error instanceof Refused)) throw error;
    });
  }
}
