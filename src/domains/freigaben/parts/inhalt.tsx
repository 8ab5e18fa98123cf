import { instant } from "../../../platform/words.ts";
import { tagText } from "../../../platform/span.ts";
import { Card, DescriptionList, Entered, Status, Table } from "../../../ui/index.ts";
import { ABSAGEN } from "../../verweise/index.ts";
import type { Inhalt, Vorschau } from "../model/inhalt.ts";
import { type Art, GESPERRT, STAENDE, type Sperrgrund, type Stand, VORHER, schrittText } from "../model/stand.ts";
import type { Schritt } from "../queries/schritte.ts";

/** What is frozen in a copy, line by line. */
export function Angaben({ inhalt }: { readonly inhalt: Inhalt }) {
  const items = [
    ...inhalt.angaben.map(({ name, wert }) => ({ term: name, value: <Entered>{wert}</Entered> })),
    ...(inhalt.worte === null ? [] : [{ term: "Dazu", value: <Entered class="text">{inhalt.worte}</Entered> }]),
  ];
  return (
    <>
      <p>
        <Entered class="text">{inhalt.anliegen}</Entered>
      </p>
      <DescriptionList items={items} />
    </>
  );
}

/** What an offer says before it is accepted: nobody's name. */
export const VorschauListe = ({ vorschau: v }: { readonly vorschau: Vorschau }) => (
  <DescriptionList
    items={[
      { term: "Bedarf", value: <Entered>{v.bedarf}</Entered> },
      { term: "Kommune", value: v.kommune ?? "nicht angegeben" },
      { term: "Alter", value: v.altersgruppe ?? "nicht angegeben" },
      { term: "Sprachen", value: v.sprachen.length === 0 ? "nicht angegeben" : v.sprachen.join(", ") },
    ]}
  />
);

/** How far a copy is, and whether it can be read. */
export function StandMarke({
  art,
  stand,
  gesperrt,
}: {
  readonly art: Art;
  readonly stand: Stand | null;
  readonly gesperrt: Sperrgrund | null;
}) {
  if (stand === null) return <Status kind="info">{VORHER[art]}</Status>;
  if (gesperrt !== null) return <Status kind="warning">{GESPERRT[gesperrt]}</Status>;
  return <Status kind={stand === "angenommen" || stand === "ergebnis" ? "success" : "info"}>{STAENDE[stand]}</Status>;
}

type VerlaufProps = {
  readonly schritte: readonly Schritt[];
  /** What the two sides are called on this page. */
  readonly geber: string;
  readonly empfaenger: string;
};

/** What happened to a copy, for both sides. */
export function Verlauf({ schritte, geber, empfaenger }: VerlaufProps) {
  const seite = { geber, empfaenger, kim: "KIM" } as const;
  return (
    <Card title="Verlauf">
      <Table
        caption="Was mit der Kopie geschah, das Erste zuerst"
        hideCaption
        cards
        rows={schritte}
        columns={[
          { label: "Wann", cell: (s: Schritt) => instant(s.am) },
          { label: "Wer", cell: (s: Schritt) => <Entered>{seite[s.seite]}</Entered> },
          {
            label: "Was",
            cell: (s: Schritt) => schrittText(s.art, s.tag),
          },
          { label: "Dazu", whole: true, cell: (s: Schritt) => <Gesagt schritt={s} /> },
        ]}
      />
    </Card>
  );
}

/** What the other side answered last; to open a copy is no answer. */
export const letzteAntwort = (schritte: readonly Schritt[]): Schritt | undefined =>
  schritte.findLast(({ seite, art }) => seite === "empfaenger" && art !== "geoeffnet");

/** The appointment that holds: the last answer named it. */
export const genannterTermin = (schritte: readonly Schritt[]): Schritt | undefined => {
  const last = letzteAntwort(schritte);
  return last?.art === "termin" ? last : undefined;
};

/** It as a line about a copy; none where there is no appointment. */
export function terminZeile(schritte: readonly Schritt[]) {
  const termin = genannterTermin(schritte);
  if (termin === undefined || termin.tag === null) return [];
  const text = termin.wort?.text ?? null;
  const value = text === null ? tagText(termin.tag) : <Entered>{`${tagText(termin.tag)}, ${text}`}</Entered>;
  return [{ term: "Termin", value }];
}

function Gesagt({ schritt: { wort } }: { readonly schritt: Schritt }) {
  if (wort === null) return null;
  const lines = [
    wort.absage === null ? null : ABSAGEN[wort.absage],
    wort.unterlagen === null ? null : `Unterlagen: ${wort.unterlagen}`,
    wort.zusage === null ? null : `Zusage: ${wort.zusage}`,
    wort.text,
  ].filter((line) => line !== null);
  return <Entered class="text">{lines.join("\n")}</Entered>;
}
