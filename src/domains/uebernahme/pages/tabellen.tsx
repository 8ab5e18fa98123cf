import { z } from "zod";
import type { Visit } from "../../../platform/access.ts";
import { formPage } from "../../../platform/change.ts";
import { readAs } from "../../../platform/db.ts";
import { type Rejected, type Values, Refused, overtaken, refuseUnknownFields } from "../../../platform/form.ts";
import { anzahl } from "../../../platform/words.ts";
import { Actions, Alert, Button, ConflictNotice, Form, fieldsOf } from "../../../ui/index.ts";
import { decide } from "../commands/decide.ts";
import { optionenOf } from "../queries/kontext.ts";
import { Entscheidungsseite, type GeleseneListe, foundIn, shownListe } from "../parts/listenseite.tsx";
import { schrittHref } from "../parts/schritte.tsx";
import { BlaetterOhneListe, blattEntscheidungen, blattFeld } from "../parts/ohne-liste.tsx";
import { TabellenKarte } from "../parts/tabelle-karte.tsx";
import { gruppen, ohneKommune, spaltenOf, wahlName } from "../model/tabellengruppen.ts";
import { tabellenEntscheidungen, tabellenFehler, tabellenValues } from "../parts/tabellen-gruppen.ts";
import { Seitenweise, beginOf } from "../parts/seitenweise.tsx";
import { LIST, getan, permission } from "../parts/getan.ts";
import type { Wortoption } from "../../../listen/index.ts";

const PATH = `${LIST}/:id/tabellen`;
/** Shapes of tables on one page; most lists have one, a tally one for each sheet. */
const PAGE = 8;

/** Fields are named by table and column: which there are, the list says. */
const Entscheidung = z.object({}).catchall(z.array(z.string()));

const shownOf = ({ befund, entscheidungen }: GeleseneListe) => {
  const all = gruppen(befund.tabellen);
  const blaetter = befund.ohneListe.map(({ grund }, i): [string, string[]] => [blattFeld(i), [grund ?? ""]]);
  return { all, values: { ...tabellenValues(all, entscheidungen.tabellen ?? []), ...Object.fromEntries(blaetter) } };
};

async function form(visit: Visit, rejected?: Rejected) {
  const liste = await shownListe(visit, rejected);
  const kommunen = await readAs(visit.actor, (tx) => optionenOf(tx, "kommune"));
  return (
    <Entscheidungsseite
      visit={visit}
      liste={liste}
      schritt="tabellen"
      rejected={rejected}
      work={(gelesen) => (
        <Tabellen
          liste={gelesen}
          kommunen={kommunen}
          ab={beginOf(visit)}
          rejected={rejected && current(gelesen, rejected)}
        />
      )}
    />
  );
}

/** After a conflict: what the list says now, field by field. */
function current(liste: GeleseneListe, rejected: Rejected): Rejected {
  const { conflict, values } = rejected;
  if (conflict === undefined) return rejected;
  return overtaken(values, { version: liste.version, stored: shownOf(liste).values });
}

type Props = {
  readonly liste: GeleseneListe;
  readonly kommunen: readonly Wortoption[];
  readonly ab: number;
  readonly rejected: Rejected | undefined;
};

function Tabellen({ liste, kommunen, ab, rejected }: Props) {
  const { all, values } = shownOf(liste);
  const field = fieldsOf(values, rejected);
  const shown = all.slice(ab, ab + PAGE);
  const self = schrittHref(liste.id, "tabellen");
  const fields = shown.flatMap(({ feld, muster }) =>
    spaltenOf(muster).map(({ buchstabe, kopf }) => ({
      name: `${feld}-${buchstabe}`,
      label: `${muster.blatt}, Spalte ${buchstabe} ${kopf}`,
      show: ([wahl = ""]: readonly string[]) => wahlName(wahl),
    })),
  );
  const ohneListe = ab === 0 ? liste.befund.ohneListe : [];
  const names = new Set([
    ...ohneListe.map((_, i) => blattFeld(i)),
    ...shown.flatMap(({ feld }) => Object.keys(values).filter((name) => name.startsWith(`${feld}-`))),
  ]);
  const read: Values = Object.fromEntries(Object.entries(values).filter(([name]) => names.has(name)));
  return (
    <>
      <p>
        KIM hat {anzahl(liste.befund.tabellen.length, "Tabelle", "Tabellen")} gefunden und vorgeschlagen, was die
        Spalten bedeuten. Ändern Sie, was nicht stimmt; sonst gehen Sie weiter.
      </p>
      {liste.befund.hinweise.map((hinweis) => (
        <Alert kind="info">{hinweis}</Alert>
      ))}
      <ConflictNotice rejected={rejected} fields={fields} stored={self} />
      <Form
        action={`${self}${ab === 0 ? "" : `?ab=${ab}`}`}
        record={{ version: liste.version, values: read }}
        rejected={rejected}
      >
        {shown.map((gruppe) => (
          <TabellenKarte
            gruppe={gruppe}
            kommunen={kommunen}
            zwischentitel={liste.befund.zwischentitel}
            ohneKommune={ohneKommune(liste.befund)}
            field={field}
            wrong={rejected?.errors ?? []}
          />
        ))}
        <BlaetterOhneListe blaetter={ohneListe} field={field} />
        <Actions>
          <Button>Speichern und weiter</Button>
        </Actions>
      </Form>
      <Seitenweise self={self} ab={ab} page={PAGE} gesamt={all.length} was="Tabellen" />
    </>
  );
}

export const { show, save } = formPage(
  PATH,
  permission,
  { form, schema: Entscheidung, notices: getan },
  async (tx, visit, sent) => {
    refuseUnknownFields(sent, /^(t\d{1,4}-[\w-]+|b\d{1,4}-grund)$/);
    const gelesen = await foundIn(tx, visit);
    const { all, values } = shownOf(gelesen);
    const fehler = tabellenFehler(all, sent);
    if (fehler.length > 0) throw new Refused(fehler);
    const tabellen = tabellenEntscheidungen(all, sent, values);
    const after = beginOf(visit) + PAGE;
    const next =
      after < all.length ? `${schrittHref(visit.at.id, "tabellen")}?ab=${after}` : schrittHref(visit.at.id, "woerter");
    const blaetter = blattEntscheidungen(gelesen.befund.ohneListe, sent);
    if (tabellen.length + blaetter.length === 0) return next;

    await decide(tx, visit.actor, visit.at, { tabellen, blaetter });
    return getan.after(next, "gespeichert");
  },
);
