import { z } from "zod";
import { page } from "../../../platform/access.ts";
import { may } from "../../../platform/actor.ts";
import { today } from "../../../platform/clock.ts";
import { readAs } from "../../../platform/db.ts";
import { readQuery } from "../../../platform/form.ts";
import { anzahl } from "../../../platform/words.ts";
import {
  Actions,
  ButtonLink,
  Card,
  EmptyState,
  FilterBar,
  Page,
  ResultCount,
  SelectField,
  Table,
  TextField,
} from "../../../ui/index.ts";
import { codelisten, kurzOf } from "../../codelisten/index.ts";
import { ORGANISATION_ART, ORGANISATION_ARTEN, isOffen } from "../model/organisation.ts";
import { ORGANISATIONEN, stellenGetan } from "../parts/getan.ts";
import { type OrganisationKurz, organisationen } from "../queries/organisationen.ts";

const Query = z.object({
  wort: z.string().max(80).optional(),
  art: z.enum(ORGANISATION_ART).optional(),
  feld: z
    .string()
    .regex(/^[a-z0-9_]{1,40}$/)
    .optional(),
});
type Asked = z.output<typeof Query>;

const fits = ({ wort = "", art, feld }: Asked, one: OrganisationKurz): boolean =>
  (art === undefined || one.art === art) &&
  (feld === undefined || one.felder.includes(feld)) &&
  `${one.name} ${one.anschrift ?? ""}`.toLowerCase().includes(wort.trim().toLowerCase());

const NEU = (
  <Actions>
    <ButtonLink kind="tertiary" small href={`${ORGANISATIONEN}/einlesen`}>
      Aus einer Datei
    </ButtonLink>
    <ButtonLink kind="secondary" small href={`${ORGANISATIONEN}/neu`}>
      Organisation eintragen
    </ButtonLink>
  </Actions>
);

/** What to do where none is there yet. */
const leer = (pflegt: boolean): string =>
  `Noch ist keine Organisation eingetragen. ${pflegt ? "Tragen Sie oben die erste ein." : "Das tut Ihre Koordination; danach können Sie dorthin verweisen."}`;

/** The places of the Kreis that people are sent to. */
export const show = page({
  path: ORGANISATIONEN,
  permission: "organisation.lesen",
  notices: stellenGetan,
  show: async ({ actor, frame, url }) => {
    const asked = readQuery(Query, url);
    const { alle, listen } = await readAs(actor, async (tx) => ({
      alle: await organisationen(tx),
      listen: await codelisten(tx),
    }));
    const rows = alle.filter((one) => fits(asked, one));
    const active = Object.values(asked).some((value) => value !== undefined && value !== "");
    return (
      <Page frame={frame} title="Organisationen" heading={false} wide>
        <Card
          title="Organisationen im Kreis"
          level={1}
          {...(may(actor, "organisation.pflegen") ? { action: NEU } : {})}
        >
          <FilterBar action={ORGANISATIONEN} active={active}>
            <TextField name="wort" label="Name oder Ort" value={asked.wort} />
            <SelectField
              name="art"
              label="Art"
              options={ORGANISATION_ART.map((value) => ({ value, label: ORGANISATION_ARTEN[value] }))}
              value={asked.art}
              empty="alle"
            />
            <SelectField
              name="feld"
              label="Hilft bei"
              options={listen.handlungsfeld.map(({ code, name }) => ({ value: code, label: name }))}
              value={asked.feld}
              empty="allem"
            />
          </FilterBar>
          <ResultCount>{anzahl(rows.length, "Organisation", "Organisationen")}</ResultCount>
          <Table
            caption="Organisationen nach Namen, geschlossene zuletzt"
            hideCaption
            rows={rows}
            href={({ id }) => `${ORGANISATIONEN}/${id}`}
            empty={<EmptyState>{active ? "Keine passt dazu." : leer(may(actor, "organisation.pflegen"))}</EmptyState>}
            columns={[
              { label: "Name", cell: ({ name }) => name },
              { label: "Art", cell: ({ art }) => ORGANISATION_ARTEN[art] },
              {
                label: "Hilft bei",
                cell: ({ felder }) => felder.map((one) => kurzOf(listen.handlungsfeld, one)).join(", "),
              },
              { label: "Anschrift", cell: ({ anschrift }) => anschrift ?? "–" },
              {
                label: "Telefon",
                cell: ({ telefon, geschlossenAb }) =>
                  isOffen(geschlossenAb, today()) ? (telefon ?? "–") : "geschlossen",
              },
            ]}
          />
        </Card>
      </Page>
    );
  },
});
