import { testDatabase } from "../support/db.ts";
import { rundgang, visitAll } from "./every-page.ts";
import { UEBERNAHME } from "./wege.ts";

visitAll(rundgang(testDatabase()), UEBERNAHME);
