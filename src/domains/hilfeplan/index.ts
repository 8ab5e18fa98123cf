/** The door of the room: what a case asks of its plan. README.md says what the words mean here. */
export { addZiel } from "./commands/add-ziel.ts";
export { addSchritt } from "./commands/add-schritt.ts";
export { agreePlan } from "./commands/agree-plan.ts";
export { beginEntwurf } from "./commands/begin-entwurf.ts";
export { changeEntwurf } from "./commands/change-entwurf.ts";
export { recordAbschluss, recordBewertung } from "./commands/record-bewertung.ts";
export { setStaende } from "./commands/set-staende.ts";
export { EntwurfEingabe, StaendeEingabe, Vereinbarung, WER, ZielEingabe } from "./model/plan.ts";
export { ERREICHUNG, UNKLAR, erreichungWort, wertField } from "./model/ziele.ts";
export { imPlan } from "./queries/im-plan.ts";
export { istVereinbart } from "./queries/ist-vereinbart.ts";
export { type PlanKurz, planKurz } from "./queries/kurz.ts";
export { planImVerlauf } from "./queries/verlauf.ts";
export { type OffenesZiel, offeneZiele, zieleImPlan } from "./queries/offene-ziele.ts";
export { planSeite } from "./queries/seite.ts";
