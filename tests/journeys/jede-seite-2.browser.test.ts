import { bestandDatabase } from "./bestand.ts";
import { rundgang, visitAll } from "./every-page.ts";
import { part } from "./proben.ts";

visitAll(rundgang(bestandDatabase()), part(2, 2));
