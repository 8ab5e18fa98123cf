import {
  NeueEinbuergerung,
  SchrittEingabe,
  type Stand,
  beginEinbuergerung,
  moveEinbuergerung,
} from "../../src/domains/einbuergerung/index.ts";
import { AUFENTHALT, AufenthaltEingabe, recordEintrag } from "../../src/domains/lebenslage/index.ts";
import type { Actor } from "../../src/platform/actor.ts";
import { today } from "../../src/platform/clock.ts";
import { writeAs } from "../../src/platform/db.ts";
import { daysFrom } from "../../src/platform/span.ts";

type Typed = Readonly<Record<string, string>>;

/** A naturalisation as the form begins it, today. Returns its id. */
export const einbuergerung = (actor: Actor, person: string, more: Typed = {}): Promise<string> =>
  writeAs(actor, (tx) => {
    const typed = { perspektive: "p10", ebh: "Kreis", am: today(), ...more };
    return beginEinbuergerung(tx, actor, person, NeueEinbuergerung.parse(typed));
  });

/** The next step of one that is in a version; a promise holds for two years. */
export const schritt = (
  actor: Actor,
  at: { readonly id: string; readonly version: number },
  nach: Stand,
  more: Typed = {},
): Promise<void> =>
  writeAs(actor, (tx) => {
    const bis = nach === "zusicherung" ? daysFrom(today(), 730) : "";
    return moveEinbuergerung(tx, actor, at, SchrittEingabe.parse({ nach, am: today(), bis, ...more }));
  });

/** A residence status of a person over time. */
export const status = (actor: Actor, person: string, code: string, von: string, bis = ""): Promise<string> =>
  writeAs(actor, (tx) =>
    recordEintrag(tx, actor, AUFENTHALT, person, AufenthaltEingabe.parse({ status: code, von, bis })),
  );

/** The way to each state. */
export const WEG_ZU: Readonly<Record<Stand, readonly Stand[]>> = {
  vorcheck: [],
  antrag: ["antrag"],
  anhoerung: ["antrag", "anhoerung"],
  zusicherung: ["antrag", "anhoerung", "zusicherung"],
  eingebuergert: ["antrag", "anhoerung", "eingebuergert"],
  abgelehnt: ["antrag", "abgelehnt"],
  zurueckgezogen: ["zurueckgezogen"],
};
