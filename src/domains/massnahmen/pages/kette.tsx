import { page } from "../../../platform/access.ts";
import { may } from "../../../platform/actor.ts";
import { readAs } from "../../../platform/db.ts";
import { idOf } from "../../../platform/ids.ts";
import { Actions, ButtonLink, Card, DoButton, Entered, Page } from "../../../ui/index.ts";
import { isEnde, nameVon } from "../../luecken/index.ts";
import { KETTEN, LIST } from "../parts/getan.ts";
import { Kettenbild, Kettenliste } from "../parts/kettenbild.tsx";
import { ketteZu } from "../queries/kette.ts";

/** From the consultations to the indicator: what became of one gap, as a picture and as a list. */
export const show = page({
  path: `${KETTEN}/:id`,
  permission: "massnahme.lesen",
  show: async (visit) => {
    const { actor, frame } = visit;
    const { zeile, kette } = await readAs(actor, (tx) => ketteZu(tx, actor, idOf(visit)));
    const { luecke } = zeile;
    return (
      <Page
        frame={frame}
        title="Von der Lücke zur Wirkung"
        heading={false}
        wide
        breadcrumb={[{ label: "Von der Lücke zur Wirkung", href: KETTEN }]}
      >
        <Card title={<Entered>{nameVon(luecke)}</Entered>} level={1} action={<DoButton does="print">Drucken</DoButton>}>
          <p>
            <Entered>{luecke.satz}</Entered>
          </p>
          <Kettenbild titel={`Von der Lücke zur Wirkung: ${nameVon(luecke)}`} kette={kette} />
          <p class="hint">Dicker Rand: getan. Gestrichelt: abgelehnt, verworfen oder abgebrochen.</p>
          <Actions>
            {may(actor, "luecke.lesen") ? <ButtonLink href={`/luecken/${luecke.id}`}>Zur Lücke</ButtonLink> : null}
            {may(actor, "massnahme.steuern") && !isEnde(luecke.stand) ? (
              <ButtonLink kind="tertiary" href={`${LIST}/neu?luecke=${luecke.id}`}>
                Maßnahme vorschlagen
              </ButtonLink>
            ) : null}
          </Actions>
        </Card>
        <Card title="Als Liste">
          <Kettenliste ketten={[kette]} />
        </Card>
      </Page>
    );
  },
});
