import { beschluesse } from "../domains/gremien/index.ts";
import { AntwortEingabe, answerLuecke, luecken, nameVon } from "../domains/luecken/index.ts";
import {
  ArbeitEingabe,
  BefundEingabe,
  IndikatorEingabe,
  MassnahmeEingabe,
  MesswertEingabe,
  PrueftagEingabe,
  SchrittEingabe,
  WirkungEingabe,
  addArbeit,
  addIndikator,
  addMassnahme,
  addMesswert,
  addPrueftag,
  changeMassnahme,
  checkWirkung,
  finishArbeit,
  finishPrueftag,
  moveMassnahme,
} from "../domains/massnahmen/index.ts";
import type { Actor } from "../platform/actor.ts";
import { asOf, today } from "../platform/clock.ts";
import { type Tx, readAs, writeAs } from "../platform/db.ts";
import { daysFrom } from "../platform/span.ts";
import { type Erfunden, MASSNAHMEN, type Schritt } from "./massnahmen-erfunden.ts";

const JAHRE = 365;

/** Days after its decision on which a measure comes to a state, where it comes to it; what it did was looked at some days ago. */
const NACH: Readonly<Record<string, number>> = {
  beschlossen: 0,
  laeuft: 30,
  ruht: 110,
  abgebrochen: 120,
  umgesetzt: 150,
};
/** Days before today. */
const VOR: Readonly<Record<string, number>> = { verworfen: 10, wirkung: 6, geschlossen: 2 };

/** The day, no later than today, on which something came of a decision. */
function tagVon(nach: string, beschlossen: string): string {
  const day = nach in VOR ? daysFrom(today(), -(VOR[nach] ?? 0)) : daysFrom(beschlossen, NACH[nach] ?? 0);
  return day < today() ? day : today();
}

/** Measures in every state, as far as there are decisions for them; and what those say who reported the gaps. */
export async function loadMassnahmen(leitet: Actor, melden: readonly Actor[]): Promise<void> {
  const gaps = await readAs(leitet, (tx) => luecken(tx));
  const decided = await readAs(leitet, (tx) => beschluesse(tx));
  const accepted = decided.filter(({ ergebnis }) => ergebnis === "angenommen");
  for (const one of MASSNAHMEN) {
    const gap = gaps.find((g) => nameVon(g) === one.luecke);
    if (gap === undefined) continue;
    // Of several decisions about a gap each has its measures.
    const about = accepted.filter(({ lueckeId }) => lueckeId === gap.id);
    const nth = MASSNAHMEN.filter((other) => other.luecke === one.luecke).indexOf(one);
    const beschluss = about[nth % Math.max(1, about.length)];
    const tag = beschluss?.gefasstAm ?? daysFrom(today(), -35);
    const id = await vorschlag(leitet, one, {
      luecke: gap.id,
      tag,
      ...(one.weg.length === 0 || beschluss === undefined ? {} : { beschluss: beschluss.id }),
    });
    let version = one.geaendert === undefined ? 1 : 2;
    const schritt = (weiter: Schritt) =>
      asOf(tagVon(weiter["nach"] ?? "", tag), () =>
        writeAs(leitet, (tx) => moveMassnahme(tx, leitet, { id, version: version++ }, SchrittEingabe.parse(weiter))),
      );
    for (const weiter of beschluss === undefined ? [] : one.weg) await schritt(weiter);
    if (one.wirkung === undefined || beschluss === undefined) continue;
    await asOf(daysFrom(today(), -12), () => antworten(melden, gap.id));
    const wirkung = WirkungEingabe.parse(one.wirkung);
    await asOf(tagVon("wirkung", tag), () =>
      writeAs(leitet, (tx) => checkWirkung(tx, leitet, { id, version: version++ }, wirkung)),
    );
    for (const weiter of one.danach ?? []) await schritt(weiter);
  }
}

type Worauf = {
  readonly luecke: string;
  /** The day of its decision; of one that was only proposed, about when it was. */
  readonly tag: string;
  readonly beschluss?: string;
};

