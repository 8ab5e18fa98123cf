import { Refused, type Values } from "../../../platform/form.ts";

/** @throws Refused for a field that no such form has */
export function refuseUnknownFields(sent: Values, known: RegExp): void {
  const unknown = Object.keys(sent).find((name) => !known.test(name));
  if (unknown !== undefined) throw new Refused(`Unbekanntes Feld im Formular: ${unknown.slice(0, 40)}.`);
}
