import { tagText } from "../../../platform/span.ts";
import { Card, DescriptionList, Entered } from "../../../ui/index.ts";
import { TEXTE, TEXT_WORT, skalaText } from "../model/assessment.ts";
import type { Zeile } from "../model/zeilen.ts";
import type { Assessment, Lebensbereich } from "../queries/assessments.ts";
import { BEREICH } from "./getan.ts";

type Props = {
  readonly assessments: readonly Assessment[];
  readonly zeilen: readonly Zeile[];
  readonly schreibt: boolean;
};

/** What was said, area by area: the assessments beside each other, on a phone below each other. Areas that were always left out are missing. */
export function Bereiche({ assessments, zeilen, schreibt }: Props) {
  return (
    <>
      {zeilen
        .filter(({ staende }) => staende.some((stand) => stand?.am !== null && stand !== undefined))
        .map(({ name, staende }) => (
          <Card title={name}>
            <div class="side-by-side">
              {staende.map((stand, i) => (
                <section>
                  <h3>{tagText(stand?.am ?? assessments[i]?.am ?? "")}</h3>
                  {stand === undefined || stand.am === null ? (
                    <p class="muted">ausgelassen</p>
                  ) : (
                    <Gesagt stand={stand} schreibt={schreibt} name={name} />
                  )}
                </section>
              ))}
            </div>
          </Card>
        ))}
    </>
  );
}

/** What one area says in one assessment. */
export const Angaben = ({ stand }: { readonly stand: Pick<Lebensbereich, "skala" | (typeof TEXTE)[number]> }) => (
  <DescriptionList
    items={[
      { term: "Skala", value: stand.skala === null ? "ohne Zahl" : skalaText(String(stand.skala)) },
      ...TEXTE.flatMap((text) => {
        const said = stand[text];
        return said === null ? [] : [{ term: TEXT_WORT[text], value: <Entered class="text">{said}</Entered> }];
      }),
    ]}
  />
);

type GesagtProps = { readonly stand: Lebensbereich; readonly schreibt: boolean; readonly name: string };

/** Version 1 is the empty area, 2 its first text: whatever is later was put right. */
const FIRST_WRITTEN = 2;

const Gesagt = ({ stand, schreibt, name }: GesagtProps) => (
  <>
    <Angaben stand={stand} />
    <p class="hint screen-only">
      {schreibt ? (
        <a href={`${BEREICH}/${stand.id}`}>
          Berichtigen<span class="kern-sr-only"> {name}</span>
        </a>
      ) : null}
      {stand.version > FIRST_WRITTEN ? (
        <>
          {schreibt ? " · " : null}
          <a href={`${BEREICH}/${stand.id}/verlauf`}>
            Frühere Fassungen<span class="kern-sr-only"> {name}</span>
          </a>
        </>
      ) : null}
    </p>
  </>
);
