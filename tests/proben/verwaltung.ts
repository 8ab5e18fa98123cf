import type { TestDatabase } from "../support/db.ts";
import { type Ort, type Probe, besuch, nur } from "../journeys/probe.ts";

const administration = besuch("administration");

const MITARBEITENDE = "/verwaltung/mitarbeitende";
const ERNEUERUNGEN = "/verwaltung/erneuerungen";
const datenschutz = besuch("datenschutz");
const KONTO = `${MITARBEITENDE}/:konto`;

const LONG = "Donaudampfschifffahrtsgesellschaftskapitaensmuetzenabzeichenverordnungsentwurf";

/** What somebody named without a space, to be chosen and read on every page: no page is wider for it. */
async function longNames(db: TestDatabase, { kreis, traegerId }: Ort["stelle"]): Promise<void> {
  await db.admin("insert into kim.kommune (kreis, ags, name) values ($1, $2, $3)", [kreis, `${kreis}999`, LONG]);
  await db.admin("insert into kim.standort (kreis, traeger_id, ags, name) values ($1, $2, $3, $4)", [
    kreis,
    traegerId,
    `${kreis}999`,
    LONG,
  ]);
  await db.admin("insert into kim.traeger (kreis, name, art) values ($1, $2, 'wohlfahrt')", [kreis, LONG]);
}

export const probe: Probe = {
  wege: {
    "/verwaltung": [administration("/verwaltung"), nur("leitung", "/verwaltung"), nur("neuerKreis", "/verwaltung")],
    "/verwaltung/kommunen": [
      nur("administration", "/verwaltung/kommunen?getan=gespeichert"),
      nur("neuerKreis", "/verwaltung/kommunen"),
    ],
    "/verwaltung/kommunen/neu": [administration("/verwaltung/kommunen/neu")],
    "/verwaltung/kommunen/:ags": [administration("/verwaltung/kommunen/:ags")],
    "/verwaltung/traeger": [administration("/verwaltung/traeger")],
    "/verwaltung/traeger/neu": [administration("/verwaltung/traeger/neu")],
    "/verwaltung/traeger/:id": [administration("/verwaltung/traeger/:traeger")],
    "/verwaltung/standorte": [administration("/verwaltung/standorte"), nur("neuerKreis", "/verwaltung/standorte")],
    "/verwaltung/standorte/neu": [administration("/verwaltung/standorte/neu")],
    "/verwaltung/standorte/:id": [administration("/verwaltung/standorte/:standort")],
    [MITARBEITENDE]: [
      administration(MITARBEITENDE),
      nur("leitung", MITARBEITENDE),
      nur("administration", `${MITARBEITENDE}?rolle=bra&status=deaktiviert`),
    ],
    [`${MITARBEITENDE}/neu`]: [
      nur("administration", `${MITARBEITENDE}/neu`),
      administration(`${MITARBEITENDE}/neu?traeger=:traeger`),
    ],
    [`${MITARBEITENDE}/:id`]: [administration(KONTO), nur("leitung", KONTO)],
    [`${MITARBEITENDE}/:id/bearbeiten`]: [administration(`${KONTO}/bearbeiten`)],
    [`${MITARBEITENDE}/:id/rollen/neu`]: [administration(`${KONTO}/rollen/neu`)],
    [`${MITARBEITENDE}/:id/rollen/:rolle/beenden`]: [administration(`${KONTO}/rollen/:rolle/beenden`)],
    [`${MITARBEITENDE}/:id/deaktivieren`]: [administration(`${KONTO}/deaktivieren`)],
    [`${MITARBEITENDE}/:id/neuer-link`]: [administration(`${KONTO}/neuer-link`)],
    [ERNEUERUNGEN]: [datenschutz(ERNEUERUNGEN), nur("leitung", `${ERNEUERUNGEN}?getan=bestaetigt`)],
    [`${ERNEUERUNGEN}/:id/bestaetigen`]: [
      datenschutz(`${ERNEUERUNGEN}/:erneuert/bestaetigen`),
      nur("leitung", `${ERNEUERUNGEN}/:erneuert/bestaetigen`),
    ],
  },
  arten: {
    "/verwaltung/traeger/": "traeger",
    "/verwaltung/standorte/": "standort",
    "/verwaltung/mitarbeitende/": "konto",
    "/verwaltung/erneuerungen/": "erneuert",
  },
  make: async ({ stelle, db }) => {
    await longNames(db, stelle);
    return { traeger: stelle.traegerId, standort: stelle.standortId, ags: stelle.ags[0] };
  },
};
