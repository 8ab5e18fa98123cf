import { Redirect, type Visit } from "../../../platform/access.ts";
import { formPage } from "../../../platform/change.ts";
import { openRecordAs } from "../../../platform/db.ts";
import type { Rejected } from "../../../platform/form.ts";
import { idOf } from "../../../platform/ids.ts";
import { CardPage, ConflictNotice, EmptyState, Entered, Form, Submit, TextArea, fieldsOf } from "../../../ui/index.ts";
import { codelisten, nameOf } from "../../codelisten/index.ts";
import { type Verweis, einwilligungZu, organisationOf, verweisOf, wohin } from "../../verweise/index.ts";
import { BEHOERDE, sendVerweis } from "../commands/send-verweis.ts";
import { VerweisLink } from "../model/eingabe.ts";
import { Auswahl, Worte } from "../parts/auswahl.tsx";
import { getan } from "../parts/getan.ts";
import { LinkEinmal, type Once, onceOf, onceText } from "../parts/link-einmal.tsx";
import { aktenstand } from "../queries/angaben.ts";
import { freigabeOf } from "../queries/freigaben.ts";

const VERWEISE = "/verweise";
const OPENED = "freigabe";

const below = ({ frame }: Visit, id: string) => ({
  frame,
  breadcrumb: [
    { label: "Verweise", href: VERWEISE },
    { label: "Verweis", href: `${VERWEISE}/${id}` },
  ],
});

const anliegen = (v: Verweis, feld: string): string =>
  [v.angebot ?? feld, v.bedarf].filter((one) => one !== null).join(": ");

async function form(visit: Visit, rejected?: Rejected) {
  const { actor } = visit;
  const id = idOf(visit);
  const { v, organisation, stand, listen } = await openRecordAs(actor, { art: "verweis", id }, OPENED, async (tx) => {
    const v = await verweisOf(tx, actor, id);
    const organisation = await organisationOf(tx, v.organisationId);
    return { v, organisation, stand: await aktenstand(tx, actor, v.personId, v.fallId), listen: await codelisten(tx) };
  });
  const self = `${VERWEISE}/${id}`;
  const field = fieldsOf({ anliegen: [anliegen(v, nameOf(listen.handlungsfeld, v.handlungsfeld))] }, rejected);
  return (
    <CardPage {...below(visit, id)} title="Verweis als Link senden" rejected={rejected}>
      {einwilligungZu(organisation.art).zweck === "weitergabe" ? (
        <>
          <p>
            <Entered>{v.person}</Entered> an {wohin(v)}. Was Sie ankreuzen, wird kopiert, wie es jetzt ist. Dafür
            braucht es eine <a href={`/personen/${v.personId}/einwilligungen`}>Einwilligung</a>, die „
            {organisation.name}“ nennt.
          </p>
          <ConflictNotice rejected={rejected} fields={[]} stored={self} />
          <Form action={`${self}/link`} record={{ version: v.version, values: undefined }} rejected={rejected}>
            <TextArea {...field("anliegen")} label="Worum geht es?" hint="Es steht mit in der Kopie." rows={3} />
            <Auswahl stand={stand} rejected={rejected} />
            <Worte art="link" rejected={rejected} />
            <Submit label="Als Link senden" cancel={self} />
          </Form>
        </>
      ) : (
        <EmptyState>{BEHOERDE}</EmptyState>
      )}
    </CardPage>
  );
}

async function linkPage(visit: Visit, secret: Once) {
  const { actor, origin } = visit;
  const gegenstand = { art: "freigabe", id: secret.freigabe };
  const { gueltigBis } = await openRecordAs(actor, gegenstand, OPENED, (tx) => freigabeOf(tx, actor, secret.freigabe));
  const id = idOf(visit);
  const next = { label: "Zum Verweis", href: `${VERWEISE}/${id}` };
  return <LinkEinmal {...below(visit, id)} origin={origin} secret={secret} bis={gueltigBis} next={next} />;
}

/** A referral goes to its place as a link, in one step, and what the place answers comes back to the referral. */
export const { show, save } = formPage(
  `${VERWEISE}/:id/link`,
  "freigabe.schreiben",
  {
    form,
    schema: VerweisLink,
    answer: async (visit, to, once) => {
      const secret = onceOf(once);
      return secret === undefined ? new Redirect(to) : linkPage(visit, secret);
    },
  },
  async (tx, { actor, at }, input) => {
    const secret = await sendVerweis(tx, actor, at, input);
    return { to: getan.after(`/freigaben/${secret.freigabe}`, "freigegeben"), once: onceText(secret) };
  },
);
