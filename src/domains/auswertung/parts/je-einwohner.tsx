import { BarList, Card, Details, Table, formatCount } from "../../../ui/index.ts";
import { VERDECKT, type Zelle, istGenannt } from "../model/zelle.ts";
import type { Fragen } from "../queries/fragen.ts";
import { EINRICHTEN } from "./getan.ts";
import { zahlText } from "./zahl-text.ts";

type Props = { readonly f: Fragen; readonly einrichten: boolean };

type Ort = {
  readonly name: string;
  readonly beratungen: Zelle;
  readonly einwohner: number | undefined;
  /** Consultations for 1,000 of them. */
  readonly je: number | undefined;
};

const ONE_DIGIT = new Intl.NumberFormat("de-DE", { maximumFractionDigits: 1 });
const jeText = ({ je, beratungen }: Ort): string =>
  je === undefined ? (beratungen === VERDECKT ? VERDECKT : "–") : ONE_DIGIT.format(je);
const tag = (iso: string): string => iso.split("-").toReversed().join(".");

function orte({ einwohner, namen, jetzt }: Fragen): Ort[] {
  const there = new Map(einwohner.map((e) => [e.ags, e.anzahl]));
  return namen.kommunen
    .map(({ ags, name }): Ort => {
      const [n, live] = [jetzt.kommunen[ags] ?? 0, there.get(ags)];
      const je = live === undefined || !istGenannt(n) ? undefined : (n / live) * 1000;
      return { name, beratungen: n, einwohner: live, je };
    })
    .toSorted((a, b) => (b.je ?? -1) - (a.je ?? -1));
}

function Zahlen({ rows }: { readonly rows: readonly Ort[] }) {
  return (
    <Details summary="Zahlen zeigen">
      <Table
        caption="Beratungen und Einwohner:innen je Kommune"
        hideCaption
        rows={rows}
        columns={[
          { label: "Kommune", cell: (r) => r.name },
          { label: "Beratungen", cell: (r) => zahlText(r.beratungen), figure: true },
          {
            label: "Einwohner:innen",
            cell: (r) => (r.einwohner === undefined ? "–" : formatCount(r.einwohner)),
            figure: true,
          },
          { label: "je 1.000", cell: jeText, figure: true },
        ]}
      />
    </Details>
  );
}

/** Where most people are counselled for those who live there, beside how many that are. */
export function JeEinwohner({ f, einrichten }: Props) {
  const rows = orte(f);
  const known = rows.filter((r) => r.je !== undefined);
  const first = known.slice(0, 3).map((r) => `${r.name} ${jeText(r)} bei ${zahlText(r.beratungen)} Beratungen`);
  const sources = [...new Set(f.einwohner.map((e) => `${e.quelle}, Stand ${tag(e.stichtag)}`))];
  return (
    <Card title="Wo wird gemessen an den Einwohner:innen am meisten beraten?" id="einwohner">
      {f.einwohner.length === 0 ? (
        <p>
          Einwohnerzahlen sind noch nicht eingetragen. KIM bringt keine mit: Es gelten die amtlichen Ihres Kreises.{" "}
          {einrichten ? <a href={EINRICHTEN}>Einwohnerzahlen eintragen</a> : null}
        </p>
      ) : (
        <>
          <p class="hint">
            Beratungen je 1.000 Einwohner:innen, in Klammern die Beratungen. Einwohnerzahlen: {sources.join("; ")}.
          </p>
          <BarList
            title="Beratungen je 1.000 Einwohner:innen"
            desc={`Am meisten: ${first.join("; ")}. Alle Zahlen stehen in der Tabelle darunter.`}
            bars={known.map((r) => ({
              label: r.name,
              value: r.je ?? 0,
              text: `${jeText(r)} (${zahlText(r.beratungen)})`,
            }))}
          />
          <Zahlen rows={rows} />
        </>
      )}
    </Card>
  );
}
