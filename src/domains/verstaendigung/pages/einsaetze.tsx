import { z } from "zod";
import { page } from "../../../platform/access.ts";
import { may } from "../../../platform/actor.ts";
import { today } from "../../../platform/clock.ts";
import { readAs } from "../../../platform/db.ts";
import { readQuery } from "../../../platform/form.ts";
import { anzahl } from "../../../platform/words.ts";
import { Actions, ButtonLink, Card, EmptyState, FilterBar, Page, ResultCount, SelectField } from "../../../ui/index.ts";
import { codelisten } from "../../codelisten/index.ts";
import { STAENDE, STAND } from "../model/einsatz.ts";
import { BedarfTafel } from "../parts/bedarf.tsx";
import { EinsatzListe } from "../parts/einsatz-liste.tsx";
import { getan } from "../parts/getan.ts";
import { ABRECHNUNG, EINSAETZE, POOL } from "../parts/wege.ts";
import { monatWeiter } from "../model/monat.ts";
import { bedarfSeit } from "../queries/bedarf.ts";
import { HOECHSTENS, einsaetze } from "../queries/einsaetze.ts";

const Query = z.object({
  auswahl: z.enum(["kommend", "alle", ...STAND]).default("kommend"),
  sprache: z
    .string()
    .regex(/^[a-z0-9_]{1,40}$/)
    .optional(),
});

/** As far back as the figures of need go. */
const MONATE = 12;

const Leer = ({ active }: { readonly active: boolean }) => (
  <EmptyState>
    {active
      ? "Zu dieser Auswahl ist nichts gebucht."
      : "Gerade ist nichts gebucht. Brauchen Sie für ein Gespräch jemanden, buchen Sie oben."}
  </EmptyState>
);

/** Bookings: one's own; all of the Träger for whoever keeps the pool. */
export const show = page({
  path: EINSAETZE,
  permission: "sprachmittlung.lesen",
  notices: getan,
  show: async ({ actor, frame, url }) => {
    const filter = readQuery(Query, url);
    const pflegt = may(actor, "sprachmittlung.pflegen");
    const active = filter.auswahl !== "kommend" || filter.sprache !== undefined;
    const seit = `${monatWeiter(today(), -MONATE)}-01`;
    const { rows, listen, bedarf } = await readAs(actor, async (tx) => ({
      rows: await einsaetze(tx, actor, filter, today()),
      listen: await codelisten(tx),
      bedarf: pflegt ? await bedarfSeit(tx, actor, seit) : [],
    }));
    return (
      <Page frame={frame} title={pflegt ? "Einsätze der Sprachmittlung" : "Meine Einsätze der Sprachmittlung"} wide>
        <Actions>
          <ButtonLink kind="primary" href={`${EINSAETZE}/neu`}>
            Sprachmittlung buchen
          </ButtonLink>
          <ButtonLink href={POOL}>Sprachmittelnde</ButtonLink>
          {pflegt ? <ButtonLink href={ABRECHNUNG}>Monat abrechnen</ButtonLink> : null}
        </Actions>
        <FilterBar action={EINSAETZE} active={active}>
          <SelectField
            name="auswahl"
            label="Welche"
            value={filter.auswahl}
            options={[
              { value: "kommend", label: "kommende und offene" },
              { value: "alle", label: "alle" },
              ...STAND.map((value) => ({ value, label: STAENDE[value] })),
            ]}
          />
          <SelectField
            name="sprache"
            label="Sprache"
            value={filter.sprache}
            empty="alle"
            options={listen.sprache.map(({ code, name }) => ({ value: code, label: name }))}
          />
        </FilterBar>
        <Card title={pflegt ? "Alle Ihres Trägers" : "Ihre"}>
          <ResultCount>
            {anzahl(rows.length, "Einsatz", "Einsätze")}
            {rows.length === HOECHSTENS ? ", mehr passen nicht auf die Seite; wählen Sie genauer." : "."} Ohne Namen von
            Ratsuchenden.
          </ResultCount>
          <EinsatzListe
            rows={rows}
            sprachen={listen.sprache}
            caption="Einsätze nach Tag"
            empty={<Leer active={active} />}
          />
        </Card>
        {pflegt ? <BedarfTafel rows={bedarf} seit={seit} sprachen={listen.sprache} /> : null}
      </Page>
    );
  },
});
