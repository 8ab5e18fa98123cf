import { testDatabase } from "../support/db.ts";
import { rundgang, visitAll } from "./every-page.ts";
import { VERWALTUNG } from "./wege.ts";

visitAll(rundgang(testDatabase()), VERWALTUNG);
