import { z } from "zod";
import { page } from "../../../platform/access.ts";
import { may } from "../../../platform/actor.ts";
import { today } from "../../../platform/clock.ts";
import { readAs } from "../../../platform/db.ts";
import { readQuery } from "../../../platform/form.ts";
import { anzahl } from "../../../platform/words.ts";
import {
  Alert,
  ButtonLink,
  Card,
  EmptyState,
  Entered,
  FilterBar,
  Page,
  ResultCount,
  SelectField,
  Table,
} from "../../../ui/index.ts";
import { type Kode, codelisten, nameOf } from "../../codelisten/index.ts";
import { LageWort } from "../parts/geraet.tsx";
import { getan } from "../parts/getan.ts";
import { GERAETE } from "../parts/wege.ts";
import { type Geraet, geraete, lage } from "../queries/geraete.ts";

const Query = z.object({
  standort: z.uuid().optional(),
  lage: z.enum(["da", "verliehen", "ueberfaellig", "weg"]).optional(),
});

/** The devices of one's own Träger: where each is, and which should have come back. */
export const show = page({
  path: GERAETE,
  permission: "sprachmittlung.lesen",
  notices: getan,
  show: async ({ actor, frame, url }) => {
    const asked = readQuery(Query, url);
    const heute = today();
    const { alle, sprachen } = await readAs(actor, async (tx) => ({
      alle: await geraete(tx, actor, heute),
      sprachen: (await codelisten(tx)).sprache,
    }));
    const rows = alle
      .filter((one) => asked.standort === undefined || one.standortId === asked.standort)
      .filter((one) => asked.lage === undefined || lage(one, heute) === asked.lage);
    const ueber = alle.filter((one) => lage(one, heute) === "ueberfaellig").length;
    const orte = [...new Map(alle.map((one) => [one.standortId, one.standort]))];
    const neu = (
      <ButtonLink kind="secondary" small href={`${GERAETE}/neu`}>
        Gerät eintragen
      </ButtonLink>
    );
    return (
      <Page frame={frame} title="Übersetzungsgeräte" heading={false} wide>
        {ueber === 0 ? null : (
          <Alert kind="warning">
            {ueber === 1 ? "Ein Gerät sollte" : `${String(ueber)} Geräte sollten`} schon zurück sein.
          </Alert>
        )}
        <Card title="Übersetzungsgeräte" level={1} {...(may(actor, "sprachmittlung.pflegen") ? { action: neu } : {})}>
          <FilterBar action={GERAETE} active={asked.standort !== undefined || asked.lage !== undefined}>
            <SelectField
              name="standort"
              label="Standort"
              value={asked.standort}
              empty="alle"
              options={orte.map(([value, label]) => ({ value, label }))}
            />
            <SelectField
              name="lage"
              label="Stand"
              value={asked.lage}
              empty="alle"
              options={[
                { value: "da", label: "da" },
                { value: "verliehen", label: "verliehen" },
                { value: "ueberfaellig", label: "überfällig" },
                { value: "weg", label: "nicht zu verleihen" },
              ]}
            />
          </FilterBar>
          <ResultCount>{anzahl(rows.length, "Gerät", "Geräte")}</ResultCount>
          <Liste
            rows={rows}
            sprachen={sprachen}
            leer={alle.length === 0}
            pflegt={may(actor, "sprachmittlung.pflegen")}
          />
        </Card>
      </Page>
    );
  },
});

type ListeProps = {
  readonly rows: readonly Geraet[];
  readonly sprachen: readonly Kode[];
  readonly leer: boolean;
  readonly pflegt: boolean;
};

function Liste({ rows, sprachen, leer, pflegt }: ListeProps) {
  const wer = pflegt ? "Tragen Sie oben das erste ein." : "Das tut, wer bei Ihrem Träger die Sprachmittlung pflegt.";
  const heute = today();
  return (
    <Table
      caption="Geräte, überfällige zuerst"
      hideCaption
      rows={rows}
      href={({ id }) => `${GERAETE}/${id}`}
      empty={<EmptyState>{leer ? `Noch ist kein Gerät eingetragen. ${wer}` : "Keines passt dazu."}</EmptyState>}
      columns={[
        { label: "Gerät", cell: ({ name }) => name },
        { label: "Standort", cell: ({ standort }) => standort },
        {
          label: "Sprachen",
          cell: (one) => one.sprachen.map((code) => nameOf(sprachen, code)).join(", ") || "–",
        },
        { label: "Stand", cell: (one) => <LageWort geraet={one} heute={heute} /> },
        {
          label: "Verliehen an",
          cell: ({ verliehen }) => (verliehen === null ? "–" : <Entered>{verliehen.wer}</Entered>),
        },
      ]}
    />
  );
}
