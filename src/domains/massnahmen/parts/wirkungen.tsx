import { tagText } from "../../../platform/span.ts";
import { Card, Entered, Table } from "../../../ui/index.ts";
import { antwortenText } from "../../luecken/index.ts";
import { wertText } from "../model/betrag.ts";
import { zielText } from "../model/messung.ts";
import { URTEILE, type Wirkung } from "../model/wirkung.ts";
import type { Eine } from "../queries/eine.ts";

/** What the measure did, as it was looked at: before and after, and what cannot be known. The last check first. */
export function Wirkungen({ eine }: { readonly eine: Eine }) {
  const { wirkungen, stimmen, namen } = eine;
  if (wirkungen.length === 0) return null;
  return (
    <>
      {wirkungen.toReversed().map((one) => (
        <Card title={`Wirkung am ${tagText(one.am)}: ${URTEILE[one.urteil]}`}>
          <p>
            <Entered class="text">{one.befund}</Entered>
          </p>
          <Unbekannt saetze={one.unbekannt} />
          <VorherNachher wirkung={one} eine={eine} />
          <p class="hint">
            Geprüft durch <Entered>{namen.get(one.wer) ?? "jemand bei einem anderen Träger"}</Entered>.
          </p>
        </Card>
      ))}
      <Card title="Was sagen, die gemeldet haben?">
        <p>{antwortenText(stimmen)}</p>
        {stimmen.saetze.length === 0 ? null : (
          <ul>
            {stimmen.saetze.map((one) => (
              <li>
                <Entered>{one}</Entered>
              </li>
            ))}
          </ul>
        )}
      </Card>
    </>
  );
}

/** What nobody can know from it, as a list. */
export const Unbekannt = ({ saetze }: { readonly saetze: readonly string[] }) => (
  <>
    <p>
      <strong>Was man daraus nicht wissen kann:</strong>
    </p>
    <ul>
      {saetze.map((one) => (
        <li>
          <Entered>{one}</Entered>
        </li>
      ))}
    </ul>
  </>
);

function VorherNachher({ wirkung, eine }: { readonly wirkung: Wirkung; readonly eine: Eine }) {
  const named = wirkung.werte.flatMap((one) => {
    const found = eine.reihen.find(({ indikator }) => indikator.id === one.indikatorId)?.indikator;
    return found === undefined ? [] : [{ ...one, indikator: found }];
  });
  const value = (n: number | null, am: string | null) =>
    am === null ? "nicht gemessen" : `${n === null ? "wird nicht genannt" : wertText(n)} (${tagText(am)})`;
  return named.length === 0 ? null : (
    <Table
      caption="Vorher und nachher"
      hideCaption
      cards
      rows={named}
      columns={[
        { label: "Indikator", cell: ({ indikator }) => <Entered>{indikator.name}</Entered> },
        { label: "Vorher", cell: (one) => value(one.vorher, one.vorherAm) },
        { label: "Nachher", cell: (one) => value(one.nachher, one.nachherAm) },
        { label: "Ziel", cell: ({ indikator }) => zielText(indikator) },
      ]}
    />
  );
}
