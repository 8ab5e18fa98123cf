import { randomUUID } from "node:crypto";
import type { Actor } from "../../../platform/actor.ts";
import { recordEvent } from "../../../platform/audit.ts";
import { type Tx, sql } from "../../../platform/db.ts";
import { Refused } from "../../../platform/form.ts";
import { type At, held, lockRow } from "../../../platform/held.ts";
import { tagText } from "../../../platform/span.ts";
import { SchrittEingabe, type Stand, lueckeOf, moveLuecke } from "../../luecken/index.ts";
import { type Beschluss, type Ergebnis, kurz } from "../model/beschluss.ts";
import type { BeschlussAendern, BeschlussEingabe, Sitzung } from "../model/eingabe.ts";
import { beschlussValues } from "../model/form-values.ts";
import { type Stimmen, abstimmungProblem, istBeschlussfaehig, stimmenSatz } from "../model/stimmen.ts";
import { beschlussOf } from "../queries/beschluesse.ts";
import { folgen } from "../queries/folgen.ts";
import { gremiumOf } from "../queries/gremien.ts";
import { stimmenIn } from "../queries/stimmen.ts";
import { refuseText } from "../rows/pruefen.ts";
import { writeGremium } from "./set-gremium.ts";
import { heldTop } from "./set-tagesordnung.ts";
import { refuseOhneSitzung } from "./write-notiz.ts";

type Votes = {
  readonly ergebnis: Ergebnis;
  readonly ja: number | null;
  readonly nein: number | null;
  readonly enthaltung: number | null;
};

/** How many were there when it was decided: now, or then where somebody has left since. Who never came does not count. */
const zuZeiten = ({ jetzt, gekommen }: Awaited<ReturnType<typeof stimmenIn>>, damals: Stimmen | null): Stimmen => ({
  alle: jetzt.alle,
  da: Math.max(jetzt.da, Math.min(damals?.da ?? 0, gekommen.da)),
});

/**
 * How many voices were there. @param damals when it was decided, where that is known
 * @throws Refused where the body cannot decide, or the votes do not fit who is there
 */
async function gezaehlt(
  tx: Tx,
  actor: Actor,
  sitzung: Sitzung,
  votes: Votes & { readonly damals?: Stimmen | null },
): Promise<Stimmen> {
  const gremium = await gremiumOf(tx, sitzung.gremiumId);
  const counted = zuZeiten(await stimmenIn(tx, actor, sitzung), votes.damals ?? null);
  if (!istBeschlussfaehig(gremium.quorum, counted))
    throw new Refused(
      `Das Gremium ist nicht beschlussfähig: ${stimmenSatz(counted)}. ${counted.alle === 0 ? "Tragen Sie ein, wer stimmberechtigt ist" : "Tragen Sie die Anwesenheit ein"}, oder vertagen Sie den Punkt.`,
      "wortlaut",
    );
  const { ja, nein, enthaltung, ergebnis } = votes;
  if (ja === null && nein === null && enthaltung === null) return counted;
  if (ja === null || nein === null || enthaltung === null)
    throw new Refused(
      "Geben Sie Ja, Nein und Enthaltung an, auch 0. Ohne Abstimmung bleiben alle drei leer.",
      ja === null ? "ja" : nein === null ? "nein" : "enthaltung",
    );
  const problem = abstimmungProblem({ ja, nein, enthaltung }, ergebnis, counted.da);
  if (problem !== undefined) throw new Refused(problem.satz, problem.field);
  return counted;
}

/** The next number of the year in the Kreis. Whoever decides at the same time waits. */
async function nextNumber(tx: Tx, kreis: string, jahr: number): Promise<number> {
  await sql`select pg_advisory_xact_lock(53826, hashtext(${kreis}))`.execute(tx);
  const last = await tx
    .selectFrom("kim.beschluss")
    .select((eb) => eb.fn.max("nummer").as("nummer"))
    .where("jahr", "=", jahr)
    .executeTakeFirst();
  return (last?.nummer ?? 0) + 1;
}

/** The steps on the ladder that a decision means: a Projektgruppe is founded for what is ranked first. */
function stepsTo(stand: Stand, nach: Stand): Stand[] {
  return nach === "projektgruppe" && stand === "vorlage" ? ["priorisiert", "projektgruppe"] : [nach];
}

type Folge = {
  readonly lueckeId: string;
  readonly nach: Stand;
  readonly wiederAm: string | null;
  readonly grund: string;
};

/** What a decision does to the gap of its point; whoever reported it reads the decision. */
async function moveOn(tx: Tx, actor: Actor, { lueckeId, nach, wiederAm, grund }: Folge): Promise<void> {
  const { stand } = await lueckeOf(tx, lueckeId);
  for (const step of stepsTo(stand, nach)) {
    const { version } = await lueckeOf(tx, lueckeId);
    const input = SchrittEingabe.parse({
      nach: step,
      grund,
      kein_name: "ja",
      ...(wiederAm === null ? {} : { wieder_am: wiederAm }),
    });
    await moveLuecke(tx, actor, { id: lueckeId, version }, input).catch((error: unknown) => {
      throw error instanceof Refused
        ? new Refused(
            error.errors.map(({ field, message }) => ({
              message,
              field: field === "wieder_am" ? field : "luecke_nach",
            })),
          )
        : error;
    });
  }
}

