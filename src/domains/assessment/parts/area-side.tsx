import { tagText } from "../../../platform/span.ts";
import { Card } from "../../../ui/index.ts";
import type { Vorher } from "../queries/assessments.ts";
import type { Lebensbereich } from "../queries/assessments.ts";
import { Angaben } from "./bereiche.tsx";
import { BEREICH } from "./getan.ts";

type Props = {
  readonly id: string;
  readonly alle: readonly Lebensbereich[];
  readonly felder: readonly { readonly code: string; readonly name: string }[];
  readonly vorher: Vorher | undefined;
};

/** Beside the form: what was said of this area the last time, and the other areas, to go to in any order. */
export function Neben({ id, alle, felder, vorher }: Props) {
  const ordered = felder.flatMap(({ code, name }) => {
    const bereich = alle.find((one) => one.handlungsfeld === code);
    return bereich === undefined ? [] : [{ bereich, name }];
  });
  return (
    <>
      {vorher === undefined ? null : (
        <Card title={`Zuletzt, am ${tagText(vorher.am)}`}>
          <Angaben stand={vorher} />
        </Card>
      )}
      <Card title="Lebensbereiche">
        <ul class="tasks">
          {ordered.map(({ bereich, name }) => (
            <li>
              {bereich.id === id ? (
                <strong aria-current="page">{name}</strong>
              ) : (
                <a href={`${BEREICH}/${bereich.id}`}>{name}</a>
              )}
              <span class={bereich.am === null ? "muted" : undefined}>{stand(bereich)}</span>
            </li>
          ))}
        </ul>
      </Card>
    </>
  );
}

const stand = ({ am, skala }: Lebensbereich): string =>
  am === null ? "offen" : skala === null ? "ohne Zahl" : `${skala} von 10`;
