import { kapitelZu } from "../model/seiten.ts";
import { KAPITEL } from "./handbuch.ts";

/** The chapter about the page at a path, to be opened from there; in the handbook itself its contents. */
export function hilfeZu(path: string): { readonly label: string; readonly href: string } {
  const adresse = kapitelZu(path);
  const found = KAPITEL.find((k) => k.adresse === adresse);
  return found === undefined
    ? { label: "Alle Kapitel", href: "/hilfe" }
    : { label: found.titel, href: `/hilfe/${found.adresse}` };
}
