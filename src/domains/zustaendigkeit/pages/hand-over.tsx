import type { Visit } from "../../../platform/access.ts";
import { type Changing, formPage } from "../../../platform/change.ts";
import { openRecordAs, readAs } from "../../../platform/db.ts";
import { NotFound, type Rejected } from "../../../platform/form.ts";
import { idOf } from "../../../platform/ids.ts";
import { CardPage, Checkbox, EmptyState, Entered, Form, Submit, fieldsOf } from "../../../ui/index.ts";
import { personNames } from "../../personen/index.ts";
import { giveUebergabe } from "../commands/give-uebergabe.ts";
import { EigeneUebergabe, type UebergabeEingabe } from "../model/uebergabe.ts";
import { OWN, getan } from "../parts/getan.ts";
import { UebergabeFelder } from "../parts/uebergabe-felder.tsx";
import { type Mensch, beratende } from "../queries/menschen.ts";
import { personFile } from "../queries/uebergaben.ts";

const permission = "vertretung.eigene";
const NOBODY_THERE = "Bei Ihrem Träger berät sonst niemand, der übernehmen könnte.";

type Shown = {
  readonly action: string;
  readonly back: string;
  readonly an: readonly Mensch[];
  readonly rejected: Rejected | undefined;
};

const Uebergeben = ({ action, back, an, rejected }: Shown) =>
  an.length === 0 ? (
    <EmptyState>{NOBODY_THERE}</EmptyState>
  ) : (
    <Form action={action} rejected={rejected}>
      <UebergabeFelder an={an} rejected={rejected}>
        <Checkbox
          {...fieldsOf(undefined, rejected)("sicher")}
          label="Ja, ich gebe das ab. Zurück kommt es nur, wenn die andere Person es zurückgibt."
        />
      </UebergabeFelder>
      <Submit label="Übergeben" cancel={back} danger />
    </Form>
  );

async function personForm(visit: Visit, rejected?: Rejected) {
  const { actor } = visit;
  const id = idOf(visit);
  const { name, an } = await openRecordAs(actor, { art: "person", id }, "uebergabe", async (tx) => {
    if ((await personFile(tx, id)) !== actor.kontoId) throw new NotFound();
    return {
      name: (await personNames(tx, actor, [id])).get(id) ?? "",
      an: await beratende(tx, actor, [actor.kontoId]),
    };
  });
  const back = `/personen/${id}`;
  const breadcrumb = [
    { label: "Personen", href: "/personen" },
    { label: <Entered>{name}</Entered>, href: back },
  ];
  return (
    <CardPage frame={visit.frame} title="Person übergeben" rejected={rejected} breadcrumb={breadcrumb}>
      <p>
        <Entered>{name}</Entered> gehört danach in die Akten der Person, die übernimmt, mit allem: Fällen, Beratungen,
        Fristen, Dokumenten. Sie selbst sehen nichts davon mehr. Beratungen, in denen auch andere aus Ihren Akten dabei
        waren, bleiben bei Ihnen. Was Sie zu ihr angefangen und nicht gespeichert haben, wird verworfen.
      </p>
      <Uebergeben action={`${back}/uebergeben`} back={back} an={an} rejected={rejected} />
    </CardPage>
  );
}

const give = async (
  visit: Changing,
  input: UebergabeEingabe,
  tx: Parameters<typeof giveUebergabe>[0],
  person?: string,
) => {
  await giveUebergabe(tx, visit.actor, input, person);
  return getan.after(OWN, "uebergeben");
};

export const onePerson = formPage(
  "/personen/:id/uebergeben",
  permission,
  { form: personForm, schema: EigeneUebergabe },
  (tx, visit, input) => give(visit, input, tx, idOf(visit)),
);

async function allForm(visit: Visit, rejected?: Rejected) {
  const { actor } = visit;
  const an = await readAs(actor, (tx) => beratende(tx, actor, [actor.kontoId]));
  return (
    <CardPage
      frame={visit.frame}
      title="Alles übergeben"
      rejected={rejected}
      breadcrumb={[{ label: "Vertretung", href: OWN }]}
    >
      <p>
        Alle Ihre Personen, Beratungen und alten Listen gehören danach in die Akten der Person, die übernimmt. Sie
        selbst sehen sie nicht mehr. Gehen nur einzelne über, öffnen Sie die Person und übergeben Sie sie dort; sind Sie
        nur eine Weile weg, tragen Sie eine Vertretung ein.
      </p>
      <Uebergeben action={`${OWN}/uebergeben`} back={OWN} an={an} rejected={rejected} />
    </CardPage>
  );
}

export const everything = formPage(
  `${OWN}/uebergeben`,
  permission,
  { form: allForm, schema: EigeneUebergabe },
  (tx, visit, input) => give(visit, input, tx),
);
