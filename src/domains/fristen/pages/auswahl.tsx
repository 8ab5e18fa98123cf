import { z } from "zod";
import type { Visit } from "../../../platform/access.ts";
import { may } from "../../../platform/actor.ts";
import { type Changing, formPage } from "../../../platform/change.ts";
import { type Tx, readAs } from "../../../platform/db.ts";
import { Refused, type Rejected, first, readQuery } from "../../../platform/form.ts";
import {
  CardPage,
  Checkbox,
  DateField,
  EmptyState,
  Form,
  HiddenField,
  SelectField,
  Submit,
  Table,
  TextArea,
  TextField,
  fieldsOf,
} from "../../../ui/index.ts";
import { type Mensch, beratende, menschOptions } from "../../zustaendigkeit/index.ts";
import { doFristen } from "../commands/do-fristen.ts";
import { handOverFristen } from "../commands/hand-over-fristen.ts";
import { FristenEingabe, MIT_MEHREREN, type MitMehreren, gewaehlt, gewaehlteOf } from "../model/frist.ts";
import { LIST, getan } from "../parts/getan.ts";
import { SPALTEN, fristPath } from "../parts/tabelle.tsx";
import { fristenByIds } from "../queries/frist.ts";

const PATH = `${LIST}/auswahl`;
const Query = z.object({ tun: z.enum(MIT_MEHREREN).default("erledigen"), frist: gewaehlt });

const TITEL: Readonly<Record<MitMehreren, string>> = {
  erledigen: "Als erledigt abschließen",
  verwerfen: "Verwerfen",
  verschieben: "Verschieben",
  oeffnen: "Wieder öffnen",
  uebergeben: "Akten übergeben",
};

/** What was chosen in the list, and what it needs to be done: a day, a reason, a colleague. */
async function form(visit: Visit, rejected?: Rejected) {
  const { actor, frame } = visit;
  const asked =
    rejected === undefined
      ? readQuery(Query, visit.url)
      : {
          tun: MIT_MEHREREN.find((one) => one === first(rejected.values, "tun")) ?? ("erledigen" as const),
          frist: rejected.values["frist"] ?? [],
        };
  const { fristen, an } = await readAs(actor, async (tx) => ({
    fristen: await fristenByIds(
      tx,
      actor,
      gewaehlteOf(asked.frist).map(({ id }) => id),
    ),
    an: asked.tun === "uebergeben" ? await beratende(tx, actor, [actor.kontoId]) : [],
  }));
  const shown = new Map(gewaehlteOf(asked.frist).map(({ id, version }) => [id, version]));
  return (
    <CardPage
      frame={frame}
      title={TITEL[asked.tun]}
      rejected={rejected}
      wide
      breadcrumb={[{ label: "Fristen", href: LIST }]}
    >
      {fristen.length === 0 ? (
        <EmptyState>
          Keine Frist ist gewählt. <a href={LIST}>Kreuzen Sie in der Liste an</a>, welche Sie meinen.
        </EmptyState>
      ) : (
        <Form action={PATH} rejected={rejected}>
          <HiddenField name="tun" value={asked.tun} />
          {fristen.map(({ id }) => (
            <HiddenField name="frist" value={`${id}.${shown.get(id) ?? 0}`} />
          ))}
          <Table caption="Gewählte Fristen" hideCaption rows={fristen} href={fristPath} columns={SPALTEN} />
          <Felder tun={asked.tun} an={an} rejected={rejected} />
          <Submit label={TITEL[asked.tun]} cancel={LIST} danger={asked.tun === "uebergeben"} />
        </Form>
      )}
    </CardPage>
  );
}

type FelderProps = {
  readonly tun: MitMehreren;
  readonly an: readonly Mensch[];
  readonly rejected: Rejected | undefined;
};

function Felder({ tun, an, rejected }: FelderProps) {
  const field = fieldsOf(undefined, rejected);
  if (tun === "uebergeben") {
    return (
      <>
        <p>
          Eine Frist gehört zur Akte. Übergeben werden die Akten dieser Personen, mit allem, was darin steht; Sie selbst
          sehen sie danach nicht mehr.
        </p>
        <SelectField
          {...field("an")}
          label="Wer übernimmt"
          hint="Alle, die beim selben Träger beraten."
          options={menschOptions(an)}
          empty="Bitte wählen"
        />
        <TextArea {...field("notiz")} label="Was sie oder er wissen soll" optional />
        <Checkbox {...field("sicher")} label="Ja, ich gebe diese Akten ab." />
      </>
    );
  }
  const why = tun === "verschieben" || tun === "verwerfen";
  return (
    <>
      {tun === "verschieben" ? <DateField {...field("am")} label="Neuer Tag" /> : null}
      <TextField {...field("grund")} label="Warum?" hint="Wird versiegelt." {...(why ? {} : { optional: true })} />
    </>
  );
}

async function run(tx: Tx, { actor }: Changing, input: FristenEingabe): Promise<string> {
  const chosen = gewaehlteOf(input.frist);
  const { tun } = input;
  if (tun === "uebergeben") {
    if (!may(actor, "vertretung.eigene") || input.an === null) throw new Refused("Das dürfen Sie nicht.");
    const ids = chosen.map(({ id }) => id);
    const n = await handOverFristen(tx, actor, ids, { an: input.an, notiz: input.notiz });
    return getan.after(LIST, "uebergeben", n);
  }
  const am = tun === "verschieben" && input.am !== null ? { am: input.am } : {};
  const lauf = await doFristen(tx, actor, chosen, { tun, grund: input.grund, ...am });
  const [only] = chosen;
  const back = chosen.length === 1 && only !== undefined ? `${LIST}/${only.id}` : LIST;
  return getan.after(`${back}?lauf=${lauf}`, tun, chosen.length);
}

export const { show, save } = formPage(PATH, "fall.schreiben", { form, schema: FristenEingabe }, run);
