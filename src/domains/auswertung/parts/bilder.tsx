import type { Child } from "#jsx";
import { anzahl } from "../../../platform/words.ts";
import { BarList, Card, Details, LineChart, Table, TileMap } from "../../../ui/index.ts";
import type { Abschnitt, Zeile } from "../model/abschnitte.ts";
import { DEFINITIONEN } from "../model/definitionen.ts";
import { kachelnOf } from "../model/kacheln.ts";
import type { Uebersicht } from "../queries/uebersicht.ts";
import { zeitraumName } from "../model/zeitraum.ts";
import { VERDECKT, type Zelle, etwas, istGenannt, laenge, summeOf } from "../model/zelle.ts";
import { anteilText, zahlText } from "./zahl-text.ts";

/** So many bars are read at a glance; the table has the rest. */
const MOST = 10;

type BildProps = { readonly abschnitt: Abschnitt; readonly u: Uebersicht };

/** What a picture says, for whoever does not see it: the first places; the table beside it has everything. */
export function descOf({ zeilen }: Abschnitt): string {
  const first = zeilen.slice(0, 3).map(gelesen);
  return `Am häufigsten: ${first.join(", ")}. Alle Zahlen stehen in der Tabelle darunter.`;
}

/** A row read aloud, with what it is compared with. */
const gelesen = ({ label, jetzt, davor }: Zeile): string =>
  `${label} ${zahlText(jetzt)}${davor === undefined ? "" : `, davor ${zahlText(davor)}`}`;

/** A card with a picture, what it counts, and the same figures as a table. */
export function Bild(
  props: BildProps & {
    readonly hint?: Child;
    /** A share, and of what it is one. */
    readonly share?: { readonly an: string; readonly of: (zeile: Zeile) => string } | undefined;
    readonly children?: Child;
  },
) {
  const { abschnitt, u, share } = props;
  const empty = abschnitt.zeilen.every((z) => !etwas(z.jetzt) && !etwas(z.davor));
  return (
    <Card title={abschnitt.titel} id={abschnitt.id}>
      {empty ? (
        <p class="hint">Dazu ist nichts gezählt.</p>
      ) : (
        <>
          {props.hint === undefined ? null : <p class="hint">{props.hint}</p>}
          {props.children}
          <Details summary="Zahlen zeigen">
            <p class="hint">{abschnitt.definition}</p>
            <Table
              caption={abschnitt.titel}
              hideCaption
              rows={abschnitt.zeilen}
              columns={[
                { label: "Was", cell: (z) => z.label },
                { label: zeitraumName(u.jetzt.zeitraum), cell: (z) => zahlText(z.jetzt), figure: true },
                ...(share === undefined ? [] : [{ label: `Anteil an ${share.an}`, cell: share.of, figure: true }]),
                ...(u.vergleich === undefined
                  ? []
                  : [
                      {
                        label: zeitraumName(u.vergleich.zeitraum),
                        cell: (z: Zeile) => (z.davor === undefined ? "–" : zahlText(z.davor)),
                        figure: true,
                      },
                    ]),
              ]}
            />
          </Details>
        </>
      )}
    </Card>
  );
}

/** Why months of one Träger are not taken apart. */
export const NUR_HALBJAHRE =
  "Für einzelne Monate eines Trägers und für sehr wenige Beratungen gibt es keine Aufteilung: Oft wäre es die einer einzigen. Wählen Sie ganze Halbjahre.";

const shown = (z: Zelle) => ({ value: laenge(z), text: z === VERDECKT ? VERDECKT : undefined });
const tick = (z: Zelle | undefined) => (istGenannt(z) ? z : undefined);
export const bars = (zeilen: readonly Zeile[]) =>
  zeilen.map((z) => ({ label: z.label, ...shown(z.jetzt), before: tick(z.davor) }));

export const tickHint = ({ vergleich }: Uebersicht) =>
  vergleich === undefined ? "" : `Strich: ${zeitraumName(vergleich.zeitraum)}.`;

