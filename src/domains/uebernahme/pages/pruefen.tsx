import { z } from "zod";
import { type Visit, page } from "../../../platform/access.ts";
import { change } from "../../../platform/change.ts";
import { readAs } from "../../../platform/db.ts";
import { NOTHING, text } from "../../../platform/fields.ts";
import { NotFound, type Rejected, Refused, readQuery, refuseUnknownFields } from "../../../platform/form.ts";
import { zahl } from "../../../platform/words.ts";
import { Card, Entered, Table } from "../../../ui/index.ts";
import { merkmale, personsByIds } from "../../personen/index.ts";
import { decide } from "../commands/decide.ts";
import { startTakeOver } from "../commands/take-over.ts";
import { optionenOf } from "../queries/kontext.ts";
import { Entscheidungsseite, type GeleseneListe, foundIn, listeOf, shownListe } from "../parts/listenseite.tsx";
import { BelegKarte } from "../parts/beleg.tsx";
import { FastGleiche } from "../parts/fast-gleiche.tsx";
import { FILTER, alleGleichen, problemEntscheidungen, problemzeilen, rowsOf } from "../parts/problem-zeilen.ts";
import { NichtGefragt } from "../parts/nicht-gefragt.tsx";
import type { Personen } from "../parts/problem-tabelle.tsx";
import { Probleme, gefragteOf } from "../parts/probleme.tsx";
import { SchonDa } from "../parts/schon-da.tsx";
import { schrittHref } from "../parts/schritte.tsx";
import { Uebernehmen } from "../parts/uebernehmen.tsx";
import { Umbenannt } from "../parts/umbenannt.tsx";
import { idOf } from "../../../platform/ids.ts";
import { LIST, getan, permission } from "../parts/getan.ts";
import { beginOf } from "../parts/seitenweise.tsx";
import { Zahlen, Zeilenbilanz } from "../parts/zahlen.tsx";
import { problemliste } from "../model/problemliste.ts";
import { alsEntschieden } from "../model/umbenannt.ts";
import type { Wortoption } from "../../../listen/index.ts";

const PATH = `${LIST}/:id/pruefen`;

const NICHTS_GEAENDERT = "Ändern Sie einen Wert oder wählen Sie, was mit einer Zeile geschieht.";

const Query = z.object({ art: z.enum(FILTER).default("alle"), als: z.literal("csv").optional() });

/** Which of the two forms of the page was not accepted. */
type Abgelehnt = { readonly zeilen?: Rejected; readonly uebernehmen?: Rejected };

async function form(visit: Visit, abgelehnt: Abgelehnt = {}) {
  const liste = await shownListe(visit, abgelehnt.zeilen ?? abgelehnt.uebernehmen);
  const { befund } = liste;
  const { art } = readQuery(Query, visit.url);
  const asked = befund === null ? [] : gefragteOf({ ...liste, befund }, art, beginOf(visit));
  const { themen, personen } = await readAs(visit.actor, async (tx) => ({
    themen: await optionenOf(tx, "thema"),
    personen: new Map(
      (await personsByIds(tx, visit.actor, [...new Set(asked)])).map((one) => [
        one.id,
        { id: one.id, name: one.name, merkmale: merkmale(one).join(", ") },
      ]),
    ),
  }));
  return (
    <Entscheidungsseite
      visit={visit}
      liste={liste}
      schritt="pruefen"
      rejected={abgelehnt.zeilen ?? abgelehnt.uebernehmen}
      work={(gelesen) => (
        <Pruefen visit={visit} liste={gelesen} themen={themen} personen={personen} abgelehnt={abgelehnt} />
      )}
    />
  );
}

type Props = {
  readonly visit: Visit;
  readonly liste: GeleseneListe;
  readonly themen: readonly Wortoption[];
  readonly personen: Personen;
  readonly abgelehnt: Abgelehnt;
};

function Pruefen({ visit, liste, themen, personen, abgelehnt }: Props) {
  const { befund } = liste;
  const { art } = readQuery(Query, visit.url);
  return (
    <>
      <Card title="Wie die Zeilen enden">
        <Zeilenbilanz befund={befund} />
      </Card>
      <NichtGefragt liste={liste} />
      <BelegKarte beleg={befund.beleg} />
      <FastGleiche zeilen={befund.zeilen} />
      <Umbenannt liste={liste} />
      <SchonDa liste={liste} />
      <Probleme liste={liste} filter={art} ab={beginOf(visit)} personen={personen} rejected={abgelehnt.zeilen} />
      <Abweichungen liste={liste} />
      <Zahlen title="Was dann zählt" zahlen={befund.zahlen} themen={themen} />
      <Uebernehmen liste={liste} rejected={abgelehnt.uebernehmen} />
    </>
  );
}

