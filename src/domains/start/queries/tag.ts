import { z } from "zod";
import { type Actor, type Recht, may } from "../../../platform/actor.ts";
import { today } from "../../../platform/clock.ts";
import { sql } from "../../../platform/db.ts";
import { tagText } from "../../../platform/span.ts";
import { anzahl, zahl } from "../../../platform/words.ts";
import { beratungTag } from "../../beratungen/index.ts";
import { fristTag } from "../../fristen/index.ts";
import { empfangTag } from "../../freigaben/index.ts";
import { gremienTag } from "../../gremien/index.ts";
import { lueckenTag } from "../../luecken/index.ts";
import { massnahmenTag } from "../../massnahmen/index.ts";
import { einstehenTag } from "../../zustaendigkeit/index.ts";
import type { Punkt, Zahl } from "../model/lage.ts";

export type Asking = Pick<Actor, "kontoId" | "traegerId">;

/**
 * A room's lines on the first page: an expression, one JSON value about whoever asks, and what it says. All are asked in one
 * statement, so that a room more costs the page none.
 */
export type Tagesblick = {
  readonly recht: Recht;
  /** The same question whoever asks; of the day it is asked on. */
  readonly json: (actor: Asking) => ReturnType<typeof sql<unknown>>;
  /** Worth knowing rather than something to do. */
  readonly neu?: true;
  readonly sagt: (json: unknown, actor: Actor) => readonly (Punkt | false)[];
  /** Figures of one's own work. */
  readonly zahlen?: (json: unknown) => readonly Zahl[];
};

const fristen: Tagesblick = {
  ...fristTag,
  sagt: (json) => {
    const { ueberfaellig, heute, faellig } = fristTag.liest(json);
    return [
      ueberfaellig > 0 && {
        text: `${anzahl(ueberfaellig, "Frist ist", "Fristen sind")} überfällig`,
        href: "/fristen?stand=ueberfaellig",
      },
      heute > 0 && { text: `${anzahl(heute, "Frist endet", "Fristen enden")} heute`, href: "/fristen" },
      faellig > 0 && { text: `${anzahl(faellig, "Frist rückt", "Fristen rücken")} näher`, href: "/fristen" },
    ];
  },
};

const einstehen: Tagesblick = {
  ...einstehenTag,
  sagt: (json) => einstehenTag.liest(json).map((text) => ({ text, href: "/vertretung" })),
};

const Antworten = z.object({ n: z.number(), person: z.string().nullable() });

const antworten: Tagesblick = {
  recht: "freigabe.lesen",
  json: empfangTag.antworten,
  sagt: (json) => {
    const { n, person } = Antworten.parse(json);
    return [
      person !== null && {
        text: anzahl(n, "Freigabe hat eine neue Antwort", "Freigaben haben neue Antworten: mit der ersten anfangen"),
        href: `/personen/${person}/freigaben`,
      },
    ];
  },
};

const COUNT = z.number();

/** A line that is a number and leads somewhere; nothing where it is 0. */
const zaehlt = (recht: Recht, json: Tagesblick["json"], text: (n: number) => string, href: string): Tagesblick => ({
  recht,
  json,
  sagt: (found) => {
    const n = COUNT.parse(found);
    return [n > 0 && { text: text(n), href }];
  },
});

const uebergaben = zaehlt(
  "vertretung.eigene",
  ({ kontoId }) => sql`select count(*)::int from kim.uebergabe
    where an_konto = ${kontoId}::uuid and getan is not null and gesehen is null`,
  (n) => `${anzahl(n, "Übergabe ist", "Übergaben sind")} neu bei Ihnen: lesen`,
  "/vertretung",
);

const verweise = zaehlt(
  "verweis.lesen",
  ({ kontoId }) => sql`select count(*)::int from kim.verweis where konto_id = ${kontoId}::uuid
    and stand in ('offen', 'vermittelt', 'warteliste') and nachfragen_am <= ${today()}::date`,
  (n) => `Nachfragen, was aus ${anzahl(n, "Verweis", "Verweisen")} wurde`,
  "/verweise",
);

const kopien = zaehlt(
  "kopie.empfangen",
  empfangTag.kopien,
  (n) => `${anzahl(n, "freigegebene Kopie wartet", "freigegebene Kopien warten")} auf Ihr Ergebnis`,
  "/kopien",
);

