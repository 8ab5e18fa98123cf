import { assets } from "./assets.ts";
import type { Frame } from "./frame.ts";

/** The surroundings of a page for whoever is signed out: no navigation, no name. */
export const publicFrame = (path: string, kreis?: string): Frame => ({
  assets: assets().urls,
  path,
  address: path,
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

/** The same where somebody signs in or unlocks; `konto` is whose session waits for it, where that is known. */
export const signInFrame = (path: string, konto = "", kreis?: string): Frame => ({
  ...publicFrame(path, kreis),
  konto,
  gone: true,
});
