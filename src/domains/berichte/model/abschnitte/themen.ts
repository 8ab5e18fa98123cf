import { zeitraumName } from "../../../auswertung/model/zeitraum.ts";
import { VERDECKT, type Zelle, etwas, laenge } from "../../../auswertung/model/zelle.ts";
import type { Grundlage } from "../grundlage.ts";
import { type Block, type Diagramm, type Tabelle, absatz } from "../../../papier/model/papier.ts";
import { rangfolge } from "../rangfolge.ts";
import { nichtZugeordnetSatz } from "../saetze.ts";
import { GERUNDET, anteil, zelle } from "../sprache.ts";

function tabelle({ kennzahlen, vergleich, namen }: Grundlage): Tabelle {
  const { themen, themenEinzeln, mitThema, nichtZugeordnet } = kennzahlen;
  const all = kennzahlen.nennungen;
  const before = (n: Zelle | undefined) => (vergleich === null ? [] : [zelle(n ?? 0)]);
  const row = (name: string, n: Zelle, share: string, earlier: Zelle | undefined) => [
    name,
    zelle(n),
    anteil(n, all),
    share,
    ...before(earlier),
  ];
  const rest = !etwas(nichtZugeordnet)
    ? []
    : [row("nicht zugeordnet", nichtZugeordnet, "–", vergleich?.nichtZugeordnet)];
  return {
    art: "tabelle",
    titel: "Themen der Beratungen",
    spalten: [
      { titel: "Thema" },
      { titel: "Nennungen", zahl: true } as const,
      { titel: "Anteil an den Nennungen", zahl: true } as const,
      { titel: "Anteil an den Beratungen", zahl: true },
      ...(vergleich === null ? [] : [{ titel: `Nennungen ${zeitraumName(vergleich.zeitraum)}`, zahl: true } as const]),
    ],
    zeilen: [
      ...rangfolge(themen, namen.themen).map((t) =>
        row(
          t.name,
          t.wert,
          anteil(t.wert === VERDECKT ? VERDECKT : (themenEinzeln[t.code] ?? 0), mitThema),
          vergleich?.themen[t.code],
        ),
      ),
      ...rest,
      row("Zusammen", all, "", vergleich?.nennungen),
    ],
    summe: true,
    anmerkungen: [
      "Nennungen: Eine Beratung kann mehrere Themen haben und wird dann bei jedem gezählt.",
      `Anteil an den Beratungen: einzeln dokumentierte Beratungen mit diesem Thema, bezogen auf ${mitThema === 1 ? "die eine Beratung" : `die ${zelle(mitThema)} Beratungen`}, zu ${mitThema === 1 ? "der" : "denen"} mindestens ein Thema einzeln dokumentiert ist. Wegen der Mehrfachnennungen können diese Anteile zusammen mehr als 100 Prozent ergeben.`,
      GERUNDET,
    ],
  };
}

function diagramm({ kennzahlen, namen }: Grundlage): Diagramm {
  const ranks = rangfolge(kennzahlen.themen, namen.themen);
  return {
    art: "diagramm",
    titel: "Themen nach Zahl der Nennungen",
    form: "balken",
    werte: ranks.map((t) => ({ name: t.kurz, wert: laenge(t.wert), text: zelle(t.wert) })),
    alt: `Balkendiagramm, Nennungen je Thema: ${ranks.map((t) => `${t.kurz} ${zelle(t.wert)}`).join("; ")}.`,
  };
}

function offen({ kennzahlen: { nichtZugeordnet } }: Grundlage): Block[] {
  return nichtZugeordnet === 0 ? [] : [absatz(nichtZugeordnetSatz(nichtZugeordnet))];
}

/** What it was about, ranked, with both ways to count. */
export function themenBloecke(g: Grundlage): Block[] {
  const ranks = rangfolge(g.kennzahlen.themen, g.namen.themen);
  if (ranks.length === 0) return offen(g);
  return [diagramm(g), tabelle(g), ...offen(g)];
}
