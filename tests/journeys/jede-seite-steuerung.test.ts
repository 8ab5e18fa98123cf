import { testDatabase } from "../support/db.ts";
import { rundgang, visitAll } from "./every-page.ts";
import { STEUERUNG } from "./wege.ts";

visitAll(rundgang(testDatabase()), STEUERUNG);
