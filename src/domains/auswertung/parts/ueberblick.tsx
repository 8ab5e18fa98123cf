import { Figure, Figures, formatCount } from "../../../ui/index.ts";
import { DEFINITIONEN } from "../model/definitionen.ts";
import type { Kennzahlen } from "../model/kennzahlen.ts";
import { etwas } from "../model/zelle.ts";
import type { Uebersicht } from "../queries/uebersicht.ts";
import { anteilText, veraenderung, zahlText } from "./zahl-text.ts";

type Props = { readonly u: Uebersicht };

/** The figures that somebody looks for first. Contacts, consultations, persons and cases are four different ones. */
export function Ueberblick({ u }: Props) {
  const { jetzt, vergleich } = u;
  const none = u.laeuft ? "bis heute" : "ohne Vergleich";
  const change = (of: (k: Kennzahlen) => Kennzahlen["kontakte"] | null): string => {
    const [now, before] = [of(jetzt), vergleich === undefined ? null : of(vergleich)];
    return now === null || before === null ? none : (veraenderung(now, before) ?? none);
  };
  const anteil = anteilText(jetzt.neuzuweisungen, jetzt.neuzuweisungGrundlage);
  const mitNamen = jetzt.merkmale.stufe["2"] ?? 0;
  return (
    <Figures label="Überblick">
      <Figure
        label="Kontakte"
        value={zahlText(jetzt.kontakte)}
        note={change((k) => k.kontakte)}
        definition={DEFINITIONEN.kontakte}
      />
      <Figure
        label="Beratungen"
        value={zahlText(jetzt.beratungen)}
        note={change((k) => k.beratungen)}
        definition={DEFINITIONEN.beratungen}
      />
      <Figure
        label="Personen"
        value={jetzt.personen === null ? "–" : zahlText(jetzt.personen)}
        note={
          jetzt.personen === null
            ? "nicht für diesen Zeitraum"
            : `${etwas(mitNamen) ? `in ${zahlText(mitNamen)} Beratungen mit Namen, ` : ""}${change((k) => k.personen)}`
        }
        definition={DEFINITIONEN.personen}
      />
      <Faelle u={u} />
      <Figure
        label="Beratungen mit Neuzugewiesenen"
        value={zahlText(jetzt.neuzuweisungen)}
        note={`${/\d/.test(anteil) ? `${anteil} von ${zahlText(jetzt.neuzuweisungGrundlage)}, ` : ""}${change((k) => k.neuzuweisungen)}`}
        definition={DEFINITIONEN.neuzuweisungen}
      />
      <Vzae u={u} />
    </Figures>
  );
}

/** Cases at the end of the period, and what came and went. */
function Faelle({ u: { jetzt } }: Props) {
  const f = jetzt.faelle;
  return (
    <Figure
      label="Fälle"
      value={f === null ? "–" : zahlText(f.faelle.ende)}
      note={
        f === null
          ? "nur für den Kreis und ganze Halbjahre"
          : `${zahlText(f.faelle.zugang)} dazu gekommen, ${zahlText(f.faelle.abgang)} beendet`
      }
      definition={DEFINITIONEN.faelle}
    />
  );
}

/** Posts of case management. None entered is not the same as none approved. */
function Vzae({ u: { vzae } }: Props) {
  const vacant = vzae.soll - vzae.ist;
  return (
    <Figure
      label="VZÄ besetzt, Modul II"
      value={vzae.soll === 0 ? "–" : `${formatCount(vzae.ist / 100)} von ${formatCount(vzae.soll / 100)}`}
      note={vzae.soll === 0 ? "keine Angaben" : vacant > 0 ? `${formatCount(vacant / 100)} vakant` : "voll besetzt"}
      definition={DEFINITIONEN.vzae}
    />
  );
}
