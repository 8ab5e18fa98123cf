import { testDatabase } from "../support/db.ts";
import { rundgang, visitAll } from "./every-page.ts";
import { part } from "./proben.ts";

visitAll(rundgang(testDatabase()), part(2, 2));
