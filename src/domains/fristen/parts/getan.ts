import { notices } from "../../../platform/notices.ts";
import { anzahl } from "../../../platform/words.ts";

export const LIST = "/fristen";

/** What the pages of the room say after a change. */
export const getan = notices({
  angelegt: "Die Frist ist angelegt.",
  gespeichert: "Gespeichert.",
  erledigen: (n) => `${anzahl(n, "Frist ist", "Fristen sind")} erledigt.`,
  verwerfen: (n) => `${anzahl(n, "Frist ist", "Fristen sind")} verworfen.`,
  verschieben: (n) => `${anzahl(n, "Frist ist", "Fristen sind")} verschoben.`,
  oeffnen: (n) => `${anzahl(n, "Frist ist", "Fristen sind")} wieder offen.`,
  erinnerungAn: "Die Erinnerung ist bestellt.",
  erinnerungAus: "Die Erinnerung ist abbestellt.",
  zurueck: (n) => `Zurückgenommen: ${anzahl(n, "Frist ist", "Fristen sind")} wieder, wie vorher.`,
  uebergeben: (n) =>
    `${anzahl(n, "Akte wird", "Akten werden")} übergeben. Unter „Vertretung“ nehmen Sie das zurück, solange es nicht geschehen ist.`,
});
