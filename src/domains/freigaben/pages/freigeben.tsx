import { Redirect, type Visit } from "../../../platform/access.ts";
import { type Changing, formPage } from "../../../platform/change.ts";
import { openRecordAs } from "../../../platform/db.ts";
import { NotFound, type Rejected } from "../../../platform/form.ts";
import { idOf } from "../../../platform/ids.ts";
import { CardPage, ConflictNotice, Entered, Form, Submit } from "../../../ui/index.ts";
import { personNames } from "../../personen/index.ts";
import { releaseFreigabe } from "../commands/release-freigabe.ts";
import { Freigabe } from "../model/eingabe.ts";
import { TITEL } from "../model/stand.ts";
import { Auswahl, Worte } from "../parts/auswahl.tsx";
import { ONE, getan, listOf } from "../parts/getan.ts";
import { LinkEinmal, type Once, onceOf, onceText } from "../parts/link-einmal.tsx";
import { aktenstand } from "../queries/angaben.ts";
import { type FreigabeGanz, freigabeOf } from "../queries/freigaben.ts";

const OPENED = "freigabe";

const below = ({ frame }: Visit, f: FreigabeGanz) => ({
  frame,
  breadcrumb: [
    { label: "Person", href: `/personen/${f.personId}` },
    { label: "Freigaben", href: listOf(f.personId) },
    { label: "Freigabe", href: `${ONE}/${f.id}` },
  ],
});

async function form(visit: Visit, rejected?: Rejected) {
  const { actor } = visit;
  const id = idOf(visit);
  const { f, name, stand } = await openRecordAs(actor, { art: "freigabe", id }, OPENED, async (tx) => {
    const f = await freigabeOf(tx, actor, id);
    if (f.stand !== null && rejected === undefined) throw new NotFound();
    const name = (await personNames(tx, actor, [f.personId])).get(f.personId) ?? "";
    return { f, name, stand: await aktenstand(tx, actor, f.personId, f.fallId) };
  });
  return (
    <CardPage {...below(visit, f)} title={TITEL[f.art]} rejected={rejected}>
      <p>
        Von <Entered>{name}</Entered> an <Entered>{f.an}</Entered>. Was Sie ankreuzen, wird kopiert, wie es jetzt ist.
        Die Einwilligung muss es umfassen.
      </p>
      <ConflictNotice rejected={rejected} fields={[]} stored={`${ONE}/${id}`} />
      <Form action={`${ONE}/${id}/freigeben`} record={{ version: f.version, values: undefined }} rejected={rejected}>
        <Auswahl stand={stand} rejected={rejected} />
        <Worte art={f.art} rejected={rejected} />
        <Submit label="Freigeben" cancel={`${ONE}/${id}`} />
      </Form>
    </CardPage>
  );
}

async function release(tx: Parameters<typeof releaseFreigabe>[0], { actor, at }: Changing, input: Freigabe) {
  const link = await releaseFreigabe(tx, actor, at, input);
  const to = getan.after(`${ONE}/${at.id}`, "freigegeben");
  return link === undefined ? to : { to, once: onceText({ ...link, freigabe: at.id }) };
}

async function linkPage(visit: Visit, secret: Once) {
  const { actor, origin } = visit;
  const gegenstand = { art: "freigabe", id: secret.freigabe };
  const f = await openRecordAs(actor, gegenstand, OPENED, (tx) => freigabeOf(tx, actor, secret.freigabe));
  const next = { label: "Zur Freigabe", href: `${ONE}/${f.id}` };
  return <LinkEinmal {...below(visit, f)} origin={origin} secret={secret} bis={f.gueltigBis} next={next} />;
}

export const { show, save } = formPage(
  `${ONE}/:id/freigeben`,
  "freigabe.schreiben",
  {
    form,
    schema: Freigabe,
    answer: async (visit, to, once) => {
      const secret = onceOf(once);
      return secret === undefined ? new Redirect(to) : linkPage(visit, secret);
    },
  },
  release,
);
