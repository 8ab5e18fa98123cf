import { testDatabase } from "../support/db.ts";
import { rundgang, visitAll } from "./every-page.ts";
import { ZUGANG } from "./wege.ts";

visitAll(rundgang(testDatabase()), ZUGANG);