/** @throws Refused where what shall follow does not fit the point or the result */
function refuseFolge(input: BeschlussEingabe, lueckeId: string | null): void {
  const { luecke_nach: nach, projektgruppe, ergebnis } = input;
  if (nach !== null && lueckeId === null) throw new Refused("Dieser Punkt gehört zu keiner Lücke.", "luecke_nach");
  if (ergebnis === "abgelehnt" && projektgruppe !== null)
    throw new Refused(
      "Ein abgelehnter Beschluss gründet keine Projektgruppe. Lassen Sie das Feld leer.",
      "projektgruppe",
    );
  if (ergebnis === "abgelehnt" && (nach === "priorisiert" || nach === "an_land" || nach === "projektgruppe"))
    throw new Refused(
      "Ein abgelehnter Beschluss bringt die Lücke nicht weiter. Sie bleibt, wo sie ist, oder wird zurückgestellt oder abgelehnt.",
      "luecke_nach",
    );
  if (nach === "projektgruppe" && projektgruppe === null)
    throw new Refused("Geben Sie der Projektgruppe einen Namen; der Beschluss legt sie an.", "projektgruppe");
}

/** What a gap's step is: what was chosen, and where a Projektgruppe is founded for it, that. */
const folgeOf = ({ luecke_nach: nach, projektgruppe }: BeschlussEingabe, lueckeId: string | null) =>
  projektgruppe !== null && lueckeId !== null ? "projektgruppe" : nach;

/**
 * Records what a body decided about a point: wording and votes; takes the gap of the point along its ladder, and founds a
 * Projektgruppe where that is what was decided. Returns its id.
 * @throws NotFound, Refused naming the field
 */
export async function decide(tx: Tx, actor: Actor, topId: string, input: BeschlussEingabe): Promise<string> {
  const { top, sitzung } = await heldTop(tx, topId);
  refuseOhneSitzung(sitzung);
  refuseText({ wortlaut: input.wortlaut, projektgruppe: input.projektgruppe }, input.kein_name);
  refuseFolge(input, top.lueckeId);
  const counted = await gezaehlt(tx, actor, sitzung, input);
  const jahr = Number(sitzung.tag.slice(0, 4));
  const nummer = await nextNumber(tx, actor.kreis, jahr);
  const id = randomUUID();
  const nach = folgeOf(input, top.lueckeId);
  const { wortlaut, ergebnis, ja, nein, enthaltung } = input;
  await tx
    .insertInto("kim.beschluss")
    .values({
      kreis: actor.kreis,
      id,
      sitzung_id: sitzung.id,
      top_id: topId,
      jahr,
      nummer,
      gefasst_am: sitzung.tag,
      wortlaut,
      ergebnis,
      ja,
      nein,
      enthaltung,
      ...counted,
      luecke_nach: nach,
    })
    .execute();
  if (top.vertagt)
    await tx
      .updateTable("kim.top")
      .set({ vertagt: false, version: top.version + 1 })
      .where("id", "=", topId)
      .execute();
  if (input.projektgruppe !== null)
    await writeGremium(
      tx,
      actor,
      {
        art: "projektgruppe",
        name: input.projektgruppe,
        auftrag: wortlaut,
        rhythmus: "bedarf",
        quorum: "keines",
        gegruendet_am: sitzung.tag,
      },
      { beschlussId: id, lueckeId: top.lueckeId },
    );
  if (nach !== null && top.lueckeId !== null) {
    const grund = `Beschluss ${nummer}/${jahr} vom ${tagText(sitzung.tag)} (${sitzung.gremium}): ${kurz(wortlaut)}`;
    await moveOn(tx, actor, { lueckeId: top.lueckeId, nach, wiederAm: input.wieder_am, grund });
  }
  await recordEvent(tx, actor, { art: "beschluss.gefasst", gegenstand: { art: "beschluss", id } });
  return id;
}

/** @throws Refused where something came of the decision that its other result would not have brought about */
async function refuseUmkehr(tx: Tx, before: Beschluss, ergebnis: Ergebnis): Promise<void> {
  if (ergebnis === before.ergebnis) return;
  const came = await folgen(tx, before);
  if (came.length > 0)
    throw new Refused(
      `Aus diesem Beschluss ist schon etwas gefolgt: ${came.join(", ")}. Das Ergebnis bleibt deshalb, wie es ist. Halten Sie zum selben Punkt einen weiteren Beschluss fest, der sagt, was jetzt gilt.`,
      "ergebnis",
    );
}

/** Puts right what was written down of a decision. Returns its meeting. @throws NotFound, Stale, Refused */
export async function changeBeschluss(
  tx: Tx,
  actor: Actor,
  { id, version }: At,
  input: BeschlussAendern,
): Promise<string> {
  const { topId } = await beschlussOf(tx, id);
  const { sitzung } = await heldTop(tx, topId);
  await lockRow(tx, "kim.beschluss", id);
  const before = held(await beschlussOf(tx, id), version, beschlussValues);
  await refuseUmkehr(tx, before, input.ergebnis);
  refuseText({ wortlaut: input.wortlaut }, input.kein_name);
  const counted = await gezaehlt(tx, actor, sitzung, { ...input, damals: before.da });
  const { wortlaut, ergebnis, ja, nein, enthaltung } = input;
  await tx
    .updateTable("kim.beschluss")
    .set({ wortlaut, ergebnis, ja, nein, enthaltung, ...counted, version: version + 1 })
    .where("id", "=", id)
    .execute();
  await recordEvent(tx, actor, { art: "beschluss.geaendert", gegenstand: { art: "beschluss", id } });
  return sitzung.id;
}
