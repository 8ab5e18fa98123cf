import { z } from "zod";
import type { Visit } from "../../../platform/access.ts";
import { askedFor } from "../../../platform/asked.ts";
import { formPage } from "../../../platform/change.ts";
import { today } from "../../../platform/clock.ts";
import { openRecordAs, readAs } from "../../../platform/db.ts";
import { filled } from "../../../platform/filled.ts";
import { type Rejected, first } from "../../../platform/form.ts";
import { isId } from "../../../platform/ids.ts";
import { CardPage, Continued, EmptyState, Form, HiddenField, Submit, fieldsOf } from "../../../ui/index.ts";
import { codelisten } from "../../codelisten/index.ts";
import { verstaendigungAm, verstaendigungFelder } from "../../verstaendigung/index.ts";
import { fallOf } from "../../faelle/index.ts";
import { addBesprechung } from "../commands/keep-besprechung.ts";
import { NeueBesprechung } from "../model/besprechung.ts";
import { belowFall } from "../parts/below.tsx";
import { BesprechungFields } from "../parts/felder.tsx";
import { LIST, getan } from "../parts/getan.ts";
import { angebote } from "../queries/angebote.ts";
import { vorschlagFuer } from "../queries/vorbereitung.ts";

const NEW = `${LIST}/neu`;
const TITLE = "Fallbesprechung vorbereiten";
const DRAFT = { form: "fallbesprechung", name: TITLE, resume: NEW };
const Query = z.object({ fall: z.uuid().optional() });

/** The case of the draft that the address asks to go on with: the start page knows no more than the draft. */
async function fallOfDraft(visit: Visit): Promise<string | undefined> {
  const { continued, values } = await readAs(visit.actor, (tx) => filled(tx, visit, DRAFT, undefined));
  const fall = first(values, "fall");
  return continued !== undefined && isId(fall) ? fall : undefined;
}

/** Prepared from the case: with a description without names, made of what is coded. */
async function form(visit: Visit, rejected?: Rejected) {
  const { actor } = visit;
  const asked = askedFor(Query, visit, rejected).fall ?? (await fallOfDraft(visit));
  if (asked === undefined) return <OhneFall visit={visit} />;
  const { fall, f, vorschlag, wahl, offen } = await openRecordAs(
    actor,
    { art: "fall", id: asked },
    "besprechung",
    async (tx) => {
      const fall = await fallOf(tx, actor, asked);
      const f = await filled(tx, visit, DRAFT, undefined, rejected);
      const empty = rejected === undefined && f.continued === undefined;
      const wahl = verstaendigungAm(await codelisten(tx), today());
      return {
        fall,
        f,
        wahl,
        offen: await angebote(tx, actor, fall),
        vorschlag: empty ? await vorschlagFuer(tx, actor, fall) : undefined,
      };
    },
  );
  const values =
    vorschlag === undefined ? f.values : { art: ["besprechung"], am: [today()], beschreibung: [vorschlag] };
  return (
    <CardPage {...belowFall(visit, fall)} title={TITLE} rejected={rejected} extra>
      <Continued f={f} />
      <Form action={LIST} draft={f.draft} rejected={rejected}>
        <HiddenField name="fall" value={fall.id} />
        <BesprechungFields
          field={fieldsOf(values, rejected)}
          rejected={rejected}
          verstaendigung={verstaendigungFelder(wahl)}
          angebote={offen}
          person={fall.personId}
        />
        <Submit label="Speichern" cancel={`/faelle/${fall.id}`} draft />
      </Form>
    </CardPage>
  );
}

const OhneFall = ({ visit }: { readonly visit: Visit }) => (
  <CardPage frame={visit.frame} title={TITLE} breadcrumb={[{ label: "Fälle", href: "/faelle" }]}>
    <EmptyState>
      Eine Fallbesprechung gehört zu einem Fall. <a href="/faelle">Öffnen Sie den Fall</a> und beginnen Sie dort.
    </EmptyState>
  </CardPage>
);

export const { show, save } = formPage(
  LIST,
  "fall.schreiben",
  { form, schema: NeueBesprechung, shownAt: NEW, draft: DRAFT },
  async (tx, { actor }, input) => getan.after(`${LIST}/${await addBesprechung(tx, actor, input)}`, "angelegt"),
);
