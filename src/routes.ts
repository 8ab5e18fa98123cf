import { routes as auswertung } from "./domains/auswertung/pages/index.ts";
import { routes as beratungen } from "./domains/beratungen/pages/index.ts";
import { routes as berichte } from "./domains/berichte/pages/index.ts";
import { routes as faelle } from "./domains/faelle/pages/index.ts";
import { routes as hilfe } from "./domains/hilfe/pages/index.ts";
import { routes as personen } from "./domains/personen/pages/index.ts";
import { routes as schutz } from "./domains/schutz/pages/index.ts";
import { routes as start } from "./domains/start/pages/index.ts";
import { routes as stellen } from "./domains/stellen/pages/index.ts";
import { routes as uebernahme } from "./domains/uebernahme/pages/index.ts";
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
  ...faelle,
  ...zustaendigkeit,
  ...uebernahme,
  ...stellen,
  ...auswertung,
  ...berichte,
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
      { label: "Meine Zahlen", href: "/beratungen/zahlen", recht: "beratung.lesen" },
      { label: "Personen", href: "/personen", recht: "person.lesen" },
      { label: "Fälle", href: "/faelle", recht: "fall.lesen" },
      { label: "Vertretung", href: "/vertretung", recht: "vertretung.eigene" },
      { label: "Listen übernehmen", href: "/uebernahmen", recht: "uebernahme.schreiben" },
    ],
  },
  {
    label: "Steuerung",
    items: [
      { label: "Auswertung", href: "/auswertung", recht: "auswertung.traeger_lesen" },
      { label: "Berichte", href: "/berichte", recht: "bericht.lesen" },
      { label: "Stellen", href: "/stellen", recht: "stelle.lesen" },
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
      { label: "Protokoll", href: "/protokoll", recht: "protokoll.lesen" },
      { label: "Vertretungen", href: "/vertretungen", recht: "konto.bestaetigen" },
      { label: "Erneuerte Zugänge", href: "/verwaltung/erneuerungen", recht: "konto.bestaetigen" },
    ],
  },
];
