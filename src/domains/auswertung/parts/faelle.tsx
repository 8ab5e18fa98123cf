import type { Child } from "#jsx";
import { anzahl } from "../../../platform/words.ts";
import { BarList, Card, Halves, Table } from "../../../ui/index.ts";
import type { Abschnitt, Zeile } from "../model/abschnitte.ts";
import { DEFINITIONEN } from "../model/definitionen.ts";
import type { FallAbschnitte } from "../model/fall-abschnitte.ts";
import { zeitraumName } from "../model/zeitraum.ts";
import type { Uebersicht } from "../queries/uebersicht.ts";
import { Bild, bars, descOf, tickHint } from "./bilder.tsx";
import { zahlText } from "./zahl-text.ts";

type Props = { readonly u: Uebersicht };

/** What there was, came, went and is: read as a sum, so the table is the picture. */
function Bestand({ u, abschnitt, children }: Props & { readonly abschnitt: Abschnitt; readonly children?: Child }) {
  const { vergleich } = u;
  return (
    <Card title={abschnitt.titel} id={abschnitt.id}>
      <Table
        caption={abschnitt.titel}
        hideCaption
        rows={abschnitt.zeilen}
        columns={[
          { label: "Was", cell: (z) => z.label },
          { label: zeitraumName(u.jetzt.zeitraum), cell: (z) => zahlText(z.jetzt), figure: true },
          ...(vergleich?.faelle
            ? [
                {
                  label: zeitraumName(vergleich.zeitraum),
                  cell: (z: Zeile) => (z.davor === undefined ? "–" : zahlText(z.davor)),
                  figure: true,
                },
              ]
            : []),
        ]}
      />
      {children}
      <p class="hint">{abschnitt.definition}</p>
    </Card>
  );
}

function Balken({ u, abschnitt, hint }: Props & { readonly abschnitt: Abschnitt; readonly hint?: string }) {
  const said = [hint, tickHint(u)].filter((text) => text !== undefined && text !== "").join(" ");
  return (
    <Bild abschnitt={abschnitt} u={u} hint={said === "" ? undefined : said}>
      <BarList title={abschnitt.titel} desc={descOf(abschnitt)} bars={bars(abschnitt.zeilen)} labels="above" />
    </Bild>
  );
}

function Tafeln({ u, f, stand }: Props & { readonly f: FallAbschnitte; readonly stand: Child }) {
  const { median, personen, haushalte } = u.jetzt.faelle ?? {};
  return (
    <Halves>
      <div>
        <Bestand u={u} abschnitt={f.bestand}>
          {personen === undefined || personen === null ? null : (
            <p>
              {zahlText(personen)} Personen mit Fall, {zahlText(haushalte ?? 0)} Haushalte.{" "}
              <span class="hint">{DEFINITIONEN.fallpersonen}</span>
            </p>
          )}
        </Bestand>
        <Bestand u={u} abschnitt={f.anfragen} />
        <Balken u={u} abschnitt={f.phasen} />
      </div>
      <div>
        <Balken u={u} abschnitt={f.gruende} />
        <Balken u={u} abschnitt={f.ziele} />
        <Balken u={u} abschnitt={f.zufriedenheit} />
        <Balken
          u={u}
          abschnitt={f.dauer}
          {...(median === undefined || median === null
            ? {}
            : { hint: `Die Hälfte dauerte höchstens ${anzahl(median, "Monat", "Monate")} (Median).` })}
        />
        {stand}
      </div>
    </Halves>
  );
}

/** The cases of the period; why not where they are not told. @param stand the card that stands last on the page */
export function Faelle({ u, stand }: Props & { readonly stand: Child }) {
  const f = u.tabellen.faelle;
  if (f !== undefined) return <Tafeln u={u} f={f} stand={stand} />;
  return (
    <Halves>
      <Card title="Fälle" id="faelle">
        <p>
          Fälle gibt es für den ganzen Kreis und für ganze Halbjahre. Für einen Träger und für einzelne Monate sieht sie
          nur seine Leitung: Oft wäre es ein einziger Fall.
        </p>
      </Card>
      <div>{stand}</div>
    </Halves>
  );
}
