import { hilfeZu } from "./domains/hilfe/index.ts";
import { type Signed, opensFiles } from "./domains/zugang/index.ts";
import { type Actor, isReleased, may } from "./platform/actor.ts";
import { assets } from "./platform/assets.ts";
import { carrying } from "./platform/back.ts";
import { discardedIn, restorePath } from "./platform/draft-form.ts";
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
  { label: "Datenschutz", href: "/hilfe/datenschutz" },
  { label: "Barrierefreiheit", href: "/hilfe/barrierefreiheit" },
];

const PERSONS = "/personen";

/** Persons can be looked for from every page but their own, which has the field in its middle. */
const searchFor = (who: Signed, path: string): Frame["search"] =>
  may(who.actor, "person.lesen") && isReleased(who.actor) && path !== PERSONS
    ? { action: PERSONS, label: "Person suchen" }
    : undefined;

const VERTRETUNG = "/vertretung";

/** Until somebody has read to whom others opened her files, or what was handed over to her, every page says so. */
const opened = (who: Signed, path: string): Frame["flash"] =>
  who.neueVertretung && path !== VERTRETUNG && may(who.actor, "vertretung.eigene")
    ? {
        kind: "info",
        text: "Zu Vertretung oder Übergabe gibt es Neues für Sie.",
        link: { label: "Ansehen", href: VERTRETUNG },
      }
    : undefined;

const RENEWED = "/konto/erneuerung";
const WAITS = { label: "Warum, und wie sie sich öffnen", href: RENEWED };

/** Closed files matter to whoever keeps some, and to whoever confirms others. */
const isKept = ({ rechte }: Actor): boolean => [...rechte].some((r) => opensFiles(r) || r === "konto.bestaetigen");

/** Until somebody has read who renewed her way in, every page says so; and while her files are closed for it, that they are. */
function renewed({ actor, erneuert }: Signed, path: string): Frame["flash"] {
  if (!erneuert || path === RENEWED) return undefined;
  if (!isReleased(actor) && isKept(actor))
    return {
      kind: "warning",
      text: "Ihr Zugang wurde erneuert. Bis feststeht, dass Sie es sind, bleiben Ihre Akten geschlossen.",
      link: WAITS,
    };
  return {
    kind: "warning",
    text: "Jemand anderes hat Ihren Zugang erneuert.",
    link: { label: "Wer, was und wann", href: RENEWED },
  };
}

/** What was thrown away can be taken back, on whatever page that led to. */
function discarded(address: string): Frame["flash"] {
  const said = discardedIn(address);
  if (said === undefined) return undefined;
  const text = said.n === 1 ? "Der Entwurf ist verworfen." : `${said.n} Entwürfe sind verworfen.`;
  return { kind: "success", text, press: { label: "Rückgängig", action: restorePath(said.form) } };
}

/** What surrounds each page of a signed-in person: only the places that he or she may go to. */
export function frameOf(who: Signed, at: { readonly path: string; readonly address: string }, demo: boolean): Frame {
  const { path, address } = at;
  const help = hilfeZu(path);
  const nav = NAVIGATION.map((group) => ({
    ...group,
    items: group.items.filter((item) => may(who.actor, item.recht)),
  }));
  return {
    assets: assets().urls,
    path,
    address,
    carry: carrying(address),
    konto: who.actor.kontoId,
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
      lock: `${LOCK.now}?${new URLSearchParams({ weiter: address }).toString()}`,
    },
    search: searchFor(who, path),
    flash: renewed(who, path) ?? discarded(address) ?? opened(who, path),
    lock: LOCK,
    footer: [{ label: "Hilfe", href: help.href }, ...FOOTER],
    help,
    keys: { on: who.tasten, toggle: "/konto/tasten" },
  };
}