/** Sums of the list itself that are other than what its rows say. */
function Abweichungen({ liste }: { readonly liste: GeleseneListe }) {
  const { abweichungen } = liste.befund;
  if (abweichungen.length === 0) return null;
  return (
    <Card title="Summen, die nicht stimmen">
      <p>Gezählt werden die Zeilen, nicht die Summen der Liste.</p>
      <Table
        caption="Summen, die nicht stimmen"
        hideCaption
        rows={abweichungen}
        first={200}
        columns={[
          { label: "Zeile", cell: ({ blatt, zeile }) => <Entered>{`${blatt}, ${zeile}`}</Entered> },
          { label: "Spalte", cell: ({ spalte }) => <Entered>{spalte}</Entered> },
          { label: "In der Liste", figure: true, cell: ({ wert }) => wert },
          { label: "Gezählt", figure: true, cell: ({ gezaehlt }) => zahl(gezaehlt) },
        ]}
      />
    </Card>
  );
}

/** Every problem as a list for Excel. @throws NotFound when what was found is forgotten */
async function download(visit: Visit): Promise<Response> {
  const { befund } = await listeOf(visit);
  if (befund === null) throw new NotFound();
  return new Response(problemliste(befund), {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": 'attachment; filename="zeilen-zu-pruefen.csv"',
    },
  });
}

export const show = page({
  path: PATH,
  permission,
  notices: getan,
  show: (visit) => (readQuery(Query, visit.url).als === undefined ? form(visit) : download(visit)),
});

export const save = change(
  PATH,
  permission,
  {
    schema: z.object({}).catchall(z.array(text(2000))),
    again: (visit, zeilen) => form(visit, { zeilen }),
  },
  async (tx, visit, sent) => {
    refuseUnknownFields(sent, /^(wert|zeile)-\d{1,6}(-\d{1,4})?$/);
    const id = idOf(visit);
    const { befund } = await foundIn(tx, visit);
    const teil = problemEntscheidungen(problemzeilen(rowsOf(befund.zeilen, "alle")), sent);
    const self = schrittHref(id, "pruefen");

    // Here, as a repeated sending finds the list already read anew and nothing left to change.
    if (Object.keys(teil).length === 0) throw new Refused(NICHTS_GEAENDERT);
    await decide(tx, visit.actor, { id, version: visit.version }, teil);
    return getan.after(`${self}${visit.url.search}`, "gespeichert");
  },
);

export const saveTakeOver = change(
  `${LIST}/:id/uebernehmen`,
  permission,
  { schema: NOTHING, again: (visit, uebernehmen) => form(visit, { uebernehmen }) },
  async (tx, visit) => {
    const id = idOf(visit);
    await startTakeOver(tx, visit.actor, { id, version: visit.version });
    return schrittHref(id, "ergebnis");
  },
);

/** Everybody of the list who has the name and birth date of somebody who is there already is that person. */
export const saveGleiche = change(
  `${LIST}/:id/gleiche`,
  permission,
  { schema: NOTHING, again: (visit, zeilen) => form(visit, { zeilen }) },
  async (tx, visit) => {
    const { befund } = await foundIn(tx, visit);
    await decide(tx, visit.actor, visit.at, { zeilen: alleGleichen(befund.zeilen) });
    return getan.after(schrittHref(idOf(visit), "pruefen"), "gespeichert");
  },
);

/** The file was not only renamed: what its name says holds as if it had been chosen. */
export const saveAndere = change(
  `${LIST}/:id/andere`,
  permission,
  { schema: NOTHING, again: (visit, zeilen) => form(visit, { zeilen }) },
  async (tx, visit) => {
    const { befund } = await foundIn(tx, visit);
    await decide(tx, visit.actor, visit.at, { tabellen: alsEntschieden(befund) });
    return getan.after(schrittHref(idOf(visit), "pruefen"), "gespeichert");
  },
);
