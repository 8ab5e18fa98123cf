import { anzahl } from "../../../platform/words.ts";
import { Card, Col, Entered, type FieldsOf, Row, SelectField } from "../../../ui/index.ts";
import { type Values, first } from "../../../platform/form.ts";
import { BLATTGRUENDE, type Blattentscheidung, type Blattgrund, type BlattOhneListe } from "../../../listen/index.ts";

const GRUENDE = (["hilfsblatt", "auswertung", "fremd"] as const satisfies readonly Blattgrund[]).map((value) => ({
  value,
  label: `weglassen: ${BLATTGRUENDE[value]}`,
}));

/** The field of a sheet without a list; its place in the finding names it, which the version holds. */
export const blattFeld = (i: number): string => `b${i + 1}-grund`;

/** What somebody decided about sheets without a list; only what is other than before. */
export const blattEntscheidungen = (blaetter: readonly BlattOhneListe[], sent: Values): Blattentscheidung[] =>
  blaetter.flatMap(({ blatt, grund }, i): Blattentscheidung[] => {
    if (!(blattFeld(i) in sent)) return [];
    const wahl = first(sent, blattFeld(i));
    const neu = GRUENDE.find(({ value }) => value === wahl)?.value ?? null;
    return neu === grund ? [] : [{ blatt, grund: neu }];
  });

/** Sheets in which no list was found: they wait as a whole until somebody says why they are left out. */
export function BlaetterOhneListe({
  blaetter,
  field,
}: {
  readonly blaetter: readonly BlattOhneListe[];
  readonly field: FieldsOf;
}) {
  return (
    <>
      {blaetter.map(({ blatt, zeilen, beispiele }, i) => (
        <Card title={`Blatt ${blatt}: keine Liste gefunden`}>
          <p class="hint">
            {anzahl(zeilen, "Zeile", "Zeilen")}, ohne Überschriften, die KIM erkennt. Ist es doch eine Liste, geben Sie
            ihr in der Datei eine Zeile mit Überschriften und laden Sie sie neu hoch.
          </p>
          <ul class="points">
            {beispiele.map((text) => (
              <li>
                <Entered class="muted wrap">{text}</Entered>
              </li>
            ))}
          </ul>
          <Row>
            <Col span={6}>
              <SelectField {...field(blattFeld(i))} label="Was geschieht damit?" empty="wartet" options={GRUENDE} />
            </Col>
          </Row>
        </Card>
      ))}
    </>
  );
}
