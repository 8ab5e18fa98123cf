import { z } from "zod";
import type { Visit } from "../../../platform/access.ts";
import { askedFor } from "../../../platform/asked.ts";
import { formPage } from "../../../platform/change.ts";
import { offered, optionOf } from "../../../platform/choice.ts";
import { openRecordAs } from "../../../platform/db.ts";
import { NotFound, type Rejected } from "../../../platform/form.ts";
import { idOf } from "../../../platform/ids.ts";
import {
  CardPage,
  Entered,
  type FieldsOf,
  Form,
  HiddenField,
  SelectField,
  Submit,
  TextArea,
  TextField,
  fieldsOf,
} from "../../../ui/index.ts";
import { EMPFAENGER, empfaengerZu } from "../../einwilligungen/index.ts";
import { type FallKurz, PHASEN, aktenzeichen, faelleOf, isBeendet } from "../../faelle/index.ts";
import { personNames } from "../../personen/index.ts";
import { BEI_WEM, prepareFreigabe } from "../commands/prepare-freigabe.ts";
import { NeueFreigabe } from "../model/eingabe.ts";
import { ART, type Art, VORHABEN, isAngefragt } from "../model/stand.ts";
import { ONE, getan, listOf } from "../parts/getan.ts";
import { ziele } from "../queries/ziele.ts";

const Query = z.object({ art: z.enum(ART).default("abh"), fall: z.string().max(40).default("") });

const WORUM: Readonly<Record<Art, string>> = {
  abh: "Etwa: Fallbesprechung zum Bleiberecht, und was Sie dafür wissen möchten. Es steht mit in der Kopie.",
  ebh: "Etwa: Vor-Check zum Antrag, und was Sie dafür wissen möchten. Es steht mit in der Kopie.",
  traeger: "Zu lesen ist das erst nach der Annahme.",
  link: "Es steht mit in der Kopie.",
};

async function form(visit: Visit, rejected?: Rejected) {
  const { actor } = visit;
  const id = idOf(visit);
  const { art, fall: wanted } = askedFor(Query, visit, rejected);
  const { name, faelle, an } = await openRecordAs(actor, { art: "person", id }, "freigabe", async (tx) => ({
    name: (await personNames(tx, actor, [id])).get(id),
    faelle: await faelleOf(tx, id),
    an: await ziele(tx, actor, art),
  }));
  if (name === undefined) throw new NotFound();
  const offen = faelle.filter(({ phase }) => !isBeendet(phase));
  const [einziger] = offen;
  const [einzige] = offered(an);
  const fall = offen.find((one) => one.id === wanted) ?? (offen.length === 1 ? einziger : undefined);
  const field = fieldsOf(
    { fall: fall === undefined ? [] : [fall.id], an: an.length === 1 && einzige !== undefined ? [einzige.value] : [] },
    rejected,
  );
  return (
    <CardPage
      frame={visit.frame}
      title={VORHABEN[art]}
      rejected={rejected}
      breadcrumb={[
        { label: "Person", href: `/personen/${id}` },
        { label: "Freigaben", href: listOf(id) },
      ]}
    >
      <p>
        Für <Entered>{name}</Entered>. Hier geht noch nichts hinaus
        {isAngefragt(art, null) ? ", und die Behörde erfährt davon erst mit der Freigabe" : ""}.
      </p>
      <Form action={`${listOf(id)}/neu`} rejected={rejected}>
        <HiddenField name="art" value={art} />
        {art === "link" ? (
          <Stelle field={field} />
        ) : (
          <SelectField {...field("an")} label={BEI_WEM[art]} options={offered(an).map(optionOf)} empty="Bitte wählen" />
        )}
        <FallFeld field={field} faelle={offen} art={art} />
        <TextArea {...field("anliegen")} label="Worum geht es?" hint={WORUM[art]} />
        <Submit label={isAngefragt(art, null) ? "Anfragen" : "Vorbereiten"} cancel={listOf(id)} />
      </Form>
    </CardPage>
  );
}

const Stelle = ({ field }: { readonly field: FieldsOf }) => (
  <>
    <SelectField
      {...field("empfaenger_art")}
      label="Was für eine Stelle ist es?"
      options={empfaengerZu("weitergabe").map((one) => ({ value: one, label: EMPFAENGER[one] }))}
      empty="Bitte wählen"
    />
    <TextField
      {...field("empfaenger")}
      label="Wie heißt die Stelle?"
      hint="Genau so, wie die Einwilligung sie nennt."
    />
  </>
);

type FallProps = { readonly field: FieldsOf; readonly faelle: readonly FallKurz[]; readonly art: Art };

const FallFeld = ({ field, faelle, art }: FallProps) =>
  faelle.length === 0 ? null : (
    <SelectField
      {...field("fall")}
      label="Zu welchem Fall?"
      hint={art === "traeger" ? "Er endet, wenn der andere Träger annimmt." : "Antworten stehen dann auch dort."}
      options={faelle.map((one) => ({ value: one.id, label: `${aktenzeichen(one)}, ${PHASEN[one.phase]}` }))}
      empty="zu keinem"
      optional
    />
  );

export const { show, save } = formPage(
  `${listOf(":id")}/neu`,
  "freigabe.schreiben",
  { form, schema: NeueFreigabe },
  async (tx, visit, input) => {
    const id = await prepareFreigabe(tx, visit.actor, idOf(visit), input);
    return getan.after(`${ONE}/${id}`, isAngefragt(input.art, null) ? "angefragt" : "vorbereitet");
  },
);
