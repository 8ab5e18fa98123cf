import { diffArrays } from "diff";
import { type Abschnitt, type Block, type Papier, texteIn } from "../../papier/model/papier.ts";
import { type Stueck, wortvergleich } from "../../hilfeplan/model/wortvergleich.ts";
import { absaetzeOf } from "./absaetze.ts";

/** A section in two versions: its heading, whether it is in both, and what it says, word by word. */
export type AbschnittVergleich = {
  readonly titel: string;
  readonly wo: "gleich" | "geaendert" | "neu" | "weg";
  readonly stuecke: readonly Stueck[];
};

const rows = (block: Block): string[] =>
  block.art === "tabelle"
    ? [block.titel, ...[block.spalten.map(({ titel }) => titel), ...block.zeilen].map((row) => row.join(" | "))]
    : texteIn(block);

const sagt = (a: Abschnitt | undefined): string => (a?.bloecke ?? []).flatMap(rows).join("\n\n");

/** Above which chapter a section stands: parts of different chapters are called the same. */
function mitKapitel(papier: Papier): { readonly name: string; readonly key: string; readonly abschnitt: Abschnitt }[] {
  let chapter = "";
  return papier.abschnitte.map((abschnitt) => {
    if (abschnitt.ebene === 1) chapter = abschnitt.titel;
    const name = abschnitt.ebene === 1 ? chapter : `${chapter} – ${abschnitt.titel}`;
    return { name, key: abschnitt.kapitel ?? name, abschnitt };
  });
}

/** Two versions, section by section: the later ones in their order, then what is gone. Headings without a word of their own are left out. */
export function papiervergleich(frueher: Papier, spaeter: Papier): AbschnittVergleich[] {
  const [before, after] = [mitKapitel(frueher), mitKapitel(spaeter)];
  const pairs = [
    ...after.map((now) => ({ old: before.find(({ key }) => key === now.key), now })),
    ...before.filter(({ key }) => after.every((one) => one.key !== key)).map((old) => ({ old, now: undefined })),
  ];
  return pairs.flatMap(({ old, now }) => {
    const [vor, nach] = [sagt(old?.abschnitt), sagt(now?.abschnitt)];
    if (vor === "" && nach === "") return [];
    const wo = vor === "" ? "neu" : nach === "" ? "weg" : vor === nach ? "gleich" : "geaendert";
    return [{ titel: now?.name ?? old?.name ?? "", wo, stuecke: textvergleich(vor, nach) }];
  });
}

/** Letters of a passage up to which it is compared word by word: what is longer and has nothing in common would take seconds. */
const MOST = 20_000;

/**
 * Two texts, word by word. What is between paragraphs that both have is compared by itself, so that a long text with one new
 * sentence is quick to compare; a rewritten passage of many pages is told as a whole, gone and new.
 */
export function textvergleich(frueher: string, spaeter: string): Stueck[] {
  const found: Stueck[] = [];
  let weg = "";
  let neu = "";
  const close = () => {
    if (weg.length + neu.length <= MOST) found.push(...wortvergleich(weg, neu));
    else found.push({ art: "weg", text: weg }, { art: "neu", text: neu });
    [weg, neu] = ["", ""];
  };
  const text = (absaetze: readonly string[]) => absaetze.map((one) => `${one}\n\n`).join("");
  for (const { value, added, removed } of diffArrays(absaetzeOf(frueher), absaetzeOf(spaeter))) {
    if (added) neu += text(value);
    else if (removed) weg += text(value);
    else {
      close();
      found.push({ art: "gleich", text: text(value) });
    }
  }
  close();
  return found.filter((one) => one.text !== "");
}