const angebote = zaehlt(
  "angebot.empfangen",
  empfangTag.angebote,
  (n) => `${anzahl(n, "Angebot eines anderen Trägers wartet", "Angebote anderer Träger warten")} auf eine Antwort`,
  "/uebergabe-angebote",
);

const gemeldet = zaehlt(
  "luecke.steuern",
  lueckenTag.gemeldet,
  (n) => `${anzahl(n, "gemeldete Systemlücke", "gemeldete Systemlücken")} sichten`,
  "/luecken?stand=gemeldet",
);

const wieder = zaehlt(
  "luecke.steuern",
  lueckenTag.wieder,
  (n) => `${anzahl(n, "zurückgestellte Systemlücke", "zurückgestellte Systemlücken")} wieder vorlegen`,
  "/luecken?stand=zurueckgestellt",
);

const pruefen = zaehlt(
  "massnahme.steuern",
  massnahmenTag.pruefen,
  (n) => `${anzahl(n, "Prüftag einer Maßnahme ist", "Prüftage von Maßnahmen sind")} gekommen`,
  "/massnahmen",
);

const auftraege = zaehlt(
  "gremium.schreiben",
  gremienTag.ueberfaellig,
  (n) => `${anzahl(n, "Auftrag eines Gremiums ist", "Aufträge von Gremien sind")} überfällig`,
  "/gremien/auftraege",
);

const protokolle = zaehlt(
  "gremium.schreiben",
  gremienTag.protokolle,
  (n) => `${anzahl(n, "Protokoll einer Sitzung ist", "Protokolle von Sitzungen sind")} noch nicht freigegeben`,
  "/gremien",
);

const vorbei = zaehlt(
  "gremium.schreiben",
  gremienTag.vorbei,
  (n) => `Sagen, ob ${n === 1 ? "eine Sitzung" : `${zahl(n)} Sitzungen`} stattgefunden ${n === 1 ? "hat" : "haben"}`,
  "/gremien",
);

const takt: Tagesblick = {
  recht: "gremium.schreiben",
  json: gremienTag.takt,
  sagt: (json) =>
    gremienTag.fehlende(json).map(({ id, name, takt: { faellig = "" } }) => ({
      wer: name,
      text: `nächste Sitzung fällig bis ${tagText(faellig)}, keine geplant`,
      href: `/gremien/${id}`,
    })),
};

const neues: Tagesblick = {
  neu: true,
  ...zaehlt(
    "luecke.melden",
    lueckenTag.neues,
    (n) => `Neues zu ${anzahl(n, "Systemlücke, die Sie gemeldet haben", "Systemlücken, die Sie gemeldet haben")}`,
    "/luecken/meine",
  ),
};

const beratungen: Tagesblick = {
  ...beratungTag,
  sagt: (json, actor) => {
    const { entwuerfe, nochKeine } = beratungTag.liest(json);
    return [
      entwuerfe > 0 && {
        text: `${anzahl(entwuerfe, "angefangene Beratung", "angefangene Beratungen")} weiterschreiben`,
        href: "/beratungen/neu",
      },
      nochKeine &&
        may(actor, "uebernahme.schreiben") && {
          text: "Beratungen aus einer Excel- oder CSV-Liste übernehmen",
          href: "/uebernahmen",
        },
    ];
  },
  zahlen: (json) => {
    const { heute, woche, monat, vormonat } = beratungTag.liest(json);
    return [
      { label: "Heute erfasst", wert: zahl(heute), dazu: "Kontakte von heute" },
      { label: "Diese Woche", wert: zahl(woche), dazu: "seit Montag" },
      { label: "Dieser Monat", wert: zahl(monat), dazu: `letzter Monat ${zahl(vormonat)}` },
    ];
  },
};

/** In this order. A room adds its line here. */
export const TAG: readonly Tagesblick[] = [
  einstehen,
  fristen,
  uebergaben,
  antworten,
  verweise,
  kopien,
  angebote,
  gemeldet,
  wieder,
  pruefen,
  auftraege,
  protokolle,
  vorbei,
  takt,
  neues,
  beratungen,
];
