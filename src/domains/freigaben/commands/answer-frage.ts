import type { Actor } from "../../../platform/actor.ts";
import { recordEvent } from "../../../platform/audit.ts";
import type { Tx } from "../../../platform/db.ts";
import { Refused } from "../../../platform/form.ts";
import { type At, held, lockRow } from "../../../platform/held.ts";
import type { Grund, Satz } from "../model/eingabe.ts";
import { nurText } from "../model/inhalt.ts";
import { type Schrittart, type Stand, VORBEI, geht } from "../model/stand.ts";
import { freigabeOf } from "../queries/freigaben.ts";
import { setStand } from "../rows/kopie.ts";
import { writeSchritt } from "../rows/schritt.ts";

/** Answers what the other Träger asked about an offer. @throws NotFound, Stale, Refused */
export const answerFrage = (tx: Tx, actor: Actor, at: At, { text }: Satz): Promise<void> =>
  step(tx, actor, at, { nach: "angeboten", art: "antwort", text });

/** Says that nothing is waited for any more. @throws NotFound, Stale, Refused */
export const finishFreigabe = (tx: Tx, actor: Actor, at: At, { text }: Grund): Promise<void> =>
  step(tx, actor, at, { nach: "erledigt", art: "erledigt", text });

type Schritt = { readonly nach: Stand; readonly art: Schrittart; readonly text: string | null };

async function step(tx: Tx, actor: Actor, at: At, { nach, art, text }: Schritt): Promise<void> {
  await lockRow(tx, "kim.freigabe_akte", at.id);
  await lockRow(tx, "kim.freigabe", at.id);
  const now = held(await freigabeOf(tx, actor, at.id), at.version);
  if (
    now.gesperrt !== null ||
    now.stand === null ||
    now.key === undefined ||
    !geht(now.art, now.stand, nach, "geber")
  ) {
    throw new Refused(VORBEI);
  }
  const wort = text === null ? null : nurText(text);
  await setStand(tx, at.id, nach);
  await writeSchritt(tx, actor, { id: at.id, key: now.key, schritte: now.schritte }, { art, seite: "geber", wort });
  await recordEvent(tx, actor, { art: `freigabe.${art}`, gegenstand: { art: "freigabe", id: at.id } });
}
