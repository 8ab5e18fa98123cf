import { routes as assessment } from "./domains/assessment/pages/index.ts";
import { routes as auswertung } from "./domains/auswertung/pages/index.ts";
import { routes as beratungen } from "./domains/beratungen/pages/index.ts";
import { routes as berichte } from "./domains/berichte/pages/index.ts";
import { routes as fallbesprechung } from "./domains/fallbesprechung/pages/index.ts";
import { routes as dokumente } from "./domains/dokumente/pages/index.ts";
import { routes as einbuergerung } from "./domains/einbuergerung/pages/index.ts";
import { routes as einwilligungen } from "./domains/einwilligungen/pages/index.ts";
import { routes as faelle } from "./domains/faelle/pages/index.ts";
import { routes as familie } from "./domains/familie/pages/index.ts";
import { routes as fristen } from "./domains/fristen/pages/index.ts";
import { routes as freigaben } from "./domains/freigaben/pages/index.ts";
import { routes as hilfe } from "./domains/hilfe/pages/index.ts";
import { routes as hilfeplan } from "./domains/hilfeplan/pages/index.ts";
import { routes as uebersetzungen } from "./domains/uebersetzungen/pages/index.ts";
import { routes as konzept } from "./domains/konzept/pages/index.ts";
import { routes as lebenslage } from "./domains/lebenslage/pages/index.ts";
import { routes as gremien } from "./domains/gremien/pages/index.ts";
import { routes as luecken } from "./domains/luecken/pages/index.ts";
import { routes as massnahmen } from "./domains/massnahmen/pages/index.ts";
import { routes as muki } from "./domains/muki/pages/index.ts";
import { routes as neuzuweisungen } from "./domains/neuzuweisungen/pages/index.ts";
import { routes as personen } from "./domains/personen/pages/index.ts";
import { routes as rekonstruktion } from "./domains/rekonstruktion/pages/index.ts";
import { routes as schutz } from "./domains/schutz/pages/index.ts";
import { routes as start } from "./domains/start/pages/index.ts";
import { routes as stellen } from "./domains/stellen/pages/index.ts";
import { routes as termine } from "./domains/termine/pages/index.ts";
import { routes as uebernahme } from "./domains/uebernahme/pages/index.ts";
import { routes as verstaendigung } from "./domains/verstaendigung/pages/index.ts";
import { routes as verweise } from "./domains/verweise/pages/index.ts";
import { routes as verwaltung } from "./domains/verwaltung/pages/index.ts";
import { routes as zustaendigkeit } from "./domains/zustaendigkeit/pages/index.ts";
import { demoRoutes, draftRoutes, filesClosed, routes as zugang } from "./domains/zugang/pages/index.ts";
import type { Route } from "./platform/access.ts";
import type { Recht } from "./platform/actor.ts";

const rooms: readonly Route[] = [
  ...start,
  ...hilfe,
  ...zugang,
  ...beratungen,
  ...personen,
  ...familie,
  ...lebenslage,
  ...faelle,
  ...hilfeplan,
  ...uebersetzungen,
  ...fristen,
  ...termine,
  ...verstaendigung,
  ...fallbesprechung,
  ...assessment,
  ...einwilligungen,
  ...verweise,
  ...einbuergerung,
  ...dokumente,
  ...freigaben,
  ...muki,
  ...gremien,
  ...luecken,
  ...rekonstruktion,
  ...massnahmen,
  ...neuzuweisungen,
  ...zustaendigkeit,
  ...uebernahme,
  ...stellen,
  ...auswertung,
  ...berichte,
  ...konzept,
  ...verwaltung,
  ...schutz,
];

/** The site map: every page of KIM, room by room, and where their forms keep what is half typed. */
export const routes: readonly Route[] = [...rooms, ...draftRoutes(rooms)];

export { demoRoutes, filesClosed };

/** One place in the side navigation, shown to whoever holds its permission. */
type Place = { readonly label: string; readonly href: string; readonly recht: Recht };

