import type { Actor } from "../../../platform/actor.ts";
import { today } from "../../../platform/clock.ts";
import type { Tx } from "../../../platform/db.ts";
import type { Checked } from "../../../platform/files/check.ts";
import { Refused } from "../../../platform/form.ts";
import { NichtSetzbar } from "../../../platform/pdf.ts";
import { tagText } from "../../../platform/span.ts";
import { WordFehler } from "../../berichte/index.ts";
import { MITBRINGEN, mitbringWort } from "../../codelisten/index.ts";
import { EMPFAENGER, passOn } from "../../einwilligungen/index.ts";
import { personOf } from "../../personen/index.ts";
import { geprueftAm } from "../../uebersetzungen/index.ts";
import { kontoNames } from "../../zugang/index.ts";
import { type Dinge, briefPdf, briefWord } from "../documents/briefe.ts";
import { type An, type BriefEingabe, EINGEBAUT, type Worte, eingebaut, vorhabenZu } from "../model/brief.ts";
import type { Liste } from "../model/mitbringen.ts";
import { lichter } from "../queries/lichter.ts";
import { punkteFuer } from "../queries/punkte.ts";
import { listenOf, vorlageMitDatei } from "../queries/vorlagen.ts";
import { putDown } from "../rows/dokument.ts";

const SPERRE = "Auskunftssperre (§ 51 BMG): Wo die Person wohnt und wie sie zu erreichen ist, darf niemand erfahren.";
const NICHTS: Dinge = { offen: [], da: [], weiteres: [] };
type Person = Awaited<ReturnType<typeof personOf>>;

/**
 * Writes a letter to a person, or to somebody about her, and puts a copy down with her documents. To somebody else nothing goes out
 * without her consent: it is asked in the same transaction. Returns the id of the document.
 * @throws NotFound, also for a template that is none of the Träger
 * @throws Refused saying what is missing: a field, a consent
 */
export async function writeBrief(tx: Tx, actor: Actor, id: string, typed: BriefEingabe): Promise<string> {
  const person = await personOf(tx, actor, id);
  const own = eingebaut(typed.vorlage);
  const vorlage = own === undefined ? await vorlageMitDatei(tx, actor, typed.vorlage) : undefined;
  const an = vorlage?.an ?? (own === undefined ? "person" : EINGEBAUT[own].an);
  refuseIncomplete(own, an, typed);
  if (an === "dritte") await refuseWithoutConsent(tx, actor, person.id, typed);
  const liste = await gewaehlt(tx, actor, typed);
  const dinge =
    liste === undefined ? NICHTS : await dingeZu(tx, actor, person.id, liste, an === "person" ? typed.sprache : null);
  const worte = await worteOf(tx, actor, { person, an, typed, dinge });
  const geprueft =
    typed.sprache === null ? null : await geprueftAm(tx, actor.traegerId, typed.sprache, ["brief", "mitbringen"]);
  const file = made(() =>
    own === undefined
      ? { kind: "docx", bytes: briefWord(vorlage?.word ?? Buffer.alloc(0), worte) }
      : {
          kind: "pdf",
          bytes: briefPdf(own, {
            worte,
            dinge,
            termin: typed.termin_am,
            sprache: typed.sprache,
            geprueft,
            tag: today(),
          }),
        },
  );
  const titel = typed.betreff ?? vorlage?.name ?? (own === undefined ? null : EINGEBAUT[own].name);
  const said = { art: "brief", titel, quelle: "haus", am: today(), gueltig_bis: null, zu_fall: typed.zu_fall } as const;
  return putDown(tx, actor, person.id, said, file);
}

/** @throws Refused with a sentence for what the letter cannot do without */
function refuseIncomplete(own: string | undefined, an: An, typed: BriefEingabe): void {
  if (own === "einladung" && typed.termin_am === null)
    throw new Refused("Geben Sie an, wann der Termin ist.", "termin_am");
  if (own === "mitbringen" && typed.liste === null) throw new Refused("Wählen Sie, was mitzubringen ist.", "liste");
  if (own === "anschreiben" && typed.text === null) throw new Refused("Schreiben Sie, worum es geht.", "text");
  if (an !== "dritte") return;
  if (typed.empfaenger_art === null) throw new Refused("Wählen Sie, an wen der Brief geht.", "empfaenger_art");
  if (!typed.kategorien.includes("kontakt"))
    throw new Refused("Der Brief nennt die Person: Kreuzen Sie „Name und wie man Sie erreicht“ mit an.", "kategorien");
}