/** Themes, ranked; words that belong to none stand beside them. */
export function Themen({ u }: { readonly u: Uebersicht }) {
  const abschnitt = u.tabellen.themen;
  const { nichtZugeordnet: open, themenEinzeln, mitThema } = u.jetzt;
  return (
    <Bild
      abschnitt={{ ...abschnitt, definition: `${abschnitt.definition} ${DEFINITIONEN.anteil}` }}
      u={u}
      hint={`Nennungen, mehrere je Beratung möglich. ${tickHint(u)}`}
      share={{
        an: "Beratungen mit Thema",
        of: (z) => anteilText(z.jetzt === VERDECKT ? VERDECKT : (themenEinzeln[z.kode] ?? 0), mitThema),
      }}
    >
      <BarList title={abschnitt.titel} desc={descOf(abschnitt)} bars={bars(abschnitt.zeilen)} />
      {etwas(open) ? (
        <p class="hint">
          Dazu nicht zugeordnet: {istGenannt(open) ? anzahl(open, "Nennung", "Nennungen") : "einzelne Nennungen"} aus
          Listen.
        </p>
      ) : null}
    </Bild>
  );
}

/** The course over the months. */
export function Monate({ u }: { readonly u: Uebersicht }) {
  const abschnitt = u.tabellen.monate;
  const points = abschnitt.zeilen.map((z) => ({
    label: z.label.slice(0, 3),
    value: tick(z.jetzt),
    before: tick(z.davor),
    text: z.jetzt === VERDECKT ? VERDECKT : undefined,
  }));
  return (
    <Bild
      abschnitt={abschnitt}
      u={u}
      hint={u.vergleich === undefined ? undefined : `Gestrichelt: ${zeitraumName(u.vergleich.zeitraum)}.`}
    >
      <LineChart title={abschnitt.titel} desc={courseOf(abschnitt)} points={points} />
    </Bild>
  );
}

const courseOf = ({ zeilen }: Abschnitt): string => `Verlauf: ${zeilen.map(gelesen).join("; ")}.`;

/** Where people were counselled: as tiles where the Kreis has them and the screen is broad, else ranked. */
export function Kommunen({ u, kreis }: { readonly u: Uebersicht; readonly kreis: string }) {
  const abschnitt = u.tabellen.kommunen;
  const kacheln = kachelnOf(kreis);
  const counts = new Map(abschnitt.zeilen.map((z) => [z.kode, z.jetzt]));
  const some = abschnitt.zeilen.filter((z) => etwas(z.jetzt) || etwas(z.davor)).slice(0, MOST);
  const words = { title: abschnitt.titel, desc: descOf(abschnitt) };
  const list = <BarList {...words} bars={bars(some)} />;
  if (kacheln === undefined) {
    return (
      <Bild abschnitt={abschnitt} u={u} hint={tickHint(u) || undefined}>
        {list}
      </Bild>
    );
  }
  const tiles = kacheln.map((k) => ({
    label: k.kurz,
    ...shown(counts.get(k.ags) ?? 0),
    column: k.spalte,
    row: k.zeile,
  }));
  return (
    <Bild
      abschnitt={abschnitt}
      u={u}
      hint="Beratungen; gestrichelt: keine. Die Kacheln liegen ungefähr wie die Kommunen."
    >
      <div class="narrow">{list}</div>
      <div class="broad">
        <TileMap {...words} tiles={tiles} />
      </div>
    </Bild>
  );
}

/** A further feature of single consultations, ranked, with shares in its table. */
export function Merkmal({ u, abschnitt }: BildProps) {
  const whole = abschnitt.id === "stufe" ? summeOf(abschnitt.zeilen.map((z) => z.jetzt)) : u.jetzt.einzelne;
  const first = abschnitt.zeilen.slice(0, MOST);
  const rest = abschnitt.zeilen.length - first.length;
  return (
    <Bild
      abschnitt={abschnitt}
      u={u}
      share={{
        an: abschnitt.id === "stufe" ? "einzelnen Kontakten" : "einzelnen Beratungen",
        of: (z) => anteilText(z.jetzt, whole),
      }}
      hint={rest === 0 ? tickHint(u) || undefined : `${tickHint(u)} Die häufigsten ${MOST}; weitere in der Tabelle.`}
    >
      <BarList title={abschnitt.titel} desc={descOf(abschnitt)} bars={bars(first)} labels="above" />
    </Bild>
  );
}
