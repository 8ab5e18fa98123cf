import { ButtonLink, Card, Entered, Status } from "../../../ui/index.ts";
import { type Eintrag, eintragPath, eintragStand, eintragText, spanneText } from "../../termine/index.ts";

/** Today's calendar, hour by hour. */
export const Heute = ({ eintraege }: { readonly eintraege: readonly Eintrag[] }) => (
  <Card
    title="Heute"
    action={
      <ButtonLink kind="secondary" small href="/termine">
        Woche
      </ButtonLink>
    }
  >
    {eintraege.length === 0 ? (
      <p>Heute steht nichts im Kalender.</p>
    ) : (
      <ul class="plain-list">
        {eintraege.map((eintrag) => (
          <li>
            <a href={eintragPath(eintrag)}>
              {spanneText(eintrag.beginn, eintrag.ende)}: <Entered>{eintragText(eintrag)}</Entered>
            </a>
            {eintrag.stand === "geplant" ? null : <Status kind="info">{eintragStand(eintrag)}</Status>}
          </li>
        ))}
      </ul>
    )}
  </Card>
);
