import { tagText } from "../../../platform/span.ts";
import { Card, Details, Entered, Path, Table } from "../../../ui/index.ts";
import { PHASEN, type Phase, type Uebergang, WEG, schritteAus, verlangt, werText } from "../model/phasen.ts";
import type { Fall, SchrittZeile } from "../queries/faelle.ts";
import { type Codelisten, nameOf } from "../../codelisten/index.ts";

/** The day on which each phase last began. */
const anfaenge = (schritte: readonly SchrittZeile[]): ReadonlyMap<Phase, string> =>
  new Map(schritte.map(({ nach, am }) => [nach, am]));

const isOnWay = (phase: Phase): boolean => WEG.some((one) => one === phase);

const getanVon =
  (namen: ReadonlyMap<string, string>) =>
  ({ anderer: wer }: SchrittZeile) =>
    wer === null ? "" : <Entered>{namen.get(wer) ?? "nicht mehr bekannt"}</Entered>;

/** The way of a case as a picture: where it is, when it came there; what lies beside the way stands at its end. */
function Bild({ fall }: { readonly fall: Fall }) {
  const since = anfaenge(fall.schritte);
  const stations: readonly Phase[] = isOnWay(fall.phase) ? WEG : [...WEG.slice(0, -1), fall.phase];
  const here = stations.indexOf(fall.phase);
  return (
    <Path
      label="Weg des Falls"
      stations={stations.map((phase, i) => {
        const am = since.get(phase);
        const reached = am !== undefined && i <= here;
        return {
          label: PHASEN[phase],
          ...(reached ? { note: tagText(am) } : {}),
          state: i === here ? "jetzt" : reached ? "erledigt" : "offen",
        };
      })}
    />
  );
}

type Props = {
  readonly fall: Fall;
  readonly listen: Codelisten;
  /** Of those who took steps and do not keep the file. */
  readonly namen: ReadonlyMap<string, string>;
};

/** The way as a picture, and every step of it as a table, the last one first. */
export function Weg({ fall, listen, namen }: Props) {
  const warum = ({ grund, abschlussgrund }: SchrittZeile) =>
    [nameOf(listen.abschlussgrund, abschlussgrund), grund ?? ""].filter((text) => text !== "").join(". ");
  return (
    <Card title="Weg des Falls">
      <Bild fall={fall} />
      <Table
        caption="Schritte, der letzte zuerst"
        hideCaption
        rows={fall.schritte.toReversed()}
        columns={[
          { label: "Tag", cell: ({ am }) => tagText(am) },
          { label: "Schritt", cell: ({ nach }) => PHASEN[nach] },
          { label: "Warum", cell: warum },
          ...(namen.size === 0 ? [] : [{ label: "Getan von", names: true, cell: getanVon(namen) }]),
        ]}
      />
      <Details summary="Wie es von hier weitergehen kann, und wer es darf" screen>
        <Table
          caption={`Schritte aus der Phase „${PHASEN[fall.phase]}“`}
          hideCaption
          cards
          rows={schritteAus(fall.phase)}
          columns={[
            { label: "Schritt", cell: ({ verb }: Uebergang) => verb },
            { label: "Danach", cell: ({ nach }: Uebergang) => PHASEN[nach] },
            { label: "Wer", cell: werText },
            { label: "Was dafür da sein muss", cell: (one: Uebergang) => verlangt(one) || "nichts weiter" },
          ]}
        />
      </Details>
    </Card>
  );
}
