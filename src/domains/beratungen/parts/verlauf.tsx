import { tagText } from "../../../platform/span.ts";
import { Card, Entered } from "../../../ui/index.ts";
import { type Woerter, angaben } from "../model/angaben.ts";
import type { Fassung, FassungArt, Werte } from "../rows/fassung.ts";

const WORT: Readonly<Record<FassungArt, string>> = {
  korrektur: "Korrigiert",
  rueckzug: "Zurückgezogen",
  aufhebung: "Zählt wieder",
};

type Schritt = { readonly fassung: Fassung; readonly danach: Werte };

/** What a correction changed, old beside new. */
function Geaendert({ schritt, woerter }: { readonly schritt: Schritt; readonly woerter: Woerter }) {
  const after = new Map(angaben(schritt.danach, woerter).map((a) => [a.name, a.text]));
  const changed = angaben(schritt.fassung.werte, woerter).filter((a) => after.get(a.name) !== a.text);
  return (
    <ul>
      {changed.map((a) => (
        <li>
          {a.label}: <del>{a.text}</del> <ins>{after.get(a.name)}</ins>
        </li>
      ))}
      {schritt.fassung.notiz === undefined ? null : (
        <li>
          Notiz davor: <Entered class="text">{schritt.fassung.notiz}</Entered>
        </li>
      )}
    </ul>
  );
}

/** Every change of a consultation, newest first, with its reason and what held before. */
export function Verlauf(props: {
  readonly fassungen: readonly Fassung[];
  readonly jetzt: Werte;
  readonly woerter: Woerter;
}) {
  if (props.fassungen.length === 0) return null;
  return (
    <Card title="Verlauf">
      <div class="prose">
        {props.fassungen.map((fassung, i) => (
          <>
            <h3>
              {WORT[fassung.art]} am {tagText(fassung.am)}
            </h3>
            <p>
              Grund: <Entered>{fassung.grund ?? "nicht mehr lesbar"}</Entered>
            </p>
            {fassung.art === "korrektur" ? (
              <Geaendert
                schritt={{ fassung, danach: props.fassungen[i - 1]?.werte ?? props.jetzt }}
                woerter={props.woerter}
              />
            ) : null}
          </>
        ))}
      </div>
    </Card>
  );
}
