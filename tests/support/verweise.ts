import {
  AngebotEingabe,
  ErgebnisEingabe,
  NeuerVerweis,
  OrganisationEingabe,
  type Stand,
  addAngebot,
  addOrganisation,
  addVerweis,
  moveVerweis,
} from "../../src/domains/verweise/index.ts";
import type { Actor } from "../../src/platform/actor.ts";
import { today } from "../../src/platform/clock.ts";
import { writeAs } from "../../src/platform/db.ts";

type Typed = Readonly<Record<string, string | readonly string[]>>;

/** A place that people are sent to. Returns its id. */
export const organisation = (actor: Actor, name: string, more: Typed = {}): Promise<string> =>
  writeAs(actor, (tx) =>
    addOrganisation(
      tx,
      actor,
      OrganisationEingabe.parse({ name, art: "beratungsstelle", felder: ["sprache"], ...more }),
    ),
  );

/** Something that it offers. Returns its id. */
export const angebot = (actor: Actor, organisationId: string, name: string): Promise<string> =>
  writeAs(actor, (tx) =>
    addAngebot(tx, actor, organisationId, AngebotEingabe.parse({ name, handlungsfeld: "sprache" })),
  );

/** A referral as the form sends it: today, the person goes herself. Returns its id. */
export const verweis = (actor: Actor, person: string, stelle: string, more: Typed = {}): Promise<string> =>
  writeAs(actor, (tx) => {
    const typed = { person, stelle, warum: "angebot", kontakt: "selbst", am: today(), nachfragen_am: today(), ...more };
    return addVerweis(tx, actor, NeuerVerweis.parse(typed));
  });

/** What became of a referral that is in a version. */
export const ergebnis = (
  actor: Actor,
  at: { readonly id: string; readonly version: number },
  nach: Stand,
  more: Typed = {},
) =>
  writeAs(actor, (tx) =>
    moveVerweis(
      tx,
      actor,
      at,
      ErgebnisEingabe.parse({ nach, am: today(), absage: nach === "abgelehnt" ? "voll" : "", ...more }),
    ),
  );
