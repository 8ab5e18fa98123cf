import { z } from "zod";
import type { Visit } from "../../../platform/access.ts";
import { askedFor } from "../../../platform/asked.ts";
import { change, formPage } from "../../../platform/change.ts";
import { openRecordAs } from "../../../platform/db.ts";
import { NOTHING } from "../../../platform/fields.ts";
import type { Rejected } from "../../../platform/form.ts";
import { idOf } from "../../../platform/ids.ts";
import { tagText } from "../../../platform/span.ts";
import { Alert, CardPage, Confirm, HiddenField, TextField, fieldsOf } from "../../../ui/index.ts";
import { endTermin } from "../commands/set-termin.ts";
import { StandEingabe } from "../model/termin.ts";
import { uhrText } from "../model/uhr.ts";
import { WEEK, getan } from "../parts/getan.ts";
import { type Termin, terminOf } from "../queries/termin.ts";

const permission = "beratung.schreiben";
const PATH = `${WEEK}/:id/stand`;
const NACH = ["abgesagt", "nicht_erschienen", "geplant"] as const;
const Query = z.object({ nach: z.enum(NACH).default("abgesagt") });

const TITEL = {
  abgesagt: "Termin absagen",
  nicht_erschienen: "Nicht erschienen",
  geplant: "Doch geplant",
} as const;

const read = (visit: Visit) => {
  const id = idOf(visit);
  return openRecordAs(visit.actor, { art: "termin", id }, "bearbeitung", (tx) => terminOf(tx, visit.actor, id));
};

const below = ({ frame }: Visit, { id }: Termin) => ({
  frame,
  breadcrumb: [
    { label: "Termine", href: WEEK },
    { label: "Termin", href: `${WEEK}/${id}` },
  ],
});

/** Asks before an appointment is cancelled, was missed, or counts again. */
async function form(visit: Visit, rejected?: Rejected) {
  const termin = await read(visit);
  const { nach } = askedFor(Query, visit, rejected);
  const self = `${WEEK}/${termin.id}`;
  const field = fieldsOf(undefined, rejected);
  return (
    <CardPage {...below(visit, termin)} title={TITEL[nach]} rejected={rejected}>
      <Confirm action={`${self}/stand`} confirm={TITEL[nach]} back={self} version={termin.version} rejected={rejected}>
        <p>
          Der Termin am {tagText(termin.tag)} um {uhrText(termin.beginn)} Uhr. Er bleibt im Kalender stehen, mit diesem
          Stand.
        </p>
        <HiddenField name="nach" value={nach} />
        <TextField {...field("grund")} label="Warum?" hint="Wird versiegelt." optional />
      </Confirm>
    </CardPage>
  );
}

export const { show, save } = formPage(PATH, permission, { form, schema: StandEingabe }, async (tx, visit, input) => {
  await endTermin(tx, visit.actor, visit.at, input.nach, input.grund);
  return getan.after(`${WEEK}/${visit.at.id}`, "stand");
});

async function refused(visit: Visit, rejected: Rejected) {
  const termin = await read(visit);
  return (
    <CardPage {...below(visit, termin)} title="Das ging nicht" rejected={rejected}>
      <Alert kind="warning">
        {rejected.conflict === undefined
          ? rejected.errors.map(({ message }) => message).join(" ")
          : "Jemand anderes hat den Termin inzwischen geändert."}{" "}
        <a href={`${WEEK}/${termin.id}`}>Zum Termin</a>
      </Alert>
    </CardPage>
  );
}

/** It took place: on to the consultation, with everything that the appointment says already. */
export const saveDone = change(
  `${WEEK}/:id/wahrgenommen`,
  permission,
  { schema: NOTHING, again: refused },
  async (tx, { actor, at: { id } }) => {
    // One button and nothing typed: what counts is that it is still planned.
    const { version } = await terminOf(tx, actor, id);
    const { personId, tag, standortId, dauer, sprache, verstaendigung } = await endTermin(
      tx,
      actor,
      { id, version },
      "wahrgenommen",
    );
    const words = {
      am: tag,
      dauer: String(dauer),
      ...(personId === null ? {} : { person: personId }),
      ...(standortId === null ? {} : { ort: `standort:${standortId}` }),
      ...(sprache === null ? {} : { sprache }),
      ...(verstaendigung === null ? {} : { verstaendigung }),
    };
    return `/beratungen/neu?${new URLSearchParams(words).toString()}`;
  },
);
