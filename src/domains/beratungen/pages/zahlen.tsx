import { page } from "../../../platform/access.ts";
import { today } from "../../../platform/clock.ts";
import { readAs } from "../../../platform/db.ts";
import { readQuery } from "../../../platform/form.ts";
import { ButtonLink, Choices, EmptyState, Figure, Figures, Halves, Page, formatCount } from "../../../ui/index.ts";
import { eigeneZahlen, zeitraumName } from "../../auswertung/index.ts";
import { codelisten } from "../../codelisten/index.ts";
import { ZEITEN, ZahlenAdresse, zahlenZeilen, zeitName, zeitraumVon } from "../model/eigene-zahlen.ts";
import { LIST, NEW } from "../parts/getan.ts";
import { Zahlenbild, Zahlenverlauf } from "../parts/zahlenbild.tsx";

const PATH = `${LIST}/zahlen`;

/** One's own figures, of one's own consultations only, counted as everything else is. */
export const show = page({
  path: PATH,
  permission: "beratung.lesen",
  show: async ({ actor, frame, url }) => {
    const { zeit } = readQuery(ZahlenAdresse, url);
    const zeitraum = zeitraumVon(zeit, today());
    const { k, listen } = await readAs(actor, async (tx) => ({
      k: await eigeneZahlen(tx, actor, zeitraum),
      listen: await codelisten(tx),
    }));
    const { monate, themen, sprachen, ...zahlen } = zahlenZeilen(k, listen, today());
    return (
      <Page frame={frame} title="Meine Zahlen" breadcrumb={[{ label: "Beratungen", href: LIST }]} wide>
        <p>{zeitraumName(zeitraum)}. Nur Ihre eigenen Beratungen, gezählt wie in der Auswertung des Kreises.</p>
        <Choices
          label="Zeiträume"
          items={ZEITEN.map((one) => ({
            label: zeitName(one),
            href: `${PATH}?zeit=${one}`,
            current: one === zeit,
          }))}
        />
        {zahlen.kontakte === 0 ? (
          <EmptyState action={<ButtonLink href={NEW}>Beratung erfassen</ButtonLink>}>
            In diesem Zeitraum haben Sie nichts erfasst.
          </EmptyState>
        ) : (
          <>
            <Figures label="Überblick">
              <Figure label="Kontakte" value={formatCount(zahlen.kontakte)} note="auch Fachanfragen" />
              <Figure label="Beratungen" value={formatCount(zahlen.beratungen)} note="ohne Fachanfragen" />
              <Figure label="mit Person" value={formatCount(zahlen.mitPerson)} note="der Beratungen" />
              <Figure label="mit Neuzuweisung" value={formatCount(zahlen.neuzuweisungen)} note="der Beratungen" />
            </Figures>
            <Halves>
              <div>
                <Zahlenverlauf titel="Beratungen je Monat" zeilen={monate} />
                <Zahlenbild titel="Sprachen" zeilen={sprachen} />
              </div>
              <Zahlenbild titel="Worum es ging" hinweis="Nennungen, mehrere je Beratung möglich." zeilen={themen} />
            </Halves>
          </>
        )}
      </Page>
    );
  },
});
