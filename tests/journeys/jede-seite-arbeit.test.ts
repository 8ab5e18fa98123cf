import { testDatabase } from "../support/db.ts";
import { rundgang, visitAll } from "./every-page.ts";
import { ARBEIT } from "./wege.ts";

visitAll(rundgang(testDatabase()), ARBEIT);
