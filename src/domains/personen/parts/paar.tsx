import { Entered, Fieldset, RadioSegment, Table, type FieldsOf } from "../../../ui/index.ts";
import { FELDER, type Feld, type Werte, istListe, sagenGleiches, vorschlag } from "../model/zusammen.ts";
import { type Worte, wertText } from "./werte.ts";

type Props = { readonly bleibt: Werte; readonly andere: Werte; readonly worte: Worte; readonly field: FieldsOf };

const NAME: Feld = { feld: "name", label: "Name", teile: ["name"] };

const said = (text: string) => <Entered>{text}</Entered>;

/** Two persons field by field: where they differ, whose value is shown from now on. */
export function Vergleich({ bleibt, andere, worte, field }: Props) {
  const differ = FELDER.filter((feld) => !sagenGleiches(bleibt, andere, feld));
  const same = FELDER.filter((feld) => !differ.includes(feld)).flatMap((feld) => {
    const text = wertText(bleibt, feld, worte);
    return text === "nicht angegeben" ? [] : [{ label: feld.label, text }];
  });
  return (
    <>
      {differ.length === 0 ? (
        <p>Beide sagen dasselbe.</p>
      ) : (
        <>
          <p>
            Zuerst steht je, was bei <Entered>{wertText(bleibt, NAME, worte)}</Entered> eingetragen ist, dahinter{" "}
            <Entered>{wertText(andere, NAME, worte)}</Entered>.
          </p>
          <Fieldset legend="Was soll gelten?">
            {differ.map((feld) => (
              <RadioSegment
                {...field(feldName(feld))}
                label={feld.label}
                value={vorschlag(bleibt, andere, feld)}
                options={[
                  { value: "bleibt", label: wertText(bleibt, feld, worte) },
                  { value: "andere", label: wertText(andere, feld, worte) },
                  ...(istListe(feld) ? [{ value: "beide", label: "beides" }] : []),
                ]}
              />
            ))}
          </Fieldset>
        </>
      )}
      {same.length === 0 ? null : (
        <Table
          caption="Gleich bei beiden"
          columns={[
            { label: "Angabe", cell: (row: (typeof same)[number]) => row.label },
            { label: "Wert", cell: (row) => said(row.text) },
          ]}
          rows={same}
        />
      )}
    </>
  );
}

export const feldName = ({ feld }: Feld): string => `feld_${feld}`;
