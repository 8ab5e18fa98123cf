import type { Table } from "../table.ts";
import { AUSWERTUNG } from "./auswertung.ts";
import { BERATUNGEN } from "./beratungen.ts";
import { BERICHTE } from "./berichte.ts";
import { CODELISTEN } from "./codelisten.ts";
import { FAELLE } from "./faelle.ts";
import { INSTALLATION } from "./installation.ts";
import { PERSONEN } from "./personen.ts";
import { PLATFORM } from "./platform.ts";
import { STELLEN } from "./stellen.ts";
import { UEBERNAHME } from "./uebernahme.ts";
import { VERWALTUNG } from "./verwaltung.ts";
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
  ...UEBERNAHME,
  ...AUSWERTUNG,
  ...STELLEN,
  ...BERICHTE,
  ...INSTALLATION,
];
