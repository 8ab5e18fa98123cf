import { z } from "zod";
import type { Visit } from "../../../platform/access.ts";
import { formPage } from "../../../platform/change.ts";
import { openRecordAs } from "../../../platform/db.ts";
import { resumePath } from "../../../platform/draft-form.ts";
import { type Filled, filled } from "../../../platform/filled.ts";
import { type Rejected, type Values, first, readQuery } from "../../../platform/form.ts";
import { idOf } from "../../../platform/ids.ts";
import { Alert, CardPage, Continued, Entered, Form, HiddenField, Submit, fieldsOf } from "../../../ui/index.ts";
import { personOf } from "../../personen/index.ts";
import { writeBrief } from "../commands/write-brief.ts";
import { type An, BriefEingabe, briefspracheFor, EINGEBAUT, EINGEBAUTE, eingebaut } from "../model/brief.ts";
import { belowDokumente } from "../parts/below.ts";
import { BriefFelder } from "../parts/brief-felder.tsx";
import { ONE, briefOf, getan, listOf } from "../parts/getan.ts";
import { faelleZur } from "../queries/dokumente.ts";
import { type Vorlage, listenOf, vorlagenOf } from "../queries/vorlagen.ts";

const ZWECK = "dokumente";
const KEY = /^[a-z\d-]{3,40}$/;
const Query = z.object({
  vorlage: z.string().regex(KEY).optional(),
  liste: z.string().regex(KEY).optional(),
  entwurf: z.uuid().optional(),
});
const DRAFT = { form: "brief", name: "Brief", resume: briefOf(":id") };

/** A draft is of one letter: where another one is asked for it is only told of, and stays what it is. */
function ofLetter(f: Filled, id: string, vorlage: string, fresh: Values): Filled {
  if (f.continued === undefined || first(f.values, "vorlage") === vorlage) return f;
  const begun = { id: f.draft.id, geaendert: f.continued, href: resumePath(DRAFT, f.draft.id, id) };
  const draft = { ...f.draft, id: crypto.randomUUID() };
  return { ...f, values: fresh, draft, continued: undefined, others: [begun, ...f.others] };
}

/** What was chosen: what it is called, and to whom it goes. */
function chosen(key: string, vorlagen: readonly Vorlage[]): { readonly name: string; readonly an: An } | undefined {
  const own = eingebaut(key);
  return own === undefined ? vorlagen.find(({ id }) => id === key) : EINGEBAUT[own];
}

type Person = Awaited<ReturnType<typeof personOf>>;

/** What she is spoken with comes first, then her first language, then the others. */
const spracheOf = ({ verstaendigungssprache, sprachen }: Person) =>
  briefspracheFor([
    ...(verstaendigungssprache === null ? [] : [verstaendigungssprache.code]),
    ...sprachen.toSorted((a, b) => Number(b.erstsprache) - Number(a.erstsprache)).map(({ code }) => code),
  ]);

/** What the page shows: the person, what can be written, and the letter that is begun or asked for. */
async function read(visit: Visit, id: string, rejected: Rejected | undefined) {
  const { actor } = visit;
  const asked = readQuery(Query, visit.url);
  return openRecordAs(actor, { art: "person", id }, ZWECK, async (tx) => {
    const person = await personOf(tx, actor, id);
    const fresh: Values = {
      vorlage: [asked.vorlage ?? ""],
      liste: [asked.liste ?? ""],
      sprache: [spracheOf(person)],
    };
    const begun = await filled(tx, visit, DRAFT, { id, version: 0, values: fresh }, rejected);
    const kept = rejected !== undefined || asked.entwurf !== undefined;
    const key = kept ? first(begun.values, "vorlage") : (asked.vorlage ?? "");
    return {
      person,
      key,
      f: ofLetter(begun, id, key, fresh),
      vorlagen: await vorlagenOf(tx, actor),
      listen: await listenOf(tx, actor),
      faelle: await faelleZur(tx, id),
    };
  });
}

async function form(visit: Visit, rejected?: Rejected) {
  const id = idOf(visit);
  const { person, key, f, vorlagen, listen, faelle } = await read(visit, id, rejected);
  const what = chosen(key, vorlagen);
  const self = briefOf(id);
  return (
    <CardPage
      {...belowDokumente(visit, id)}
      title={what === undefined ? "Brief schreiben" : `Brief: ${what.name}`}
      rejected={rejected}
    >
      <p>
        {what?.an === "dritte" ? "Über " : "An "}
        <Entered>{[person.name.vorname, person.name.nachname].join(" ")}</Entered>
      </p>
      {person.auskunftssperre === null ? null : (
        <Alert kind="warning" title="Auskunftssperre">
          Niemand darf erfahren, wo die Person ist. Schreiben Sie nichts, was es verrät, und geben Sie den Brief am
          besten selbst ab.
        </Alert>
      )}
      <Continued f={f} />
      {what === undefined ? (
        <Auswahl self={self} vorlagen={vorlagen} />
      ) : (
        <Form action={self} draft={f.draft} rejected={rejected}>
          <HiddenField name="vorlage" value={key} />
          <BriefFelder
            field={fieldsOf(f.values, rejected)}
            eingebaut={eingebaut(key)}
            an={what.an}
            listen={listen}
            faelle={faelle}
          />
          <Submit label="Brief schreiben" cancel={listOf(id)} draft />
        </Form>
      )}
    </CardPage>
  );
}

/** Which letter: those of the program, and those of the Träger. */
function Auswahl({ self, vorlagen }: { readonly self: string; readonly vorlagen: readonly Vorlage[] }) {
  const alle = [
    ...EINGEBAUTE.map((key) => ({ key, ...EINGEBAUT[key] })),
    ...vorlagen.map(({ id, name, an }) => ({ key: id, name, an })),
  ];
  return (
    <>
      <h2>Welcher Brief?</h2>
      <ul class="plain-list">
        {alle.map(({ key, name, an }) => (
          <li>
            <a href={`${self}?vorlage=${key}`}>{name}</a>
            {an === "dritte" ? " – an andere, nur mit Einwilligung" : ""}
          </li>
        ))}
      </ul>
    </>
  );
}

export const { show, save } = formPage(
  briefOf(":id"),
  "dokument.schreiben",
  { form, schema: BriefEingabe, draft: DRAFT },
  async (tx, visit, input) =>
    getan.after(`${ONE}/${await writeBrief(tx, visit.actor, idOf(visit), input)}`, "geschrieben"),
);
