import type { Table } from "../table.ts";
import { ASSESSMENTS } from "./assessment.ts";
import { AUSWERTUNG } from "./auswertung.ts";
import { BERATUNGEN } from "./beratungen.ts";
import { BERICHTE } from "./berichte.ts";
import { CODELISTEN } from "./codelisten.ts";
import { DOKUMENTE } from "./dokumente.ts";
import { EINBUERGERUNGEN } from "./einbuergerung.ts";
import { EINWILLIGUNGEN } from "./einwilligungen.ts";
import { FAELLE } from "./faelle.ts";
import { FALLBESPRECHUNG } from "./fallbesprechung.ts";
import { FAMILIE_TABELLEN } from "./familie.ts";
import { FRISTEN } from "./fristen.ts";
import { FREIGABEN } from "./freigaben.ts";
import { GREMIEN } from "./gremien.ts";
import { HILFEPLAN } from "./hilfeplan.ts";
import { INSTALLATION } from "./installation.ts";
import { KONZEPT } from "./konzept.ts";
import { LEBENSLAGE } from "./lebenslage.ts";
import { LUECKEN } from "./luecken.ts";
import { MASSNAHMEN } from "./massnahmen.ts";
import { MUKI } from "./muki.ts";
import { NEUZUWEISUNGEN } from "./neuzuweisungen.ts";
import { PERSONEN } from "./personen.ts";
import { PLATFORM } from "./platform.ts";
import { REKONSTRUKTIONEN } from "./rekonstruktion.ts";
import { STELLEN } from "./stellen.ts";
import { TERMINE } from "./termine.ts";
import { UEBERNAHME } from "./uebernahme.ts";
import { UEBERSETZUNGEN } from "./uebersetzungen.ts";
import { VERSTAENDIGUNG } from "./verstaendigung.ts";
import { VERWALTUNG } from "./verwaltung.ts";
import { VERWEISE } from "./verweise.ts";
import { ZUGANG } from "./zugang.ts";
import { ZUSTAENDIGKEIT } from "./zustaendigkeit.ts";

/** Every table of the database: the one list that walls, grants, comments and documents are made of. */
export const TABLES: readonly Table[] = [
  ...CODELISTEN,
  ...VERWALTUNG,
  ...ZUGANG,
  ...ZUSTAENDIGKEIT,
  ...PLATFORM,
  ...PERSONEN,
  ...BERATUNGEN,
  ...FAELLE,
  ...FALLBESPRECHUNG,
  ...FAMILIE_TABELLEN,
  ...HILFEPLAN,
  ...LEBENSLAGE,
  ...ASSESSMENTS,
  ...EINBUERGERUNGEN,
  ...EINWILLIGUNGEN,
  ...VERWEISE,
  ...FRISTEN,
  ...DOKUMENTE,
  ...FREIGABEN,
  ...TERMINE,
  ...UEBERSETZUNGEN,
  ...VERSTAENDIGUNG,
  ...MUKI,
  ...LUECKEN,
  ...REKONSTRUKTIONEN,
  ...GREMIEN,
  ...MASSNAHMEN,
  ...NEUZUWEISUNGEN,
  ...UEBERNAHME,
  ...AUSWERTUNG,
  ...STELLEN,
  ...BERICHTE,
  ...KONZEPT,
  ...INSTALLATION,
];
