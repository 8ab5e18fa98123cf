import { randomUUID } from "node:crypto";
import type { Tx } from "../../../platform/db.ts";
import { type AlteBeratung, insertAlteBeratungen } from "../../beratungen/index.ts";
import type { Fortschritt } from "./fortschritt.ts";
import type { Verglichen } from "../queries/frueher.ts";
import type { Gespeichert } from "../queries/gespeichert.ts";
import { readCodes } from "../queries/kontext.ts";
import { zeilenAbdruck } from "../queries/siegel.ts";
import { keepWords } from "./woerter-gemerkt.ts";
import { merkwort, type OffenesWort } from "../../../listen/index.ts";
import { notizVon } from "./notiz.ts";
import { takePersonenliste } from "./personenliste.ts";
import { takePersonen } from "./personen.ts";
import { takeSummen } from "./summen.ts";

const ROUND = 2000;

/** Writes everything of a list that is not held, into this one transaction: consultations, persons, words, sums. */
export async function takeRows(
  tx: Tx,
  liste: Gespeichert,
  { ergebnis }: Verglichen,
  fortschritt: Fortschritt,
): Promise<void> {
  const { actor, id } = liste;
  const zeilen = ergebnis.zeilen.flatMap(({ stand, beratung, kennung }) =>
    stand === "uebernommen" && beratung !== null && kennung !== null ? [{ beratung, kennung }] : [],
  );
  const open: OffenesWort[] = [
    ...zeilen.flatMap(({ beratung }) => beratung.offen),
    ...ergebnis.summen.flatMap(({ offeneThemen }) =>
      Object.keys(offeneThemen).map((wort) => ({ spalte: "thema" as const, wort })),
    ),
  ];
  const woerter = await keepWords(tx, actor, liste.entscheidungen.woerter ?? [], open);
  const personen = await takePersonen(
    tx,
    liste,
    zeilen.map(({ beratung }) => beratung),
  );
  const codes = await readCodes(tx);
  const alte = ({ beratung, kennung }: (typeof zeilen)[number]): AlteBeratung => ({
    ...beratung,
    id: randomUUID(),
    abdruck: zeilenAbdruck(actor.traegerId, beratung, kennung),
    notiz: notizVon(beratung, codes),
    themen: [...beratung.themen],
    sprache: beratung.sprachen[0] ?? null,
    ergebnis: beratung.ergebnisse[0] ?? null,
    personen: beratung.personen.flatMap((person) => personen.ids.get(person) ?? []),
    woerter: beratung.offen.flatMap(({ spalte, wort }) => woerter.get(merkwort(spalte, wort)) ?? []),
  });
  const rounds = inRounds(zeilen).map((round) => round.map(alte));
  await insertAlteBeratungen(tx, actor, { id, personKeys: personen.keys }, rounds, (done) =>
    fortschritt.tell(done / zeilen.length),
  );
  await takePersonenliste(tx, liste, ergebnis.zeilen);
  await takeSummen(tx, liste, ergebnis.summen, woerter);
}

/** Parts of a list, made when they are asked for: all of it once more would be too much memory. */
function* inRounds<T>(list: readonly T[]): Generator<readonly T[], undefined> {
  for (let at = 0; at < list.length; at += ROUND) yield list.slice(at, at + ROUND);
}
