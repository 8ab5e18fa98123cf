import { notices } from "../../../platform/notices.ts";
import type { Zielgruppe } from "../model/zielgruppe.ts";

export const ZIELGRUPPE = "/zielgruppe";

/** What the pages of the rule say after a change. */
export const zielgruppeGetan = notices({
  angelegt: "Die Regel ist angelegt. Was früher entschieden wurde, bleibt, wie es ist.",
  gespeichert: "Gespeichert.",
  entfernt: "Die Regel ist entfernt.",
});

export const ZIELGRUPPE_TITLE = "Zielgruppe des Case Managements";
/** Where the pages about one rule stand. */
export const belowZielgruppe = { breadcrumb: [{ label: ZIELGRUPPE_TITLE, href: ZIELGRUPPE }] };

/** Whether a rule holds on a day, will, or did. */
export const standAm = ({ ab, bis }: Zielgruppe, day: string): "gilt" | "kommt" | "galt" =>
  ab > day ? "kommt" : bis !== null && bis < day ? "galt" : "gilt";
