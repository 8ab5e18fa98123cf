import { type Actor, may } from "../../../platform/actor.ts";
import { recordEvent } from "../../../platform/audit.ts";
import { today } from "../../../platform/clock.ts";
import type { Tx } from "../../../platform/db.ts";
import { Refused } from "../../../platform/form.ts";
import { type At, held, lockRow } from "../../../platform/held.ts";
import type { Sitzung, SitzungSchritt } from "../model/eingabe.ts";
import { hindernis, uebergang } from "../model/sitzung.ts";
import { auftraege } from "../queries/auftraege.ts";
import { beschluesse } from "../queries/beschluesse.ts";
import { fassungen } from "../queries/protokoll.ts";
import { sitzungOf, tops } from "../queries/sitzungen.ts";
import { sendEinladung, writeTeilnehmende } from "../rows/einladung.ts";
import { refuseText } from "../rows/pruefen.ts";
import { writeSitzungSchritt } from "../rows/schritt.ts";
import { dropBerichtigung, releaseProtokoll } from "../rows/protokoll.ts";
import { freezeVorlagen, thawVorlagen } from "./set-vorlage.ts";

type Step = (tx: Tx, actor: Actor, sitzung: Sitzung, grund: string | null) => Promise<void>;

const invite: Step = async (tx, actor, sitzung) => {
  if ((await tops(tx, { sitzungId: sitzung.id })).length === 0)
    throw new Refused("Die Tagesordnung ist leer. Setzen Sie zuerst mindestens einen Punkt.", "nach");
  if ((await writeTeilnehmende(tx, actor, sitzung)) === 0)
    throw new Refused("Das Gremium hat an diesem Tag kein Mitglied. Tragen Sie zuerst die Mitglieder ein.", "nach");
  await sendEinladung(tx, actor, sitzung, "REQUEST");
};

const begin: Step = async (tx, actor, sitzung) => {
  await writeTeilnehmende(tx, actor, sitzung);
  const read = await tops(tx, { sitzungId: sitzung.id });
  await freezeVorlagen(
    tx,
    read.flatMap(({ vorlageId }) => vorlageId ?? []),
  );
};

/** Only where it was begun by mistake: what was decided, agreed or released there took place, and is not called off later. */
const unbegin: Step = async (tx, actor, { id: sitzungId }) => {
  const decided = await beschluesse(tx, { sitzungId });
  const agreed = await auftraege(tx, actor, { sitzungId });
  if (decided.length + agreed.length + (await fassungen(tx, sitzungId)).length > 0)
    throw new Refused(
      "Aus dieser Sitzung gibt es schon einen Beschluss, einen Auftrag oder ein freigegebenes Protokoll. Sie hat stattgefunden.",
      "nach",
    );
  await thawVorlagen(tx, sitzungId);
};

const cancel: Step = async (tx, actor, sitzung) => {
  if (sitzung.folge !== null) await sendEinladung(tx, actor, sitzung, "CANCEL");
};

/** What a step does besides; most of them nothing. */
function effectOf({ stand }: Sitzung, { nach, verwerfen }: SitzungSchritt): Step | undefined {
  if (stand === "geplant" && nach === "eingeladen") return invite;
  if (nach === "durchgefuehrt" && stand === "eingeladen") return begin;
  if (nach === "eingeladen" && stand === "durchgefuehrt") return unbegin;
  if (nach === "abgesagt") return cancel;
  if (nach !== "freigegeben") return undefined;
  return verwerfen ? dropBerichtigung : releaseProtokoll;
}

/**
 * Takes a meeting to its next state, as the table of steps allows, with what belongs to it: inviting and cancelling send mail,
 * beginning freezes the figures of the Vorlagen, releasing keeps the minutes as a version or goes back to the last one.
 * @throws NotFound, Stale
 * @throws Refused where there is no such step, something is missing for it, or it is not this person's
 */
export async function moveSitzung(tx: Tx, actor: Actor, { id, version }: At, input: SitzungSchritt): Promise<void> {
  await lockRow(tx, "kim.gremium_sitzung", id);
  const sitzung = held(await sitzungOf(tx, id), version);
  const { nach, grund } = input;
  const problem = hindernis(sitzung.stand, nach, { grund, heute: today(), tag: sitzung.tag });
  if (problem !== undefined) throw new Refused(problem.satz, problem.field);
  if (uebergang(sitzung.stand, nach)?.freigabe === true && !may(actor, "gremium.freigeben"))
    throw new Refused(
      "Das Protokoll gibt frei, wer dafür zuständig ist. Geben Sie Bescheid, dass es fertig ist.",
      "nach",
    );
  refuseText({ grund }, input.kein_name);
  await effectOf(sitzung, input)?.(tx, actor, sitzung, grund);
  await tx
    .updateTable("kim.gremium_sitzung")
    .set({ stand: nach, stand_seit: today(), version: version + 1 })
    .where("id", "=", id)
    .execute();
  const why = nach === "freigegeben" && input.verwerfen ? "Berichtigung verworfen" : grund;
  await writeSitzungSchritt(tx, actor, { sitzungId: id, von: sitzung.stand, nach, grund: why });
  await recordEvent(tx, actor, {
    art: "gremium.sitzung_weiter",
    gegenstand: { art: "gremium_sitzung", id },
    zweck: nach,
  });
}