/** The measure with its indicator, what has to be done, and when somebody looks. */
async function vorschlag(leitet: Actor, one: Erfunden, { luecke, tag, beschluss }: Worauf): Promise<string> {
  const heute = today();
  const typed = {
    titel: one.titel,
    ziel: one.ziel,
    luecken: [luecke],
    organisationen: [],
    verantwortlich: "Kommunales Integrationszentrum, Koordination",
    von: tag,
    ...(one.budget === undefined ? {} : { budget: one.budget, quelle: "KIM, Mittel des Landes" }),
    ...(beschluss === undefined ? {} : { beschluss }),
    kein_name: "ja",
  };
  const { geaendert, indikator } = one;
  const write = <R>(work: (tx: Tx) => Promise<R>) => writeAs(leitet, work);
  const id = await asOf(daysFrom(tag, -14), () =>
    write((tx) => addMassnahme(tx, leitet, MassnahmeEingabe.parse(typed))),
  );
  if (geaendert !== undefined)
    await asOf(tagVon("laeuft", tag), () =>
      write((tx) =>
        changeMassnahme(tx, leitet, { id, version: 1 }, MassnahmeEingabe.parse({ ...typed, ...geaendert })),
      ),
    );
  if (indikator !== undefined)
    await write(async (tx) => {
      // A figure of the program is there for a year or two.
      const anfang_am =
        indikator["zahl"] === undefined || tag > daysFrom(heute, -JAHRE) ? tag : daysFrom(heute, -JAHRE);
      const goal = { anfang_am, ziel_am: daysFrom(heute, JAHRE), ...indikator };
      const neu = await addIndikator(tx, leitet, id, IndikatorEingabe.parse(goal));
      for (const [back, wert] of one.werte ?? [])
        await addMesswert(tx, leitet, neu, MesswertEingabe.parse({ am: daysFrom(heute, -back), wert }));
    });
  await vorhaben(leitet, id, { tag, laeuft: one.weg.length > 1 });
  return id;
}

/** What has to be done for it, and the days on which somebody looks: of one that goes on the first of each is done. */
async function vorhaben(
  leitet: Actor,
  id: string,
  { tag, laeuft }: { readonly tag: string; readonly laeuft: boolean },
): Promise<void> {
  const heute = today();
  const gesehen = laeuft ? tagVon("laeuft", daysFrom(tag, 20)) : heute;
  await asOf(tag, () =>
    writeAs(leitet, async (tx) => {
      await addArbeit(tx, leitet, id, ArbeitEingabe.parse({ was: "Räume klären", wer: "Stadt, Liegenschaften" }));
      await addArbeit(tx, leitet, id, ArbeitEingabe.parse({ was: "Träger ansprechen", bis: daysFrom(heute, 30) }));
      await addPrueftag(tx, leitet, id, PrueftagEingabe.parse({ am: gesehen }));
      await addPrueftag(tx, leitet, id, PrueftagEingabe.parse({ am: daysFrom(heute, 90) }));
    }),
  );
  if (!laeuft) return;
  await asOf(gesehen, () =>
    writeAs(leitet, async (tx) => {
      const of = (table: "kim.massnahme_arbeit" | "kim.massnahme_prueftag") =>
        tx.selectFrom(table).select("id").where("massnahme_id", "=", id);
      const arbeit = await of("kim.massnahme_arbeit").executeTakeFirstOrThrow();
      const prueftag = await of("kim.massnahme_prueftag").where("am", "=", gesehen).executeTakeFirstOrThrow();
      await finishArbeit(tx, leitet, arbeit.id, true);
      const befund = BefundEingabe.parse({ befund: "Die Räume stehen, es fehlt noch Personal." });
      await finishPrueftag(tx, leitet, prueftag.id, befund);
    }),
  );
}

/** Whoever reported it says whether it is better. */
async function antworten(melden: readonly Actor[], luecke: string): Promise<void> {
  const said = ["besser", "etwas", "gleich"];
  let n = 0;
  for (const actor of melden) {
    const own = await readAs(actor, (tx) =>
      tx
        .selectFrom("kim.luecke_melder")
        .select("luecke_id")
        .where("konto_id", "=", actor.kontoId)
        .where("luecke_id", "=", luecke)
        .executeTakeFirst(),
    );
    const antwort = said[n];
    if (own === undefined || antwort === undefined) continue;
    n += 1;
    await writeAs(actor, (tx) => answerLuecke(tx, actor, luecke, AntwortEingabe.parse({ antwort })));
  }
}
