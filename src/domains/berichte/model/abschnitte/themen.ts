import { zahl } from "../../../../platform/words.ts";
import { zeitraumName } from "../../../auswertung/model/zeitraum.ts";
import type { Grundlage } from "../grundlage.ts";
import { type Block, type Diagramm, type Tabelle, absatz } from "../papier.ts";
import { rangfolge, summe } from "../rangfolge.ts";
import { nichtZugeordnetSatz } from "../saetze.ts";
import { anteil } from "../sprache.ts";

function tabelle({ kennzahlen, vergleich, namen }: Grundlage): Tabelle {
  const { themen, themenEinzeln, mitThema, nichtZugeordnet } = kennzahlen;
  const all = summe(themen) + nichtZugeordnet;
  const before = (n: number | undefined) => (vergleich === null ? [] : [zahl(n ?? 0)]);
  const row = (name: string, n: number, share: string, earlier: number | undefined) => [
    name,
    zahl(n),
    anteil(n, all),
    share,
    ...before(earlier),
  ];
  const rest = nichtZugeordnet === 0 ? [] : [row("nicht zugeordnet", nichtZugeordnet, "–", vergleich?.nichtZugeordnet)];
  const earlierAll = vergleich === null ? 0 : summe(vergleich.themen) + vergleich.nichtZugeordnet;
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
        row(t.name, t.wert, anteil(themenEinzeln[t.code] ?? 0, mitThema), vergleich?.themen[t.code]),
      ),
      ...rest,
      row("Zusammen", all, "", earlierAll),
    ],
    summe: true,
    anmerkungen: [
      "Nennungen: Eine Beratung kann mehrere Themen haben und wird dann bei jedem gezählt.",
      `Anteil an den Beratungen: einzeln dokumentierte Beratungen mit diesem Thema, bezogen auf ${mitThema === 1 ? "die eine Beratung" : `die ${zahl(mitThema)} Beratungen`}, zu ${mitThema === 1 ? "der" : "denen"} mindestens ein Thema einzeln dokumentiert ist. Wegen der Mehrfachnennungen können diese Anteile zusammen mehr als 100 Prozent ergeben.`,
    ],
  };
}

function diagramm({ kennzahlen, namen }: Grundlage): Diagramm {
  const ranks = rangfolge(kennzahlen.themen, namen.themen);
  return {
    art: "diagramm",
    titel: "Themen nach Zahl der Nennungen",
    form: "balken",
    werte: ranks.map((t) => ({ name: t.kurz, wert: t.wert, text: zahl(t.wert) })),
    alt: `Balkendiagramm, Nennungen je Thema: ${ranks.map((t) => `${t.kurz} ${zahl(t.wert)}`).join("; ")}.`,
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
