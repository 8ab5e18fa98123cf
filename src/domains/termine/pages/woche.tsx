import { z } from "zod";
import { page } from "../../../platform/access.ts";
import { may } from "../../../platform/actor.ts";
import { today } from "../../../platform/clock.ts";
import { readAs } from "../../../platform/db.ts";
import { readQuery } from "../../../platform/form.ts";
import { daysFrom, tagText } from "../../../platform/span.ts";
import { Actions, ButtonLink, Card, Choices, DoButton, Page } from "../../../ui/index.ts";
import { Wessen, kontenDer, vertretene, wessenAkte, wessenWahl } from "../../zustaendigkeit/index.ts";
import { montagOf } from "../model/serie.ts";
import { SERIES, WEEK, getan } from "../parts/getan.ts";
import { Woche } from "../parts/woche.tsx";
import { eintraege, tageAb } from "../queries/woche.ts";

const Query = z.object({ tag: z.iso.date().optional(), wessen: Wessen });

/** A week of one's own calendar, of somebody one stands in for, or of all of them. */
export const show = page({
  path: WEEK,
  permission: "beratung.lesen",
  notices: getan,
  show: async (visit) => {
    const { tag = today(), wessen } = readQuery(Query, visit.url);
    const { actor } = visit;
    const tage = tageAb(montagOf(tag));
    const [von = tag, bis = tag] = [tage[0], tage.at(-1)];
    const { all, fuer } = await readAs(actor, async (tx) => ({
      all: await eintraege(tx, actor, kontenDer(actor, wessen), [von, bis]),
      fuer: await vertretene(tx, actor),
    }));
    const of = (day: string, whose: Wessen = wessen) =>
      `${WEEK}?${new URLSearchParams({ tag: day, ...(whose === undefined ? {} : { wessen: whose }) }).toString()}`;
    return (
      <Page frame={visit.frame} title="Termine" heading={false} wide>
        <Card title={`Woche vom ${tagText(von)} bis ${tagText(bis)}`} level={1}>
          <Choices
            label="Wessen Termine"
            items={wessenWahl(fuer, wessen, (whose) => (whose === undefined ? `${WEEK}?tag=${von}` : of(von, whose)))}
          />
          <Actions>
            <ButtonLink kind="secondary" small href={of(daysFrom(von, -7))} shortcut="v">
              Woche davor
            </ButtonLink>
            <ButtonLink kind="secondary" small href={of(today())} shortcut="h">
              Heute
            </ButtonLink>
            <ButtonLink kind="secondary" small href={of(daysFrom(von, 7))} shortcut="w">
              Woche danach
            </ButtonLink>
            {may(actor, "beratung.schreiben") ? (
              <ButtonLink kind="primary" small href={`${WEEK}/neu?tag=${tag}`} shortcut="n">
                Termin eintragen
              </ButtonLink>
            ) : null}
            <ButtonLink kind="tertiary" small href={SERIES}>
              Sprechstunden
            </ButtonLink>
            <ButtonLink kind="tertiary" small href="/kalender">
              Im eigenen Kalender
            </ButtonLink>
            <DoButton does="print" small>
              Drucken
            </DoButton>
          </Actions>
          <Woche tage={tage} eintraege={all} akteVon={wessenAkte(fuer, wessen)} />
        </Card>
      </Page>
    );
  },
});
