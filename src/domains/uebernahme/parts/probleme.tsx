import { type Rejected, overtaken } from "../../../platform/form.ts";
import { anzahl, zahl } from "../../../platform/words.ts";
import {
  Actions,
  Alert,
  Button,
  ButtonLink,
  Card,
  Choices,
  ConflictNotice,
  Form,
  fieldsOf,
} from "../../../ui/index.ts";
import type { GeleseneListe } from "./listenseite.tsx";
import { FILTER, type Filter, problemValues, problemzeilen, rowsOf } from "./problem-zeilen.ts";
import { type Personen, Problemtabelle } from "./problem-tabelle.tsx";
import { schrittHref } from "./schritte.tsx";
import { Seitenweise } from "./seitenweise.tsx";

/** Rows with problems on one page. */
const PAGE = 25;

/** Whom the rows of this page may be about. */
export const gefragteOf = ({ befund }: GeleseneListe, filter: Filter, ab: number): string[] =>
  rowsOf(befund.zeilen, filter)
    .slice(ab, ab + PAGE)
    .flatMap(({ zeile }) => (zeile.person?.aehnliche ?? []).map(({ id }) => id));

const WORTE: Readonly<Record<Filter, string>> = {
  alle: "Alle",
  fehlerhaft: "Fehlerhaft",
  wartet: "Wartet",
  wiederholt: "Wiederholt",
  verlust: "Wert fehlt",
};

type Props = {
  readonly liste: GeleseneListe;
  readonly filter: Filter;
  readonly ab: number;
  readonly personen: Personen;
  readonly rejected: Rejected | undefined;
};

/** Every row with which something is: mend it, leave it out, take it anyway; or nothing, and it stays behind. */
export function Probleme({ liste, filter, ab, personen, rejected }: Props) {
  const { befund, id } = liste;
  const base = schrittHref(id, "pruefen");
  const self = filter === "alle" ? base : `${base}?art=${filter}`;
  const rows = rowsOf(befund.zeilen, filter);
  if (befund.zeilen.length === 0) return null;
  const lines = problemzeilen(rows.slice(ab, ab + PAGE));
  const values = problemValues(lines);
  const shown =
    rejected?.conflict === undefined
      ? rejected
      : overtaken(rejected.values, { version: liste.version, stored: values });
  const here = ab === 0 ? self : `${self}${self.includes("?") ? "&" : "?"}ab=${ab}`;
  return (
    <Card
      title={`${anzahl(befund.zeilen.length, "Zeile, mit der", "Zeilen, mit denen")} etwas ist`}
      action={<a href={`${schrittHref(id, "pruefen")}?als=csv`}>Als Liste herunterladen</a>}
    >
      {befund.weitereZeilen === 0 ? null : (
        <Alert kind="warning">
          Weitere {zahl(befund.weitereZeilen)} Zeilen werden hier nicht gezeigt. Bei so vielen ist meist eine Spalte
          falsch gedeutet: <a href={schrittHref(id, "tabellen")}>Tabellen und Spalten ansehen</a>
        </Alert>
      )}
      <Auswahl liste={liste} filter={filter} />
      <ConflictNotice
        rejected={shown}
        fields={lines.flatMap(({ wertFeld, zeile }) =>
          wertFeld === null ? [] : [{ name: wertFeld, label: `${zeile.blatt}, Zeile ${zeile.zeile}` }],
        )}
        stored={here}
      />
      <Form action={here} record={{ version: liste.version, values: values }} rejected={shown}>
        <Problemtabelle
          lines={lines}
          field={fieldsOf(values, shown)}
          personen={personen}
          blaetter={new Set(befund.tabellen.map(({ blatt }) => blatt)).size > 1}
        />
        <Actions>
          <Button kind="secondary">Speichern und neu prüfen</Button>
          {befund.zahlen.wartend === 0 ? null : (
            <ButtonLink kind="tertiary" href={schrittHref(id, "woerter")}>
              Wörter zuordnen
            </ButtonLink>
          )}
        </Actions>
      </Form>
      <Seitenweise self={self} ab={ab} page={PAGE} gesamt={rows.length} was="Zeilen" />
    </Card>
  );
}

/** The same rows by how they end. */
function Auswahl({ liste, filter }: { readonly liste: GeleseneListe; readonly filter: Filter }) {
  const base = schrittHref(liste.id, "pruefen");
  const kinds = FILTER.map((one) => ({ one, n: rowsOf(liste.befund.zeilen, one).length })).filter(({ n }) => n > 0);
  if (kinds.length < 3) return null;
  return (
    <Choices
      label="Zeilen auswählen"
      items={kinds.map(({ one, n }) => ({
        label: `${WORTE[one]} (${zahl(n)})`,
        href: one === "alle" ? base : `${base}?art=${one}`,
        current: one === filter,
      }))}
    />
  );
}
