import { Figure, Figures, formatChange, formatCount } from "../../../ui/index.ts";
import { DEFINITIONEN } from "../model/definitionen.ts";
import type { Kennzahlen } from "../model/kennzahlen.ts";
import type { Uebersicht } from "../queries/uebersicht.ts";

/** The figures that somebody looks for first. Contacts, consultations, persons and cases are four different ones. */
export function Ueberblick({ u }: { readonly u: Uebersicht }) {
  const { jetzt, davor, vzae, gezaehlt } = u;
  // A period before the first figures would make everything look like growth.
  const begun = gezaehlt !== undefined && gezaehlt.von <= davor.zeitraum.von;
  const change = (of: (k: Kennzahlen) => number): string =>
    u.laeuft ? "läuft noch" : begun ? formatChange(of(jetzt), of(davor)) : "davor nicht vollständig";
  const vacant = vzae.soll - vzae.ist;
  return (
    <Figures label="Überblick">
      <Figure
        label="Kontakte"
        value={formatCount(jetzt.kontakte)}
        note={change((k) => k.kontakte)}
        definition={DEFINITIONEN.kontakte}
      />
      <Figure
        label="Beratungen"
        value={formatCount(jetzt.beratungen)}
        note={change((k) => k.beratungen)}
        definition={DEFINITIONEN.beratungen}
      />
      <Figure
        label="Personen"
        value={jetzt.personen === null ? "–" : formatCount(jetzt.personen)}
        note={
          jetzt.personen === null
            ? "nicht für diesen Zeitraum"
            : davor.personen === null
              ? undefined
              : change((k) => k.personen ?? 0)
        }
        definition={DEFINITIONEN.personen}
      />
      <Figure label="Fälle" value="–" note="noch nicht geführt" definition={DEFINITIONEN.faelle} />
      <Figure
        label="Neuzuweisungen"
        value={formatCount(jetzt.neuzuweisungen)}
        note={change((k) => k.neuzuweisungen)}
        definition={DEFINITIONEN.neuzuweisungen}
      />
      <Figure
        label="VZÄ besetzt, Modul II"
        value={vzae.soll === 0 ? "–" : `${formatCount(vzae.ist / 100)} von ${formatCount(vzae.soll / 100)}`}
        note={
          vzae.soll === 0
            ? "keine Stelle genehmigt"
            : vacant > 0
              ? `${formatCount(vacant / 100)} vakant`
              : "voll besetzt"
        }
        definition={DEFINITIONEN.vzae}
      />
    </Figures>
  );
}
