import { notices } from "../../../platform/notices.ts";
import type { Stelle } from "../queries/freigaben.ts";

export const LIST = "/uebersetzungen";
export const ONE = `${LIST}/text`;

/** Where the words stand to be read and released. */
export const textOf = ({ formular, gegenstand, sprache }: Stelle): string =>
  `${ONE}?${new URLSearchParams({ formular, sprache, ...(gegenstand === "" ? {} : { liste: gegenstand }) }).toString()}`;

/** What the pages of the room say after a change. */
export const getan = notices({
  freigegeben: "Die Übersetzung ist freigegeben. Was daraus gedruckt wird, sagt ab jetzt, wer sie geprüft hat.",
  zurueck: "Die Freigabe ist zurückgenommen. Die Übersetzung trägt wieder den Hinweis.",
});
