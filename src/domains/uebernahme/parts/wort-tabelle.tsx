import { anzahl, zahl } from "../../../platform/words.ts";
import { Card, Details, Entered, type FieldsOf, SelectCell, Table } from "../../../ui/index.ts";
import { BEDEUTUNG_NAMEN } from "../../../listen/index.ts";
import { NICHTS, type Optionen, type Wortzeile, isOffen, wahlVon, wortOptionen } from "./wort-wahl.ts";

/** Certain words that are listed; a list with more has names or notes in a column of words. */
const OPEN = 500;

type Props = { readonly zeilen: readonly Wortzeile[]; readonly optionen: Optionen };

/** Words with what each stands for, to choose. */
export function Wortwahl({ zeilen, optionen, field }: Props & { readonly field: FieldsOf }) {
  return (
    <Table
      stack
      caption="Wörter zuordnen"
      hideCaption
      rows={zeilen}
      columns={[
        { label: "Wort", cell: ({ wort }) => <strong dir="auto">{wort}</strong> },
        { label: "Art", cell: ({ spalte }) => BEDEUTUNG_NAMEN[spalte] },
        { label: "kommt vor", figure: true, cell: (zeile) => zahl(zeile.anzahl) },
        {
          label: "bedeutet",
          cell: (zeile) => (
            <SelectCell
              {...field(zeile.feld)}
              label={`${zeile.wort} bedeutet`}
              options={wortOptionen(optionen.get(zeile.spalte) ?? [])}
            />
          ),
        },
        {
          label: "Hinweis",
          cell: (zeile) => (isOffen(zeile) && zeile.vorschlag !== null ? "Vorschlag von KIM" : ""),
        },
      ]}
    />
  );
}

/** What was chosen for a word, in words. */
export const codeName = (optionen: Optionen, spalte: Wortzeile["spalte"], code: string): string =>
  code === NICHTS
    ? "bedeutet nichts"
    : (optionen.get(spalte)?.find((option) => option.code === code)?.name ?? (code || "später entscheiden"));

/** What is certain is only looked at; each word leads to where it is changed. */
export function Bekannte({ self, optionen, zeilen }: Props & { readonly self: string }) {
  if (zeilen.length === 0) return null;
  return (
    <Card>
      <Details summary={`${anzahl(zeilen.length, "Wort", "Wörter")}, die KIM kennt`}>
        <Table
          caption="Bekannte Wörter"
          hideCaption
          rows={zeilen}
          first={OPEN}
          columns={[
            { label: "Wort", cell: ({ wort }) => <Entered>{wort}</Entered> },
            { label: "Art", cell: ({ spalte }) => BEDEUTUNG_NAMEN[spalte] },
            { label: "bedeutet", cell: (zeile) => codeName(optionen, zeile.spalte, wahlVon(zeile)) },
            { label: "kommt vor", figure: true, cell: (zeile) => zahl(zeile.anzahl) },
            {
              label: "Ändern",
              cell: (zeile) => (
                <a href={`${self}?wort=${zeile.feld}`}>
                  Ändern<span class="kern-sr-only">: {zeile.wort}</span>
                </a>
              ),
            },
          ]}
        />
      </Details>
    </Card>
  );
}