/** The sentence about the consent stands where it was ticked what goes out. @throws Refused */
async function refuseWithoutConsent(tx: Tx, actor: Actor, person: string, typed: BriefEingabe): Promise<void> {
  const { empfaenger_art: art, empfaenger, kategorien } = typed;
  if (art === null) return;
  try {
    await passOn(tx, actor, person, vorhabenZu(art, empfaenger, kategorien), "ausgabe");
  } catch (error) {
    throw error instanceof Refused ? new Refused(error.message, "kategorien") : error;
  }
}

async function gewaehlt(tx: Tx, actor: Actor, { liste }: BriefEingabe): Promise<Liste | undefined> {
  if (liste === null) return undefined;
  const found = (await listenOf(tx, actor)).find(({ key }) => key === liste);
  if (found === undefined) throw new Refused("Diese Liste gibt es nicht mehr. Wählen Sie eine andere.", "liste");
  return found;
}

/** What is still to be brought, and what is there already. */
async function dingeZu(
  tx: Tx,
  actor: Actor,
  person: string,
  liste: Liste,
  sprache: BriefEingabe["sprache"],
): Promise<Dinge> {
  const punkte = await lichter(tx, person, liste);
  const those = (da: boolean) => punkte.filter(({ licht }) => (licht === "liegt_vor") === da).map(({ was }) => was);
  return { offen: those(false), da: those(true), weiteres: await punkteFuer(tx, actor, liste, sprache) };
}

/** In her language, each with the German word behind it for whoever looks for it with her. */
const mitbringZeilen = ({ offen, weiteres }: Dinge, sprache: BriefEingabe["sprache"]): string =>
  [
    ...offen.map((one) =>
      sprache === null ? MITBRINGEN[one].name : `${mitbringWort(sprache, one)} (${MITBRINGEN[one].name})`,
    ),
    ...weiteres.map(({ deutsch, text }) => (sprache === null || text === "" ? deutsch : `${text} (${deutsch})`)),
  ].join("\n");

type Anlass = {
  readonly person: Person;
  readonly an: An;
  readonly typed: BriefEingabe;
  readonly dinge: Dinge;
};

async function worteOf(tx: Tx, actor: Actor, { person, an, typed, dinge }: Anlass): Promise<Worte> {
  const traeger = await tx
    .selectFrom("kim.traeger")
    .select("name")
    .where("id", "=", actor.traegerId)
    .executeTakeFirst();
  const { vorname, nachname, zusatz = "" } = person.name;
  const name = [vorname, zusatz, nachname].filter((one) => one !== "").join(" ");
  const gesperrt = person.auskunftssperre !== null && an === "dritte";
  const anschrift = gesperrt ? "" : anschriftOf(person);
  const stelle = typed.empfaenger ?? (typed.empfaenger_art === null ? "" : EMPFAENGER[typed.empfaenger_art]);
  return {
    heute: tagText(today()),
    traeger: traeger?.name ?? "",
    absender: (await kontoNames(tx, actor.kreis, [actor.kontoId])).get(actor.kontoId) ?? "",
    vorname,
    nachname,
    name,
    anschrift,
    geburtsdatum: person.geburtsdatum === null ? "" : tagText(person.geburtsdatum),
    empfaenger: an === "dritte" ? stelle : name,
    empfaenger_anschrift: an === "dritte" ? (typed.anschrift ?? "") : anschrift,
    betreff: typed.betreff ?? "",
    text: typed.text ?? "",
    termin_tag: typed.termin_am === null ? "" : tagText(typed.termin_am),
    termin_zeit: typed.termin_um ?? "",
    termin_ort: typed.termin_ort ?? "",
    mitbringen: mitbringZeilen(dinge, null),
    mitbringen_sprache: mitbringZeilen(dinge, an === "person" ? typed.sprache : null),
    sperre: gesperrt ? SPERRE : "",
  };
}

function anschriftOf({ anschrift }: Person): string {
  if (anschrift === null) return "";
  const { strasse, plz, ort, bei } = anschrift;
  const stadt = [plz, ort].filter((one) => one !== null && one !== "").join(" ");
  return [bei === null ? null : `bei ${bei}`, strasse, stadt].filter((one) => one !== null && one !== "").join("\n");
}

/** @throws Refused for what cannot be set, with the letters that it is about */
function made(work: () => Checked): Checked {
  try {
    return work();
  } catch (error) {
    if (error instanceof NichtSetzbar)
      throw new Refused(`${error.message}. Schreiben Sie es mit anderen Buchstaben.`, "text");
    if (error instanceof WordFehler)
      throw new Refused(`Die Vorlage lässt sich nicht füllen. ${error.message}`, "vorlage");
    throw error;
  }
}
