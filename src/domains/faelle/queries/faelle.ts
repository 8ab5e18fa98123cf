import type { Actor } from "../../../platform/actor.ts";
import { type Tx, sql } from "../../../platform/db.ts";
import { NotFound } from "../../../platform/form.ts";
import { isId } from "../../../platform/ids.ts";
import type { DataKey } from "../../../platform/tresor.ts";
import { subjectKeys } from "../../../platform/tresor/keys.ts";
import { type AssessmentKurz, assessmentKurz } from "../../assessment/index.ts";
import { type Begleitung, begleitung } from "../../einwilligungen/index.ts";
import { istVereinbart } from "../../hilfeplan/index.ts";
import { personNames } from "../../personen/index.ts";
import { type Phase, PHASE, type Wer } from "../model/phasen.ts";
import { type Dringlichkeit, FALLARTEN, type Fallart } from "../model/fall.ts";
import type { VorschlagArt } from "../model/zielgruppe.ts";
import { openText } from "../../../platform/sealed-text.ts";
import { ANLIEGEN, GRUND, WEITERES_WER } from "./sealed.ts";

/** A step that was taken. Days are ISO. */
export type SchrittZeile = {
  readonly id: string;
  readonly von: Phase | null;
  readonly nach: Phase;
  readonly am: string;
  readonly grund: string | null;
  readonly abschlussgrund: string | null;
  /** Who took it, where that was not whoever keeps the file now. */
  readonly anderer: string | null;
};

/** A case, whole. Days are ISO, codes those of the lists. */
export type Fall = {
  readonly id: string;
  /** Whose file it is: one's own, or that of somebody one stands in for. */
  readonly kontoId: string;
  /** As what whoever reads it acts in it. */
  readonly wer: Wer;
  readonly art: Fallart;
  readonly jahr: number;
  readonly nummer: number;
  readonly personId: string;
  readonly person: string;
  readonly begonnen: string;
  readonly zugangsweg: string | null;
  readonly dringlichkeit: Dringlichkeit;
  readonly anliegen: string | null;
  readonly weiteres: "nein" | "ja" | "unbekannt" | null;
  readonly weiteresWer: string | null;
  readonly weiteresSeit: string | null;
  readonly einwilligungAm: string | null;
  /** The consent that it leans on; null where only its day is known. */
  readonly einwilligungId: string | null;
  /** The consent to be accompanied that holds today. */
  readonly begleitung: Begleitung | null;
  readonly eingewilligt: boolean;
  readonly einwilligungEndete: boolean;
  readonly phase: Phase;
  readonly phaseSeit: string;
  readonly abschlussgrund: string | null;
  /** When somebody asks once more after the end; null where nobody will. */
  readonly nachsorgeAm: string | null;
  /** Whether the person was ever asked how satisfied she is. */
  readonly gefragt: boolean;
  /** Ids of whom it concerns besides its person. */
  readonly betrifft: readonly string[];
  /** Whether the Kreis has a rule for its target group today, and what the open clarification proposes by it. */
  readonly regel: boolean;
  readonly vorschlag: VorschlagArt | null;
  readonly version: number;
  readonly schritte: readonly SchrittZeile[];
  readonly assessment: AssessmentKurz;
  /** Whether at least one Lebensbereich was assessed. */
  readonly eingeschaetzt: boolean;
  /** Whether both agreed to a plan. */
  readonly vereinbart: boolean;
};

export const phaseOf = (stored: string): Phase => {
  const phase = PHASE.find((one) => one === stored);
  if (phase === undefined) throw new Error(`Die Phase ${stored} kennt dieses Programm nicht.`);
  return phase;
};

export const oneOf = <T extends string>(known: readonly T[], stored: string | null): T | null =>
  known.find((one) => one === stored) ?? null;

export const artOf = (stored: string): Fallart => oneOf(FALLARTEN, stored) ?? "cm";

const REGEL = sql<boolean>`exists (
  select from kim.zielgruppe z where z.kreis = f.kreis and z.gueltig_ab <= zustaendigkeit.heute())`;
const VORSCHLAG = sql<VorschlagArt | null>`(
  select k.vorschlag from kim.fall_klaerung k where k.kreis = f.kreis and k.fall_id = f.id and k.schritt_id is null)`;

const BETRIFFT = sql<string[]>`array(
  select b.person_id from kim.fall_person b where b.kreis = f.kreis and b.fall_id = f.id order by b.person_id)`;

