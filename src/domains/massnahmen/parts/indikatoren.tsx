import { tagText } from "../../../platform/span.ts";
import {
  Actions,
  ButtonLink,
  Card,
  Details,
  EmptyState,
  Entered,
  LineChart,
  Status,
  Table,
} from "../../../ui/index.ts";
import { wertText } from "../model/betrag.ts";
import { KENNZAHLEN } from "../model/kennzahl.ts";
import { LAGEN, type Lage, type Punkt, type Reihe, lageVon, punktText, standText } from "../model/messung.ts";
import type { Eine } from "../queries/eine.ts";
import { INDIKATOR, LIST } from "./getan.ts";

type Props = { readonly eine: Eine; readonly steuert: boolean };

/** By what one sees whether it helps: each indicator over time, with its goal and where it comes from. */
export function Indikatoren({ eine: { massnahme, reihen }, steuert }: Props) {
  return (
    <Card
      title="Indikatoren"
      id="indikatoren"
      action={
        steuert ? (
          <ButtonLink kind="secondary" small href={`${LIST}/${massnahme.id}/indikator`}>
            Indikator anlegen
          </ButtonLink>
        ) : undefined
      }
    >
      {reihen.length === 0 ? (
        <EmptyState>
          Noch sagt keine Zahl, ob die Maßnahme hilft. Ein Indikator hat einen Anfang und ein Ziel; seine Werte tippen
          Sie, oder er folgt einer Zahl von KIM.
        </EmptyState>
      ) : null}
      {reihen.map((reihe) => (
        <Eines reihe={reihe} steuert={steuert} />
      ))}
    </Card>
  );
}

/** Short enough to stand below a picture: "2. Hj. 26", "2026", "01.03.26". */
const kurz = (name: string): string => name.replace("Halbjahr 20", "Hj. ").replace(/\.20(\d\d)$/, ".$1");

const KLEIN = ".";

const KIND = {
  erreicht: "success",
  besser: "info",
  gleich: "info",
  schlechter: "warning",
  offen: "info",
} as const satisfies Readonly<Record<Lage, string>>;

function Eines({ reihe, steuert }: { readonly reihe: Reihe; readonly steuert: boolean }) {
  const { indikator: i, punkte } = reihe;
  const lage = lageVon(reihe);
  return (
    <section>
      <h3>
        <Entered>{i.name}</Entered>
      </h3>
      <p>
        {lage === undefined ? null : (
          <>
            <Status kind={KIND[lage]}>{LAGEN[lage]}</Status>:{" "}
          </>
        )}
        <Entered>{standText(reihe, tagText)}</Entered>
      </p>
      {punkte.length > 1 ? (
        <LineChart
          title={`${i.name} über die Zeit`}
          desc={`${standText(reihe, tagText)}. Alle Werte stehen in der Tabelle darunter.`}
          points={punkte.map((p) => ({
            label: kurz(p.name),
            value: p.wert === null ? undefined : p.wert / 100,
            text: p.wert === null ? (p.warum === "klein" ? KLEIN : "–") : wertText(p.wert),
          }))}
        />
      ) : null}
      <Details summary={`Werte zeigen: ${i.name}`}>
        <Werte reihe={reihe} />
      </Details>
      <p class="hint">
        {i.richtung === "mehr" ? "Mehr ist besser." : "Weniger ist besser."}{" "}
        {i.zahl === null
          ? "Die Werte sind getippt."
          : `Folgt von selbst der Auswertung, für den ganzen Kreis. ${KENNZAHLEN[i.zahl].definition}`}
      </p>
      {steuert ? (
        <Actions>
          {i.zahl === null ? (
            <ButtonLink kind="secondary" small href={`${INDIKATOR}/${i.id}/messwert`}>
              Wert eintragen<span class="kern-sr-only">: {i.name}</span>
            </ButtonLink>
          ) : null}
          <ButtonLink kind="tertiary" small href={`${INDIKATOR}/${i.id}`}>
            Indikator bearbeiten<span class="kern-sr-only">: {i.name}</span>
          </ButtonLink>
        </Actions>
      ) : null}
    </section>
  );
}

/** The values as a table, the oldest first; the first is the start. */
export const Werte = ({ reihe: { indikator, punkte } }: { readonly reihe: Reihe }) => (
  <Table
    caption={`${indikator.name}, ${indikator.einheit}`}
    hideCaption
    rows={punkte}
    columns={[
      { label: "Wann", cell: (p: Punkt) => (p.laeuft === true ? `${p.name} (läuft noch)` : p.name) },
      { label: indikator.einheit, cell: punktText, figure: true },
      { label: "Dazu", cell: ({ notiz }: Punkt) => (notiz === undefined ? "" : <Entered>{notiz}</Entered>) },
    ]}
  />
);
