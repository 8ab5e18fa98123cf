import type { Visit } from "../../../platform/access.ts";
import { formPage } from "../../../platform/change.ts";
import { today } from "../../../platform/clock.ts";
import { readAs } from "../../../platform/db.ts";
import type { Rejected } from "../../../platform/form.ts";
import { Card, EmptyState, Form, Page, SelectField, Submit, fieldsOf } from "../../../ui/index.ts";
import { giveVertretung } from "../commands/give-vertretung.ts";
import { Anordnung, EigeneVertretung } from "../model/vertretung.ts";
import { LIST, OWN, getan } from "../parts/getan.ts";
import { VertretungFelder } from "../parts/vertretung-felder.tsx";
import { beratende, fuehrendeIds, menschOptions, menschen } from "../queries/menschen.ts";

const NOBODY_THERE = "Bei Ihrem Träger berät sonst niemand, der vertreten könnte.";

async function ownForm(visit: Visit, rejected?: Rejected) {
  const { actor } = visit;
  const durch = await readAs(actor, (tx) => beratende(tx, actor, [actor.kontoId]));
  const title = "Vertretung eintragen";
  return (
    <Page
      frame={visit.frame}
      title={title}
      heading={false}
      rejected={rejected}
      breadcrumb={[{ label: "Vertretung", href: OWN }]}
    >
      <Card title={title} level={1}>
        <p>
          Wer Sie vertritt, sieht und führt in dieser Zeit Ihre Personen und Beratungen. Jedes Öffnen steht im
          Protokoll, mit dem Zusatz, dass es Ihre Akte war.
        </p>
        {durch.length === 0 ? (
          <EmptyState>{NOBODY_THERE}</EmptyState>
        ) : (
          <Form action={OWN} rejected={rejected}>
            <VertretungFelder field={fieldsOf({ von: [today()] }, rejected)} durch={durch} />
            <Submit label="Vertretung eintragen" cancel={OWN} />
          </Form>
        )}
      </Card>
    </Page>
  );
}

export const own = formPage(
  OWN,
  "vertretung.eigene",
  { form: ownForm, schema: EigeneVertretung, shownAt: `${OWN}/neu` },
  async (tx, { actor }, input) => {
    await giveVertretung(tx, actor, { ...input, vertreten: actor.kontoId });
    return getan.after(OWN, "gegeben");
  },
);

async function orderForm(visit: Visit, rejected?: Rejected) {
  const { actor } = visit;
  const { wen, durch } = await readAs(actor, async (tx) => ({
    wen: (await menschen(tx, actor, await fuehrendeIds(tx, actor))).filter(({ id }) => id !== actor.kontoId),
    durch: await beratende(tx, actor, [actor.kontoId]),
  }));
  const title = "Vertretung anordnen";
  const field = fieldsOf({ von: [today()] }, rejected);
  return (
    <Page
      frame={visit.frame}
      title={title}
      heading={false}
      rejected={rejected}
      breadcrumb={[{ label: "Vertretungen", href: LIST }]}
    >
      <Card title={title} level={1}>
        <p>
          Nur, wenn die Person es nicht selbst eintragen kann. Es gilt, sobald eine zweite Person bestätigt, und die
          vertretene Person erfährt es bei der nächsten Anmeldung. Sie selbst können nicht vertreten.
        </p>
        {durch.length === 0 ? (
          <EmptyState>{NOBODY_THERE}</EmptyState>
        ) : (
          <Form action={LIST} rejected={rejected}>
            <SelectField
              {...field("vertreten")}
              label="Wer vertreten wird"
              options={menschOptions(wen)}
              empty="Bitte wählen"
            />
            <VertretungFelder field={field} durch={durch} />
            <Submit label="Vertretung anordnen" cancel={LIST} />
          </Form>
        )}
      </Card>
    </Page>
  );
}

export const order = formPage(
  LIST,
  "vertretung.anordnen",
  { form: orderForm, schema: Anordnung, shownAt: `${LIST}/neu` },
  async (tx, { actor }, input) => {
    await giveVertretung(tx, actor, input);
    return getan.after(LIST, "angeordnet");
  },
);
