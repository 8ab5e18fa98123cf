import { isOpen, daysFrom, monateSpaeter } from "../../../platform/span.ts";
import type { Gremium, Rhythmus } from "./gremium.ts";
import type { Stand } from "./sitzung.ts";

/** So many months lie between two meetings at most; none where a body meets as it needs to. */
const MONATE: Readonly<Record<Rhythmus, number | undefined>> = {
  monat: 1,
  quartal: 3,
  halbjahr: 6,
  jahr: 12,
  bedarf: undefined,
};

/** So many days before the next meeting is due somebody has to plan it: an invitation needs its time. */
const VORLAUF = { monat: 14, sonst: 28 } as const;

const HAT_GETAGT: readonly Stand[] = ["durchgefuehrt", "entwurf", "freigegeben"];
const WIRD_TAGEN: readonly Stand[] = ["geplant", "eingeladen"];

type Lage = "bald" | "ueberfaellig";

/** When a body met last and meets next, and what its rhythm says of it. Days are ISO. */
export type Takt = {
  readonly zuletzt: string | undefined;
  readonly naechste: string | undefined;
  /** Until when the next one is due; undefined where the rhythm says nothing. */
  readonly faellig: string | undefined;
  /** No meeting is planned, and one has to be: soon, or since a day that has gone. */
  readonly fehlt: Lage | undefined;
};

type Koerper = Pick<Gremium, "rhythmus" | "gegruendetAm" | "beendetAm">;
type Termin = { readonly tag: string; readonly stand: Stand };

/** @param heute ISO day */
export function taktVon(gremium: Koerper, sitzungen: readonly Termin[], heute: string): Takt {
  const days = (wanted: readonly Stand[], there: (tag: string) => boolean) =>
    sitzungen
      .filter(({ tag, stand }) => wanted.includes(stand) && there(tag))
      .map(({ tag }) => tag)
      .toSorted();
  const zuletzt = days(HAT_GETAGT, (tag) => tag <= heute).at(-1);
  const naechste = days(WIRD_TAGEN, (tag) => tag >= heute)[0];
  const monate = isOpen({ bis: gremium.beendetAm }, heute) ? MONATE[gremium.rhythmus] : undefined;
  if (monate === undefined) return { zuletzt, naechste, faellig: undefined, fehlt: undefined };
  const faellig = monateSpaeter(zuletzt ?? gremium.gegruendetAm, monate);
  const ab = daysFrom(faellig, -(gremium.rhythmus === "monat" ? VORLAUF.monat : VORLAUF.sonst));
  const lage = faellig < heute ? "ueberfaellig" : ab <= heute ? "bald" : undefined;
  return { zuletzt, naechste, faellig, fehlt: naechste === undefined ? lage : undefined };
}
