import { type Actor, may } from "../../../platform/actor.ts";
import { today } from "../../../platform/clock.ts";
import type { Tx } from "../../../platform/db.ts";
import { tagText } from "../../../platform/span.ts";
import { anzahl, zahl } from "../../../platform/words.ts";
import {
  type Kennzahlen,
  type Zelle,
  genannte,
  halbjahrAm,
  istGenannt,
  kennzahlen,
  zeitraumName,
} from "../../auswertung/index.ts";
import { berichtslage } from "../../berichte/index.ts";
import { stellenlage } from "../../stellen/index.ts";
import type { Eintrag } from "../../termine/index.ts";
import { pflege, wartendeRollen } from "../../verwaltung/index.ts";
import { countErneuerungen, waitingRows } from "../../zugang/index.ts";
import { verwaiste, wartende } from "../../zustaendigkeit/index.ts";
import { meinTag } from "./mein-tag.ts";
import type { Lage, Punkt } from "../model/lage.ts";

type Part = (tx: Tx, actor: Actor) => Promise<Lage>;

const points = (...all: readonly (Punkt | false)[]): Punkt[] => all.filter((one) => one !== false);

/** A figure as it may be told: of the Kreis a small one is not. */
const told = (z: Zelle): string => (istGenannt(z) ? zahl(z) : "wenige");

/** The running half-year of the Kreis as it is told there, or of one's own Träger as it is. */
const auswerten: Part = async (tx, actor) => {
  const zeitraum = halbjahrAm(today());
  const kreis = may(actor, "auswertung.kreis_lesen");
  const k: Kennzahlen | undefined = kreis
    ? (await genannte(tx, [zeitraum])).kennzahlen[0]
    : await kennzahlen(tx, { ...zeitraum, traegerId: actor.traegerId });
  if (k === undefined) return { tun: [], neu: [], zahlen: [] };
  const open = k.nichtZugeordnet;
  const dazu = `${zeitraumName(zeitraum)} bisher, ${kreis ? "Kreis" : "Ihr Träger"}`;
  return {
    tun: [],
    neu: points(
      istGenannt(open) &&
        open > 0 && {
          text: `${anzahl(open, "Nennung ist", "Nennungen sind")} keinem Thema zugeordnet`,
          href: "/auswertung",
        },
    ),
    zahlen: [
      { label: "Beratungen", wert: told(k.beratungen), dazu },
      { label: "mit Neuzugewiesenen", wert: told(k.neuzuweisungen), dazu: "davon" },
    ],
  };
};

const berichten: Part = async (tx, actor) => {
  const { neuester, entwuerfe, freigegeben } = await berichtslage(tx, actor);
  return {
    tun: points(
      entwuerfe > 0 && {
        text: anzahl(entwuerfe, "Bericht ist noch Entwurf", "Berichte sind noch Entwurf"),
        href: "/berichte",
      },
    ),
    neu: points(
      neuester !== undefined && {
        text: `Bericht ${neuester.nummer} „${neuester.titel}“, freigegeben am ${tagText(neuester.am)}`,
        href: `/berichte/${neuester.id}`,
      },
    ),
    zahlen: [{ label: "Berichte", wert: zahl(freigegeben), dazu: "freigegeben" }],
  };
};

const VZAE = new Intl.NumberFormat("de-DE", { maximumFractionDigits: 2 });
const vzae = (hundertstel: number): string => VZAE.format(hundertstel / 100);

const stellen: Part = async (tx, actor) => {
  const { soll, ist, ohneGrund, endenBald } = await stellenlage(tx, actor);
  const kreis = may(actor, "stelle.kreis_lesen");
  return {
    tun: points(
      ohneGrund > 0 &&
        may(actor, "stelle.schreiben") && {
          text: `${anzahl(ohneGrund, "Vakanz", "Vakanzen")} ohne Grund: nachtragen`,
          href: "/stellen",
        },
    ),
    neu: points(
      endenBald > 0 && {
        text: `${anzahl(endenBald, "Besetzung endet", "Besetzungen enden")} in den nächsten 60 Tagen`,
        href: "/stellen",
      },
    ),
    zahlen:
      soll === 0
        ? []
        : [{ label: "VZÄ besetzt", wert: `${vzae(ist)} von ${vzae(soll)}`, dazu: kreis ? "Kreis" : "Ihr Träger" }],
  };
};

