import { notices } from "../../../platform/notices.ts";

export const LIST = "/fallbesprechungen";

/** What the pages of the room say after a change. */
export const getan = notices({
  angelegt: "Gespeichert. Was verabredet wird, fügen Sie als offenen Punkt hinzu.",
  gespeichert: "Gespeichert.",
  erledigt: "Der Punkt ist nicht mehr offen. Er bleibt im Verlauf des Falls.",
  wieder: "Der Punkt ist wieder offen.",
  im_plan: "Der Punkt ist jetzt ein Schritt im Entwurf des Hilfeplans. Er gilt, sobald Sie ihn vereinbaren.",
  vereinbart: "Der Punkt steht jetzt bei den offenen des Falls.",
});
