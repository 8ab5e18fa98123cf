import { join } from "node:path";
import type { UnlesbarArt } from "./leser/unlesbar.ts";
import type { Ergebnis, Zeile } from "./zeilen/typen.ts";

/** The program that reads a list in a process of its own (`lies-nebenan.ts`), for whoever starts it. */
export const LESEPROGRAMM = join(import.meta.dirname, "lies-nebenan.ts");

/** What it says, a line each: how far it is, some rows, and last the rest of what was found or why there is none. */
export type Antwort =
  | { readonly art: "fortschritt"; readonly gelesen: number; readonly gesamt: number }
  | { readonly art: "zeilen"; readonly zeilen: readonly Zeile[] }
  | { readonly art: "fertig"; readonly ergebnis: Omit<Ergebnis, "zeilen"> }
  | { readonly art: "unlesbar"; readonly grund: UnlesbarArt; readonly satz: string }
  | { readonly art: "fehler"; readonly stelle: string };