const verwalten: Part = async (tx, actor) => {
  const { punkte, aktiv, eingeladen, standorte } = await pflege(tx, actor);
  return {
    tun: points(
      (standorte === 0 || aktiv + eingeladen < 2) && {
        text: "KIM ist noch nicht fertig eingerichtet: nächste Schritte ansehen",
        href: "/verwaltung",
      },
      punkte.length > 0 && {
        text: `${anzahl(punkte.length, "Zugang oder Standort braucht", "Zugänge oder Standorte brauchen")} Pflege`,
        href: "/verwaltung",
      },
    ),
    neu: [],
    zahlen: [
      { label: "Zugänge", wert: zahl(aktiv), dazu: `dazu ${zahl(eingeladen)} eingeladen` },
      { label: "Standorte", wert: zahl(standorte) },
    ],
  };
};

const VERTRETUNGEN = "/vertretungen";

const bestaetigen: Part = async (tx, actor) => {
  const konten = new Set((await waitingRows(tx, actor)).map((row) => row.kontoId)).size;
  const rollen = (await wartendeRollen(tx, actor)).length;
  const [ohne, zuBestaetigen] = [await verwaiste(tx, actor), await wartende(tx, actor)];
  const href = "/verwaltung/erneuerungen";
  return {
    tun: points(
      konten > 0 && {
        text: `${anzahl(konten, "erneuerter Zugang wartet", "erneuerte Zugänge warten")} auf Bestätigung`,
        href,
      },
      rollen > 0 && { text: `${anzahl(rollen, "Rolle wartet", "Rollen warten")} auf eine zweite Zustimmung`, href },
      ohne > 0 &&
        may(actor, "vertretung.anordnen") && {
          text: `Offene Arbeit von ${anzahl(ohne, "Person, die nicht mehr berät", "Personen, die nicht mehr beraten")}: verteilen`,
          href: VERTRETUNGEN,
        },
      zuBestaetigen > 0 && {
        text: `${anzahl(zuBestaetigen, "Vertretung oder Übergabe wartet", "Vertretungen oder Übergaben warten")} auf Bestätigung`,
        href: VERTRETUNGEN,
      },
    ),
    neu: [],
    zahlen: [{ label: "Erneuerte Zugänge", wert: zahl(await countErneuerungen(tx, actor)), dazu: "bei Ihrem Träger" }],
  };
};

const schuetzen: Part = async () => ({
  tun: [],
  neu: [{ text: "Im Protokoll nachlesen, wer welche Akte geöffnet hat", href: "/protokoll" }],
  zahlen: [],
});

const PARTS = [
  ["konto.bestaetigen", bestaetigen],
  ["konto.traeger_verwalten", verwalten],
  ["stelle.lesen", stellen],
  ["auswertung.traeger_lesen", auswerten],
  ["bericht.lesen", berichten],
  ["protokoll.lesen", schuetzen],
] as const;

/** What the work of this person has to say, one after the other. */
export type Start = {
  /** Undefined where KIM has no page for it yet. */
  readonly all: readonly Lage[] | undefined;
  /** Her calendar of today; undefined for whoever has none. */
  readonly heute: readonly Eintrag[] | undefined;
};

export async function lagen(tx: Tx, actor: Actor): Promise<Start> {
  const mine = PARTS.filter(([recht]) => may(actor, recht));
  const { lage, heute } = await meinTag(tx, actor);
  if (mine.length === 0 && lage === undefined) return { all: undefined, heute };
  const all: Lage[] = lage === undefined ? [] : [lage];
  for (const [, part] of mine) all.push(await part(tx, actor));
  return { all, heute };
}
