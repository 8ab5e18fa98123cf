import { randomUUID } from "node:crypto";
import { z } from "zod";
import { systemActor } from "../../../platform/actor.ts";
import { type PublicVisit, Redirect, publicAction, publicPage } from "../../../platform/access.ts";
import { today } from "../../../platform/clock.ts";
import { type Tx, readAs, writeAs } from "../../../platform/db.ts";
import { code } from "../../../platform/fields.ts";
import { type Rejected, Refused, first } from "../../../platform/form.ts";
import { publicFrame } from "../../../platform/public-frame.ts";
import { NO_KREIS } from "../../../platform/token.ts";
import {
  Actions,
  Button,
  ButtonLink,
  Form,
  HiddenField,
  PlainPage,
  SelectField,
  TextField,
  fieldsOf,
} from "../../../ui/index.ts";
import { consumeSetupToken, openLink, setupTokenValid } from "../../zugang/index.ts";
import { installKreis } from "../commands/einrichten.ts";
import { KontoEingabe } from "../model/konto.ts";
import { kreisChoices } from "../queries/orte.ts";
import { TraegerEingabe } from "../model/stammdaten.ts";

const PATH = "/einrichten/:token";
const NOBODY_KNOWN = systemActor(NO_KREIS);

const Einrichten = z.object({
  kreis: code("Wählen Sie den Kreis.", /^\d{5}(\d{3})?$/),
  traeger: TraegerEingabe.shape.name,
  name: KontoEingabe.shape.name,
  email: KontoEingabe.shape.email,
  /** Of the invitation to be made: the same form sent twice finds the link that it made the first time. */
  vorgang: z.uuid(),
});

type Eingabe = z.output<typeof Einrichten>;

const tokenOf = (visit: PublicVisit): string => visit.params["token"] ?? "";

const Used = ({ visit }: { readonly visit: PublicVisit }) => (
  <PlainPage frame={publicFrame(visit.url.pathname)} title="Dieser Link gilt nicht mehr">
    <p>Der Link zum Einrichten gilt einen Tag lang und nur einmal. Ist KIM schon eingerichtet, melden Sie sich an.</p>
    <p>Sonst starten Sie KIM neu: Dann steht im Fenster, in dem es läuft, ein neuer Link.</p>
    <Actions>
      <ButtonLink href="/anmelden">Zur Anmeldung</ButtonLink>
    </Actions>
  </PlainPage>
);

/** Some Kreise are called like their town; the kind tells them apart where the name does not. */
const kreisLabel = ({ name, art }: { readonly name: string; readonly art: string }): string =>
  name.toLowerCase().includes(art.toLowerCase()) ? name : `${name} (${art})`;

async function form(visit: PublicVisit, rejected?: Rejected) {
  if (!(await setupTokenValid(tokenOf(visit)))) return <Used visit={visit} />;
  const kreise = await readAs(NOBODY_KNOWN, (tx) => kreisChoices(tx, today()));
  const vorgang = rejected === undefined ? randomUUID() : first(rejected.values, "vorgang");
  const field = fieldsOf(undefined, rejected);
  return (
    <PlainPage frame={publicFrame(visit.url.pathname)} title="KIM einrichten" rejected={rejected}>
      <p>
        Vier Angaben, dann setzen Sie Ihr Passwort und den zweiten Faktor. Alles Weitere – Kommunen, Träger, Standorte,
        Mitarbeiter:innen – richten Sie danach in der Verwaltung ein.
      </p>
      <Form action={visit.url.pathname} rejected={rejected} native>
        <HiddenField name="vorgang" value={vorgang} />
        <SelectField
          {...field("kreis")}
          label="KIM-Kommune"
          hint="Kreis oder kreisfreie Stadt. Das lässt sich später nicht ändern."
          options={kreise.map((k) => ({ value: k.code, label: kreisLabel(k) }))}
          empty="Bitte wählen"
          autofocus
        />
        <TextField
          {...field("traeger")}
          label="Ihr Träger"
          hint="Bei wem Sie angestellt sind, meist der Kreis oder die Stadt selbst. Weitere folgen später."
        />
        <TextField {...field("name")} label="Ihr Vor- und Nachname" autocomplete="name" />
        <TextField
          {...field("email")}
          type="email"
          label="Ihre E-Mail-Adresse"
          hint="Mit ihr melden Sie sich an."
          autocomplete="email"
        />
        <Actions>
          <Button>Einrichten</Button>
        </Actions>
      </Form>
    </PlainPage>
  );
}

export const show = publicPage({ path: PATH, show: (visit) => form(visit) });

/** The set-up, and using up the link, in one transaction. Returns the path of the administrator's invitation. */
async function setUp(token: string, input: Eingabe): Promise<string> {
  return writeAs(systemActor(input.kreis), async (tx) => {
    if (!(await consumeSetupToken(tx, token))) return linkOfFirstSending(tx, input);
    const { traeger: traegerName, name: adminName, email: adminEmail, kreis } = input;
    const { link } = await installKreis(tx, { kreis, traegerName, adminName, adminEmail }, input.vorgang);
    return link;
  });
}

async function linkOfFirstSending(tx: Tx, { kreis, vorgang }: Eingabe): Promise<string> {
  const link = await openLink(tx, kreis, vorgang);
  if (link === undefined) throw new Refused("Dieser Link gilt nicht mehr.");
  return link;
}

export const save = publicAction({
  path: PATH,
  schema: Einrichten,
  run: async (visit, input) => new Redirect(await setUp(tokenOf(visit), input)),
  again: form,
});