/** The side navigation in its order. */
export const NAVIGATION: readonly { readonly label?: string; readonly items: readonly Place[] }[] = [
  {
    items: [
      { label: "Start", href: "/", recht: "start.sehen" },
      { label: "Beratung erfassen", href: "/beratungen/neu", recht: "beratung.schreiben" },
      { label: "Beratungen", href: "/beratungen", recht: "beratung.lesen" },
      { label: "Personen", href: "/personen", recht: "person.lesen" },
      { label: "Fälle", href: "/faelle", recht: "fall.lesen" },
      { label: "Termine", href: "/termine", recht: "beratung.lesen" },
      { label: "Fristen", href: "/fristen", recht: "fall.lesen" },
      { label: "Meine Zahlen", href: "/beratungen/zahlen", recht: "beratung.lesen" },
    ],
  },
  {
    label: "Weiter mit anderen",
    items: [
      { label: "Verweise", href: "/verweise", recht: "verweis.lesen" },
      { label: "Organisationen", href: "/organisationen", recht: "organisation.lesen" },
      { label: "Angebote", href: "/uebergabe-angebote", recht: "angebot.empfangen" },
      { label: "Freigegebene Kopien", href: "/kopien", recht: "kopie.empfangen" },
      { label: "Meine Meldungen", href: "/luecken/meine", recht: "luecke.melden" },
      { label: "Vertretung", href: "/vertretung", recht: "vertretung.eigene" },
    ],
  },
  {
    label: "Ankommen und Bleiben",
    items: [
      { label: "Neuzuweisungen", href: "/neuzuweisungen", recht: "zuweisung.lesen" },
      { label: "Unterkünfte", href: "/unterkuenfte", recht: "unterkunft.pflegen" },
      { label: "Telefonsprechstunde", href: "/telefonsprechstunde", recht: "muki.lesen" },
      { label: "DELFIN 4", href: "/delfin", recht: "muki.lesen" },
      { label: "Einbürgerungen", href: "/einbuergerungen", recht: "person.lesen" },
      { label: "Listen übernehmen", href: "/uebernahmen", recht: "uebernahme.schreiben" },
    ],
  },
  {
    label: "Verständigung",
    items: [
      { label: "Satzbuch", href: "/satzbuch", recht: "start.sehen" },
      { label: "Sprachmittlung", href: "/sprachmittlungen", recht: "sprachmittlung.lesen" },
      { label: "Übersetzungsgeräte", href: "/uebersetzungsgeraete", recht: "sprachmittlung.lesen" },
    ],
  },
  {
    label: "Steuerung",
    items: [
      { label: "Auswertung", href: "/auswertung", recht: "auswertung.traeger_lesen" },
      { label: "Berichte", href: "/berichte", recht: "bericht.lesen" },
      { label: "Auslastung", href: "/auslastung", recht: "vertretung.anordnen" },
      { label: "Neuzuweisungen verteilen", href: "/neuzuweisungen/verteilen", recht: "zuweisung.verteilen" },
      { label: "Systemlücken", href: "/luecken", recht: "luecke.lesen" },
      { label: "Fallrekonstruktionen", href: "/rekonstruktionen", recht: "rekonstruktion.lesen" },
      { label: "Gremien", href: "/gremien", recht: "gremium.lesen" },
      { label: "Maßnahmen", href: "/massnahmen", recht: "massnahme.lesen" },
      { label: "Handlungskonzept", href: "/konzept", recht: "konzept.lesen" },
      { label: "Stellen", href: "/stellen", recht: "stelle.lesen" },
      { label: "Plätze DELFIN 4", href: "/delfin/plaetze", recht: "delfin.plaetze" },
      { label: "Zielgruppe", href: "/zielgruppe", recht: "zielgruppe.pflegen" },
    ],
  },
  {
    label: "Verwaltung",
    items: [
      { label: "Übersicht", href: "/verwaltung", recht: "konto.traeger_verwalten" },
      { label: "Kommunen", href: "/verwaltung/kommunen", recht: "kommune.verwalten" },
      { label: "Träger", href: "/verwaltung/traeger", recht: "traeger.verwalten" },
      { label: "Standorte", href: "/verwaltung/standorte", recht: "standort.verwalten" },
      { label: "Mitarbeitende", href: "/verwaltung/mitarbeitende", recht: "konto.traeger_verwalten" },
      { label: "Einwilligungstexte", href: "/einwilligungstexte", recht: "einwilligungstext.schreiben" },
      { label: "Briefe und Listen", href: "/briefvorlagen", recht: "briefvorlage.schreiben" },
      { label: "Protokoll", href: "/protokoll", recht: "protokoll.lesen" },
      { label: "Übersetzungen", href: "/uebersetzungen", recht: "uebersetzung.freigeben" },
      { label: "Vertretungen", href: "/vertretungen", recht: "konto.bestaetigen" },
      { label: "Erneuerte Zugänge", href: "/verwaltung/erneuerungen", recht: "konto.bestaetigen" },
    ],
  },
];
