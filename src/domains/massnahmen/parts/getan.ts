import { notices } from "../../../platform/notices.ts";

export const LIST = "/massnahmen";
export const ARBEIT = `${LIST}/arbeit`;
export const PRUEFTAG = `${LIST}/prueftag`;
export const INDIKATOR = `${LIST}/indikator`;
export const KETTEN = "/ketten";

/** What the pages of the room say after a change. */
export const getan = notices({
  angelegt: "Die Maßnahme ist vorgeschlagen. Sagen Sie unten, was zu tun ist und woran Sie sehen, ob sie hilft.",
  gespeichert: "Gespeichert.",
  weiter: "Der Schritt ist eingetragen. Die Lücken gehen mit, und wer sie gemeldet hat, liest davon.",
  wirkung: "Die Wirkung ist geprüft und festgehalten.",
  arbeit: "Eingetragen.",
  erledigt: "Als erledigt eingetragen.",
  offen: "Wieder offen.",
  entfernt: "Entfernt.",
  prueftag: "Der Prüftag ist eingetragen. An diesem Tag steht er auf der Startseite.",
  angesehen: "Was Sie gesehen haben, ist eingetragen.",
  indikator: "Der Indikator ist angelegt.",
  gemessen: "Der Wert ist eingetragen.",
});
