import type { Herkunft } from "../domains/uebernahme/index.ts";
import { tagText } from "../platform/span.ts";
import { misuse } from "./command.ts";
import { EXIT_OK } from "./exit-codes.ts";
import { onTerminal } from "./import-fortschritt.ts";
import { columns, say } from "./terminal.ts";

type Wahl = {
  readonly kreis?: string | undefined;
  readonly traeger?: string | undefined;
  readonly konto?: string | undefined;
  readonly json: boolean;
};

const zahl = (n: number): string => n.toLocaleString("de-DE");
const HEADS = [
  "Kennung",
  "Hochgeladen",
  "Datei",
  "Träger",
  "Konto",
  "Stand",
  "Zeilen",
  "Beratungen",
  "Personen",
  "Fälle",
  "zählt",
];
const STAND: Readonly<Record<Herkunft["stand"], string>> = {
  liest: "wird gelesen",
  gelesen: "wartet auf eine Entscheidung",
  unlesbar: "nicht lesbar",
  uebernimmt: "wird übernommen",
  uebernommen: "übernommen",
  nimmt_zurueck: "wird zurückgenommen",
  zurueckgenommen: "zurückgenommen",
};

const tage = ({ von, bis }: Herkunft): string =>
  von === null || bis === null ? "nichts" : `${tagText(von)} bis ${tagText(bis)}`;

const asJson = ({
  kreis,
  id,
  datei,
  traeger,
  konto,
  am,
  stand,
  zeilen,
  beratungen,
  personen,
  faelle,
  von,
  bis,
}: Herkunft) => ({
  kreis,
  id,
  datei,
  traeger,
  konto,
  am,
  stand,
  zeilen,
  beratungen,
  personen,
  faelle,
  von,
  bis,
});

/** Shows every list, or those of a Träger or account: where what counts is from. */
export async function listeAlle({ kreis, traeger, konto, json }: Wahl): Promise<number> {
  const { alleListen, gesuchteIds } = await import("../domains/uebernahme/index.ts");
  if (traeger !== undefined && kreis === undefined) throw misuse("Zu --traeger gehört --kreis.");
  if (konto !== undefined && traeger === undefined) throw misuse("Zu --konto gehören --kreis und --traeger.");
  const ids = kreis === undefined || traeger === undefined ? {} : await gesuchteIds({ kreis, traeger, konto });
  const all = await alleListen({ kreis, ...ids });
  if (json) {
    say(JSON.stringify({ listen: all.map(asJson) }));
    return EXIT_OK;
  }
  if (all.length === 0) say("Es ist noch keine Liste hochgeladen.");
  const rows = all.map((l) => [
    l.id,
    tagText(l.am),
    l.datei,
    l.traeger,
    l.konto,
    STAND[l.stand],
    zahl(l.zeilen),
    zahl(l.beratungen),
    zahl(l.personen),
    zahl(l.faelle),
    tage(l),
  ]);
  for (const line of all.length === 0 ? [] : columns([HEADS, ...rows])) say(line);
  return EXIT_OK;
}

/** Takes everything out again that one list brought. @throws Refused */
export async function nimmZurueck(id: string, json: boolean): Promise<number> {
  const { takeBackNow } = await import("../domains/uebernahme/index.ts");
  const { datei, zeilen, beratungen, personen, faelle } = await takeBackNow(id, onTerminal("Zurücknehmen"));
  const akten =
    personen + faelle === 0
      ? ""
      : ` ${zahl(personen)} Personen und ${zahl(faelle)} Fälle sind weg, soweit seither nichts dazukam.`;
  if (json) say(JSON.stringify({ zurueckgenommen: { id, datei, zeilen, beratungen, personen, faelle } }));
  else
    say(
      `${datei}: zurückgenommen. ${zahl(beratungen)} Beratungen aus ${zahl(zeilen)} Zeilen zählen nicht mehr.${akten}`,
    );
  return EXIT_OK;
}
