/** The door of the room: what other rooms may call. README.md says what an assessment is here. */
export { AssessmentTag, Einschaetzung } from "./model/assessment.ts";
export { NeueVerbindung } from "./model/netzwerk.ts";
export { auffaellig } from "./model/auffaellig.ts";
export { beginAssessment } from "./commands/begin-assessment.ts";
export { assess } from "./commands/assess.ts";
export { addVerbindung } from "./commands/add-verbindung.ts";
export { changeVerbindung } from "./commands/change-verbindung.ts";
export { type AssessmentKurz, assessmentKurz } from "./queries/kurz.ts";