const GEFRAGT = sql<boolean>`exists (
  select from kim.fall_rueckmeldung r where r.kreis = f.kreis and r.fall_id = f.id)`;

type Schrittspalten = Omit<SchrittZeile, "von" | "nach" | "grund"> & {
  readonly von: string | null;
  readonly nach: string;
  /** Sealed, in base 64. */
  readonly grund: string | null;
};
const SCHRITTE = sql<readonly Schrittspalten[]>`(
  select coalesce(jsonb_agg(jsonb_build_object('id', s.id, 'von', s.von, 'nach', s.nach, 'am', s.am,
    'grund', encode(s.grund, 'base64'), 'abschlussgrund', s.abschlussgrund,
    'anderer', nullif(s.erfasst_von, f.konto_id)) order by s.folge), '[]')
  from kim.fall_schritt s where s.kreis = f.kreis and s.fall_id = f.id)`;

type Gestuetzt = Pick<Fall, "begleitung"> & {
  readonly einwilligung_am: string | null;
  readonly einwilligung_id: string | null;
};

/** Whether a case may go on. One of before has only its day, which stands until the withdrawal takes it away. */
const leansOn = (row: Gestuetzt): Pick<Fall, "eingewilligt" | "einwilligungEndete"> => ({
  eingewilligt: row.begleitung !== null || (row.einwilligung_am !== null && row.einwilligung_id === null),
  einwilligungEndete: row.einwilligung_id !== null && row.begleitung === null,
});

const schrittOf = (key: DataKey | undefined, kreis: string, s: Schrittspalten): SchrittZeile => ({
  ...s,
  von: s.von === null ? null : phaseOf(s.von),
  nach: phaseOf(s.nach),
  grund: openText(key, { kreis, id: s.id }, GRUND, s.grund === null ? null : Buffer.from(s.grund, "base64")),
});

/** One's own case. @throws NotFound for a foreign one as for none */
export async function fallOf(tx: Tx, actor: Actor, id: string): Promise<Fall> {
  const row = isId(id)
    ? await tx
        .selectFrom("kim.fall as f")
        .selectAll("f")
        .select([REGEL.as("regel"), VORSCHLAG.as("vorschlag"), istVereinbart.as("vereinbart")])
        .select(begleitung().as("begleitung"))
        .select([
          BETRIFFT.as("betrifft"),
          GEFRAGT.as("gefragt"),
          SCHRITTE.as("schritte"),
          assessmentKurz.as("assessment"),
        ])
        .where("f.id", "=", id)
        .executeTakeFirst()
    : undefined;
  if (row === undefined) throw new NotFound();
  // The name brings the key along.
  const names = await personNames(tx, actor, [row.person_id]);
  const key = (await subjectKeys(tx, actor.kreis, [row.person_id])).get(row.person_id);
  return {
    id,
    kontoId: row.konto_id,
    wer: row.konto_id === actor.kontoId ? "fuehrend" : "vertretung",
    art: artOf(row.art),
    jahr: row.jahr,
    nummer: row.nummer,
    personId: row.person_id,
    person: names.get(row.person_id) ?? "",
    begonnen: row.begonnen,
    zugangsweg: row.zugangsweg,
    dringlichkeit: oneOf(["normal", "bald", "sofort"], row.dringlichkeit) ?? "normal",
    anliegen: openText(key, row, ANLIEGEN, row.anliegen),
    weiteres: oneOf(["nein", "ja", "unbekannt"], row.weiteres),
    weiteresSeit: row.weiteres_seit,
    weiteresWer: openText(key, row, WEITERES_WER, row.weiteres_wer),
    einwilligungAm: row.einwilligung_am,
    einwilligungId: row.einwilligung_id,
    begleitung: row.begleitung,
    ...leansOn(row),
    phase: phaseOf(row.phase),
    phaseSeit: row.phase_seit,
    abschlussgrund: row.abschlussgrund,
    nachsorgeAm: row.nachsorge_am,
    regel: row.regel,
    vorschlag: row.vorschlag,
    version: row.version,
    betrifft: row.betrifft,
    gefragt: row.gefragt,
    assessment: row.assessment,
    eingeschaetzt: row.assessment.eingeschaetzt,
    vereinbart: row.vereinbart,
    schritte: row.schritte.map((s) => schrittOf(key, actor.kreis, s)),
  };
}
