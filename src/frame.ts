import type { Signed } from "./domains/zugang/index.ts";
import { may } from "./platform/actor.ts";
import { assets } from "./platform/assets.ts";
import type { Frame } from "./platform/frame.ts";
import { NAVIGATION } from "./routes.ts";

// The session locks after 15 minutes without activity (BSI: 5–15). The server notes activity once a minute, so the browser
// does it a minute earlier, and says so two minutes before.
const LOCK = {
  afterSeconds: 14 * 60,
  warnSeconds: 120,
  now: "/sperren",
  page: "/sperre",
  extend: "/sitzung/verlaengern",
} as const;

const FOOTER = [
  { label: "Hilfe", href: "/hilfe" },
  { label: "Datenschutz", href: "/hilfe/datenschutz" },
  { label: "Barrierefreiheit", href: "/hilfe/barrierefreiheit" },
];

const PERSONS = "/personen";

/** Persons can be looked for from every page but their own, which has the field in its middle. */
const searchFor = (who: Signed, path: string): Frame["search"] =>
  may(who.actor, "person.lesen") && path !== PERSONS ? { action: PERSONS, label: "Person suchen" } : undefined;

/** What surrounds each page of a signed-in person: only the places that he or she may go to. */
export function frameOf(who: Signed, path: string, demo: boolean): Frame {
  const nav = NAVIGATION.map((group) => ({
    ...group,
    items: group.items.filter((item) => may(who.actor, item.recht)),
  }));
  return {
    assets: assets().urls,
    path,
    home: "/",
    kreis: demo ? `${who.kreisName} – Demo, alle Personen erfunden` : who.kreisName,
    nav: nav.filter((group) => group.items.length > 0),
    who: {
      name: who.name,
      role: who.rollen.join(", "),
      place: who.ort,
      account: "/konto",
      signOut: "/abmelden",
      // Unlocking leads back to this page.
      lock: `${LOCK.now}?${new URLSearchParams({ weiter: path }).toString()}`,
    },
    search: searchFor(who, path),
    lock: LOCK,
    footer: FOOTER,
    keys: { on: who.tasten, toggle: "/konto/tasten" },
  };
}
