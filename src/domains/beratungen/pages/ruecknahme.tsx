import type { Visit } from "../../../platform/access.ts";
import { formPage } from "../../../platform/change.ts";
import { openRecordAs } from "../../../platform/db.ts";
import { NotFound, type Rejected } from "../../../platform/form.ts";
import { idOf } from "../../../platform/ids.ts";
import { tagText } from "../../../platform/span.ts";
import { CardPage, CheckChips, Confirm, fieldsOf } from "../../../ui/index.ts";
import { type Codelisten, codelisten } from "../../codelisten/index.ts";
import { type Anschluss, anschlussOf, ofPerson, personsByIds } from "../../personen/index.ts";
import { partBeratungen } from "../commands/join-beratungen.ts";
import { RuecknahmeEingabe } from "../model/anschluss.ts";
import { anschlussPath, belowPerson, beratungWahl } from "../parts/anschluss.tsx";
import { getan } from "../parts/getan.ts";
import { angeschlossene } from "../queries/anschluss.ts";
import type { BeratungKurz } from "../queries/beratungen.ts";

const PATH = "/personen/:id/anschluss/:anschluss";
const OPENED = "anschluss";

/** A yes of this person, and what is hers on it. @throws NotFound for one of somebody else as for none */
const read = (visit: Visit, id: string) =>
  openRecordAs(visit.actor, { art: "person", id }, OPENED, async (tx) => {
    const [person] = await personsByIds(tx, visit.actor, [id]);
    const ja = await anschlussOf(tx, idOf(visit, "anschluss"));
    if (person === undefined || ja === undefined) throw new NotFound();
    const same = await tx
      .selectFrom("kim.anschluss")
      .select("id")
      .where("id", "=", ja.id)
      .where("person_id", "=", ofPerson(id))
      .executeTakeFirst();
    if (same === undefined) throw new NotFound();
    return { person, ja, beratungen: await angeschlossene(tx, ja.id), listen: await codelisten(tx) };
  });

async function form(visit: Visit, rejected?: Rejected) {
  const { person, ja, beratungen, listen } = await read(visit, idOf(visit));
  const back = anschlussPath(person.id);
  const above = belowPerson(visit, person);
  return (
    <CardPage
      {...above}
      breadcrumb={[...above.breadcrumb, { label: "Frühere Kontakte", href: back }]}
      title="Ja zurücknehmen"
      rejected={rejected}
    >
      {ja.zurueckgenommenAm === null ? (
        <Frage ja={ja} person={person.id} beratungen={beratungen} listen={listen} rejected={rejected} />
      ) : (
        <p>
          Am {tagText(ja.am)} hat die Person Ja gesagt, am {tagText(ja.zurueckgenommenAm)} hat sie es zurückgenommen.
          Was angeschlossen war, steht wieder wie vorher.
        </p>
      )}
    </CardPage>
  );
}

type FrageProps = {
  readonly ja: Anschluss;
  readonly person: string;
  readonly beratungen: readonly BeratungKurz[];
  readonly listen: Codelisten;
  readonly rejected: Rejected | undefined;
};

function Frage({ ja, person, beratungen, listen, rejected }: FrageProps) {
  const back = anschlussPath(person);
  if (ja.was === "zusammenfuehrung")
    return (
      <p>
        Mit diesem Ja wurden zwei Einträge zusammengeführt. Nimmt die Person es zurück,{" "}
        <a href={`/personen/zusammenfuehrungen/${ja.zusammenfuehrung ?? ""}`}>heben Sie die Zusammenführung auf</a>.
      </p>
    );
  return (
    <Confirm action={`${back}/${ja.id}`} confirm="Ja zurücknehmen" back={back} version={ja.version} rejected={rejected}>
      {ja.was === "name" ? (
        <p>
          Mit diesem Ja wurde aus einem Kürzel ein Name. Danach öffnet sich „Name und Geburt“: Tragen Sie dort wieder
          das Kürzel ein. Wie es hieß, steht im Verlauf.
        </p>
      ) : (
        <>
          <p>
            Diese Gespräche stehen dann wieder ohne Namen da, mit der Notiz von damals. Was Sie seither in die Notiz
            geschrieben haben, wird gelöscht, und niemand kann es zurückholen.
          </p>
          <CheckChips
            rows
            {...fieldsOf(undefined, rejected)("beratungen")}
            label="Welche?"
            values={beratungen.map(({ id }) => id)}
            options={beratungWahl(beratungen, listen)}
          />
        </>
      )}
    </Confirm>
  );
}

export const { show, save } = formPage(
  PATH,
  "person.schreiben",
  { form, schema: RuecknahmeEingabe },
  async (tx, visit, { beratungen }) => {
    const [person, id] = [idOf(visit), idOf(visit, "anschluss")];
    const was = await partBeratungen(tx, visit.actor, { id, version: visit.version }, beratungen);
    return was === "name" ? `/personen/${person}/bearbeiten` : getan.after(anschlussPath(person), "getrennt");
  },
);
