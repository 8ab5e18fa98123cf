import { Card, DescriptionList, Status, Table, TextChanges } from "../../../ui/index.ts";
import { type Kode, nameOf } from "../../codelisten/index.ts";
import type { Planvergleich, Wo, ZielVergleich } from "../model/vergleich.ts";
import { wortvergleich } from "../model/wortvergleich.ts";

const WO: Readonly<Record<Wo, string>> = { beide: "", weg: "nicht mehr im Plan", neu: "neu" };

const Mark = ({ wo }: { readonly wo: Wo }) =>
  wo === "beide" ? <>geblieben</> : <Status kind={wo === "neu" ? "success" : "info"}>{WO[wo]}</Status>;

const geaendert = (pieces: ZielVergleich["ziel"]): boolean => pieces.some(({ art }) => art !== "gleich");

type Props = { readonly vergleich: Planvergleich; readonly felder: readonly Kode[] };

/** What changed between two versions: goal by goal, step by step, struck through and underlined, and in words. */
export function Unterschiede({ vergleich, felder }: Props) {
  const { ueberpruefung, bemerkung, ziele } = vergleich;
  return (
    <>
      {ziele.map((ziel, i) => (
        <ZielUnterschied ziel={ziel} nummer={i + 1} felder={felder} />
      ))}
      <Card title="Für den ganzen Plan">
        <DescriptionList
          items={[
            { term: "Überprüfung am", value: <Text pieces={ueberpruefung} /> },
            { term: "Außerdem", value: <Text pieces={bemerkung} /> },
          ]}
        />
      </Card>
    </>
  );
}

const Text = ({ pieces }: { readonly pieces: ZielVergleich["ziel"] }) =>
  pieces.length === 0 ? <>–</> : <TextChanges pieces={pieces} />;

type ZielProps = { readonly ziel: ZielVergleich; readonly nummer: number; readonly felder: readonly Kode[] };

function ZielUnterschied({ ziel, nummer, felder }: ZielProps) {
  const [vor, nach] = ziel.feld.map((code) => (code === null ? "" : nameOf(felder, code)));
  const bleibt = ziel.wo === "beide" && !geaendert(ziel.ziel) && vor === nach;
  return (
    <Card title={`Ziel ${nummer}: ${nach === "" ? (vor ?? "") : (nach ?? "")}`}>
      <p>
        {bleibt ? "Das Ziel ist, wie es war." : ziel.wo === "beide" ? "Das Ziel ist geändert." : <Mark wo={ziel.wo} />}
      </p>
      {ziel.wo === "beide" && vor !== nach ? (
        <p>
          Worum es geht: <TextChanges pieces={wortvergleich(vor ?? "", nach ?? "")} />
        </p>
      ) : null}
      <p>
        <TextChanges pieces={ziel.ziel} />
      </p>
      <Table
        caption={`Schritte zu Ziel ${nummer}`}
        hideCaption
        rows={ziel.schritte}
        empty={<p class="hint">Ohne Schritte.</p>}
        columns={[
          { label: "Schritt", cell: ({ text }) => <TextChanges pieces={text} /> },
          {
            label: "Was sich änderte",
            cell: ({ wo, text }) => (wo === "beide" && geaendert(text) ? "geändert" : <Mark wo={wo} />),
          },
        ]}
      />
    </Card>
  );
}
