import { type Column, Entered, Tag } from "../../../ui/index.ts";
import { type Listenadresse, type Sortierung, type Spalte, adresse, spalteDer } from "../model/filter.ts";
import type { Listenwoerter } from "../model/listenwoerter.ts";
import { wochentag } from "../model/texte.ts";
import type { BeratungKurz } from "../queries/beratungen.ts";

/** Where the head of a column leads: words first from A, figures and days first from the largest; once more turns it round. */
function sortiert(
  filter: Listenadresse,
  spalte: Spalte | "am",
  downFirst: boolean,
): NonNullable<Column<never>["sort"]> {
  const now = spalteDer(filter.nach);
  const is = now.spalte === spalte;
  const down = is ? !now.abwaerts : downFirst;
  const nach: Sortierung | undefined =
    spalte === "am" ? (down ? undefined : "am") : down ? (`-${spalte}` as const) : spalte;
  return {
    href: adresse({ ...filter, nach }),
    direction: is ? (now.abwaerts ? "descending" : "ascending") : undefined,
  };
}

/** Short words that would cost a row a second line. */
const oneLine = (text: string): string => text.replaceAll(" ", "\u00A0");

/** The columns of the list; what was withdrawn is struck through. */
export function spalten(filter: Listenadresse, w: Listenwoerter): readonly Column<BeratungKurz>[] {
  const cell = (b: BeratungKurz, text: string) => (b.zurueckgezogen ? <s>{text}</s> : text);
  const word = (label: string, name: Exclude<keyof Listenwoerter, "folge" | "themen">): Column<BeratungKurz> => ({
    label,
    cell: (b) => cell(b, w[name](b)),
    sort: sortiert(filter, name, false),
  });
  return [
    {
      label: "Datum",
      names: true,
      cell: (b) => cell(b, oneLine(wochentag(b.am))),
      sort: sortiert(filter, "am", true),
    },
    {
      label: "Themen",
      whole: true,
      cell: (b) => (
        <>
          {cell(b, w.themen(b))} {b.neuzuweisung ? <Tag>Neuzuweisung</Tag> : null}
        </>
      ),
    },
    { ...word("Stufe", "stufe"), cell: (b) => cell(b, oneLine(w.stufe(b))) },
    word("Ergebnis", "ergebnis"),
    word("Sprache", "sprache"),
    { ...word("Kommune", "kommune"), cell: (b) => <Entered>{cell(b, w.kommune(b))}</Entered> },
    { label: "Pers.", figure: true, cell: (b) => b.personenzahl, sort: sortiert(filter, "personen", true) },
    { label: "Min.", figure: true, cell: (b) => b.dauerMin ?? "–", sort: sortiert(filter, "dauer", true) },
  ];
}
