import { Card, type Column, Details, LineChart, Table, TrendRows } from "../../../ui/index.ts";
import { type Verlauf } from "../model/verlauf.ts";
import { VERDECKT, istGenannt } from "../model/zelle.ts";
import { monatName, zeitraumName } from "../model/zeitraum.ts";
import type { Fragen, Last } from "../queries/fragen.ts";
import { zahlText } from "./zahl-text.ts";

type Props = { readonly f: Fragen };

const ONE_DIGIT = new Intl.NumberFormat("de-DE", { maximumFractionDigits: 1 });
const vzae = (h: number): string => ONE_DIGIT.format(h / 100);

/** "1/26", for the first half of 2026: six of them stand beside each other on a phone. */
const kurz = (name: string): string => name.replace(/^(\d)\. Halbjahr 20(\d\d)$/, "$1/$2");

const percent = (a: Verlauf["anteile"][number]): string =>
  a === undefined ? "–" : a === VERDECKT ? VERDECKT : `${Math.round(a)} %`;

/** What rose and what fell, as shares, so that half-years of different size compare. */
export function ThemenVerlauf({ f }: Props) {
  const named = f.halbjahre.map(zeitraumName);
  const missing = named.filter((_, i) => f.ganze[i] !== true);
  const said = f.themen.slice(0, 3).map((t) => `${t.label} ${t.anteile.map(percent).join(", ")}`);
  return (
    <Card title="Welche Themen nehmen zu, welche ab?" id="verlauf">
      <p class="hint">
        Anteil an allen Nennungen eines Halbjahrs; {kurz(named.at(-1) ?? "")} ist das {named.at(-1)}.
        {missing.length === 0
          ? ""
          : ` Ohne ${missing.join(", ")}: nicht vorbei oder nicht von allen Trägern ganz geliefert.`}
      </p>
      {missing.length === named.length ? null : (
        <>
          <TrendRows
            title="Themen in sechs Halbjahren"
            desc={`Anteile von ${named[0]} bis ${named.at(-1)}: ${said.join("; ")}. Alle Zahlen stehen in der Tabelle darunter.`}
            heads={named.map(kurz)}
            rows={f.themen.map((t) => ({
              label: t.label,
              steps: t.anteile.map((a) => ({ value: typeof a === "number" ? a : undefined, text: percent(a) })),
            }))}
          />
          <Details summary="Zahlen zeigen">
            <Table
              caption="Anteile der Themen in sechs Halbjahren"
              hideCaption
              rows={f.themen}
              columns={[
                { label: "Thema", cell: (t) => t.label },
                ...named.map((label, i): Column<Verlauf> => ({
                  label: kurz(label),
                  cell: (t) => percent(t.anteile[i]),
                  figure: true,
                })),
              ]}
            />
          </Details>
        </>
      )}
    </Card>
  );
}

const lastOf = ({ beratungen, besetzt }: Last): number | undefined =>
  istGenannt(beratungen) && besetzt > 0 ? beratungen / (besetzt / 100) : undefined;
const lastText = (l: Last): string => {
  const n = lastOf(l);
  return n === undefined ? (l.beratungen === VERDECKT ? VERDECKT : "–") : ONE_DIGIT.format(n);
};

function vakantText(all: readonly Last[]): string {
  const vacant = all.reduce((sum, l) => sum + l.vakant, 0) / Math.max(1, all.length);
  return vacant < 1 ? "In diesen Monaten war nichts vakant." : `Vakant waren im Mittel ${vzae(vacant)} VZÄ.`;
}

/** How much falls to those who are there, and how much is missing. */
export function LastJeVzae({ f }: Props) {
  const known = f.last.some((l) => l.besetzt > 0);
  const said = f.last.map((l) => `${monatName(l.monat)} ${lastText(l)}, vakant ${vzae(l.vakant)} VZÄ`);
  return (
    <Card title="Wie viele Beratungen kommen auf eine besetzte Stelle?" id="last">
      <p class="hint">
        Beratungen je VZÄ des Case Managements (Modul II), das im Monat besetzt war, im Mittel seiner Tage. Beratungen
        aus Strichlisten zählen mit.
      </p>
      {known ? (
        <>
          <LineChart
            title="Beratungen je VZÄ und Monat"
            desc={`Verlauf: ${said.join("; ")}.`}
            points={f.last.map((l) => ({
              label: monatName(l.monat).slice(0, 3),
              value: lastOf(l),
              text: lastText(l),
            }))}
          />
          <p>{vakantText(f.last)}</p>
          <Details summary="Zahlen zeigen">
            <Table
              caption="Beratungen und besetzte Stellen je Monat"
              hideCaption
              rows={f.last}
              columns={[
                { label: "Monat", cell: (l) => monatName(l.monat) },
                { label: "Beratungen", cell: (l) => zahlText(l.beratungen), figure: true },
                { label: "VZÄ besetzt", cell: (l) => vzae(l.besetzt), figure: true },
                { label: "VZÄ vakant", cell: (l) => vzae(l.vakant), figure: true },
                { label: "Beratungen je VZÄ", cell: lastText, figure: true },
              ]}
            />
          </Details>
        </>
      ) : (
        <p>Zum Stellenplan liegen für diese Monate keine Angaben vor.</p>
      )}
    </Card>
  );
}
