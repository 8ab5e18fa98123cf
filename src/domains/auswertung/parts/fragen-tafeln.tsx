import { Card, type Column, Details, Table } from "../../../ui/index.ts";
import type { Kreuztafel } from "../model/kreuz.ts";
import { DEFINITIONEN } from "../model/definitionen.ts";
import { MITTELND, MITTLUNG, type Mittlungszeile } from "../model/mittlung.ts";
import { VERDECKT, type Zelle, etwas, istGenannt, laenge, summeOf } from "../model/zelle.ts";
import type { Fragen } from "../queries/fragen.ts";
import { zahlText } from "./zahl-text.ts";

type Props = { readonly f: Fragen };
type Wort = { readonly code: string; readonly kurz: string };

export const NICHT_HIER =
  "Das gibt es für den ganzen Kreis und für ganze Halbjahre. Für einen Träger sieht es nur seine Leitung: Oft wäre es eine einzige Beratung.";

export const wordOf = (worte: readonly Wort[], code: string): string =>
  code === "" ? "ohne Angabe" : (worte.find((w) => w.code === code)?.kurz ?? code);

/** In the order of the list, only what occurs. */
const occurring = (worte: readonly Wort[], codes: readonly string[]): string[] => [
  ...worte.map((w) => w.code).filter((code) => codes.includes(code)),
  ...codes.filter((code) => !worte.some((w) => w.code === code)),
];

const KEINE_NOETIG = "nicht_noetig";

type Zeile = { readonly code: string; readonly name: string; readonly mitMittlung: Zelle; readonly alle: Zelle };

/** Which language had nobody who interprets. A language of which not everything is told does not say so. */
function ohneMittlung(zeilen: readonly Zeile[]): string {
  const names = zeilen.filter((z) => z.mitMittlung === 0 && laenge(z.alle) > 0).map((z) => z.name);
  if (names.length === 0)
    return "In jeder genannten Sprache gab es Beratungen mit Sprachmittlung, oder die Zahlen sind zu klein, um es zu sagen.";
  return `Ohne jede Sprachmittlung: ${names.join(", ")}. Dort halfen nur Geräte, Angehörige oder niemand.`;
}

function zeilenOf(t: Kreuztafel, worte: Fragen["namen"]): Zeile[] {
  return occurring(worte.sprache, t.zeilen)
    .map((code) => ({
      code,
      name: wordOf(worte.sprache, code),
      mitMittlung: summeOf(MITTELND.map((how) => t.wert(code, how))),
      alle: summeOf(t.spalten.filter((how) => how !== KEINE_NOETIG).map((how) => t.wert(code, how))),
    }))
    .filter((z) => t.spalten.some((how) => etwas(t.wert(z.code, how))));
}

/** Languages by how people understood each other. */
export function SprachenVerstaendigung({ f: { verstaendigung: t, mittlung = [], namen } }: Props) {
  const title = "Welche Sprache hatte keine Sprachmittlung?";
  if (t === undefined) {
    return (
      <Card title={title} id="sprachmittlung">
        <p class="hint">{NICHT_HIER}</p>
      </Card>
    );
  }
  const zeilen = zeilenOf(t, namen);
  const columns: Column<Zeile>[] = occurring(namen.verstaendigung, t.spalten).map((how) => ({
    label: wordOf(namen.verstaendigung, how),
    cell: (z) => zahlText(t.wert(z.code, how)),
    figure: true,
  }));
  return (
    <Card title={title} id="sprachmittlung">
      {zeilen.length === 0 ? (
        <p class="hint">Dazu ist nichts gezählt.</p>
      ) : (
        <>
          <p>{ohneMittlung(zeilen)}</p>
          <p class="hint">
            Einzelne Beratungen. Sprachmittlung ist vor Ort, am Telefon oder durch Case Manager:innen, die die Sprache
            sprechen.
          </p>
          <Bedarf zeilen={mittlung} worte={namen.sprache} />
          <Details summary="Zahlen zeigen">
            <Table
              caption="Sprachen nach Verständigung"
              hideCaption
              rows={zeilen}
              columns={[{ label: "Sprache", cell: (z) => z.name }, ...columns]}
            />
          </Details>
        </>
      )}
    </Card>
  );
}

type BedarfProps = { readonly zeilen: readonly Mittlungszeile[]; readonly worte: readonly Wort[] };

/** How much each language needed, who gave it, and what went without. */
const Bedarf = ({ zeilen, worte }: BedarfProps) => (
  <>
    <Table
      caption="Bedarf an Sprachmittlung nach Sprache, der ungedeckte zuerst"
      cards
      rows={zeilen}
      columns={[
        { label: "Sprache", cell: (z: Mittlungszeile) => wordOf(worte, z.sprache) },
        { label: "Gebraucht", cell: (z) => zahlText(z.gebraucht), figure: true },
        ...MITTELND.map((how): Column<Mittlungszeile> => ({
          label: MITTLUNG[how],
          cell: (z) => zahlText(z[how]),
          figure: true,
        })),
        { label: "Nicht gedeckt", cell: (z) => zahlText(z.ungedeckt), figure: true },
      ]}
    />
    <p class="hint">{DEFINITIONEN.mittlung}</p>
  </>
);

type Thema = { readonly code: string; readonly name: string; readonly alle: Zelle };

/** Where nothing was found that would have helped: by theme and Kommune. */
export function KeinAngebot({ f: { keinAngebot: t, namen } }: Props) {
  const title = "Wozu fehlt wo ein passendes Angebot?";
  if (t === undefined) {
    return (
      <Card title={title} id="kein-angebot">
        <p class="hint">{NICHT_HIER}</p>
      </Card>
    );
  }
  const orte = namen.kommunen.filter((k) => t.spalten.includes(k.ags));
  const zeilen = occurring(namen.handlungsfeld, t.zeilen).map((code): Thema => ({
    code,
    name: wordOf(namen.handlungsfeld, code),
    alle: t.summe(code),
  }));
  const named = zeilen.filter((z) => istGenannt(z.alle)).toSorted((a, b) => laenge(b.alle) - laenge(a.alle));
  return (
    <Card title={title} id="kein-angebot">
      {zeilen.length === 0 ? (
        <p class="hint">In diesem Zeitraum ist zu keiner Beratung gesagt, dass ein Angebot fehlte.</p>
      ) : (
        <>
          <p>
            {named.length === 0
              ? "Die Zahlen sind zu klein, um sie nach Thema zu nennen."
              : `Am häufigsten: ${named
                  .slice(0, 3)
                  .map((z) => `${z.name} ${zahlText(z.alle)}`)
                  .join(", ")}.`}
          </p>
          <p class="hint">Beratungen, zu denen sich kein passendes Angebot fand; mit mehreren Themen zählt jedes.</p>
          <Details summary="Zahlen zeigen">
            <Table
              caption="Kein passendes Angebot nach Thema und Kommune"
              hideCaption
              rows={zeilen}
              columns={[
                { label: "Thema", cell: (z) => z.name },
                { label: "zusammen", cell: (z) => zahlText(z.alle), figure: true },
                ...orte.map(({ ags, name }): Column<Thema> => ({
                  label: name,
                  cell: (z) => (z.alle === VERDECKT ? VERDECKT : zahlText(t.wert(z.code, ags))),
                  figure: true,
                })),
              ]}
            />
          </Details>
        </>
      )}
    </Card>
  );
}
