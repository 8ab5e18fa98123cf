import { assets } from "./assets.ts";
import type { Frame } from "./frame.ts";

/** The surroundings of a page for whoever is signed out: no navigation, no name. */
export const publicFrame = (path: string, kreis?: string): Frame => ({
  assets: assets().urls,
  path,
  home: "/",
  nav: [],
  // Whoever has not signed in yet must be able to read these too (BITV: statement reachable from everywhere).
  footer: [
    { label: "Datenschutz", href: "/datenschutz" },
    { label: "Barrierefreiheit", href: "/barrierefreiheit" },
  ],
  keys: { on: false },
  ...(kreis === undefined ? {} : { kreis }),
});
