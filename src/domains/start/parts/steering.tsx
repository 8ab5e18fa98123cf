import type { Visit } from "../../../platform/access.ts";
import { may } from "../../../platform/actor.ts";
import { today } from "../../../platform/clock.ts";
import { readAs } from "../../../platform/db.ts";
import { Actions, ButtonLink, Card, formatCount } from "../../../ui/index.ts";
import {
  type Zelle,
  etwas,
  genannte,
  halbjahrAm,
  istGenannt,
  kennzahlen,
  zeitraumName,
} from "../../auswertung/index.ts";

const PLACES = [
  { recht: "auswertung.traeger_lesen", href: "/auswertung", label: "Auswertung ansehen" },
  { recht: "bericht.lesen", href: "/berichte", label: "Berichte ansehen" },
  { recht: "stelle.lesen", href: "/stellen", label: "Stellenplan ansehen" },
] as const;

/** Whether somebody has a place in steering at all. */
export const steers = ({ actor }: Visit): boolean => PLACES.some(({ recht }) => may(actor, recht));

/** The running half-year in one sentence, and the places of steering that this person may go to. */
export async function Steering({ visit }: { readonly visit: Visit }) {
  const { actor } = visit;
  const places = PLACES.filter(({ recht }) => may(actor, recht));
  return (
    <Card title="Steuerung">
      {may(actor, "auswertung.traeger_lesen") ? <HalfYear visit={visit} /> : null}
      <Actions>
        {places.map(({ href, label }) => (
          <ButtonLink kind="secondary" small href={href}>
            {label}
          </ButtonLink>
        ))}
      </Actions>
    </Card>
  );
}

/** In a sentence: what is not told is at least one. */
const told = (z: Zelle): string => (istGenannt(z) ? formatCount(z) : "einzelne");

async function HalfYear({ visit: { actor } }: { readonly visit: Visit }) {
  const zeitraum = halbjahrAm(today());
  const traegerId = may(actor, "auswertung.kreis_lesen") ? undefined : actor.traegerId;
  const k = await readAs(actor, async (tx) =>
    traegerId === undefined
      ? (await genannte(tx, [zeitraum])).kennzahlen[0]
      : kennzahlen(tx, { ...zeitraum, traegerId }),
  );
  if (k === undefined) return null;
  const wo = traegerId === undefined ? "im Kreis" : "bei Ihrem Träger";
  return (
    <p>
      {zeitraumName(zeitraum)} bis heute {wo}: {told(k.beratungen)} {k.beratungen === 1 ? "Beratung" : "Beratungen"},
      davon {told(k.neuzuweisungen)} mit Neuzugewiesenen
      {etwas(k.nichtZugeordnet) ? `; ${told(k.nichtZugeordnet)} Nennungen sind keinem Thema zugeordnet` : ""}.
    </p>
  );
}
