import { join } from "node:path";
import type { UnlesbarArt } from "../leser/unlesbar.ts";
import type { Blatt } from "../leser/zelle.ts";

/** The program that reads the sheets of a file in a process of its own (`blaetter-nebenan.ts`), for whoever starts it. */
export const BLATTPROGRAMM = join(import.meta.dirname, "blaetter-nebenan.ts");

/** What it says, one line: the sheets, or why there are none. */
export type Blattantwort =
  | { readonly art: "blaetter"; readonly blaetter: readonly Blatt[] }
  | { readonly art: "unlesbar"; readonly grund: UnlesbarArt; readonly satz: string };
