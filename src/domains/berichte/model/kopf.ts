import { z } from "zod";

/** The head of the paper as people fill it in; "" where nothing was said. `sitzung` is an ISO day or "". */
export const Kopf = z.object({
  /** Who writes, above the title: lines. Empty: the name of the Kreis. */
  briefkopf: z.string().default(""),
  gremium: z.string().default(""),
  sitzung: z.string().default(""),
  vorlage: z.string().default(""),
  amt: z.string().default(""),
  unterschrift: z.string().default(""),
});
export type Kopf = z.output<typeof Kopf>;

/** What a first paper of a Kreis starts with. */
export const LEERER_KOPF: Kopf = {
  briefkopf: "",
  gremium: "Ausschuss für Soziales und Integration",
  sitzung: "",
  vorlage: "",
  amt: "Kommunales Integrationszentrum",
  unterschrift: "",
};

export const TITEL = "Kommunales Integrationsmanagement (KIM) – Aktuelle Entwicklungen";

/** "des Ausschusses für Soziales und Integration"; undefined for a name whose genitive is not plain. */
function genitiv(gremium: string): string | undefined {
  const [first = "", ...rest] = gremium.split(" ");
  const ending = /ausschuss$/i.test(first) ? "es" : /(rat|tag)$/i.test(first) ? "s" : undefined;
  return ending === undefined ? undefined : ["des", `${first}${ending}`, ...rest].join(" ");
}

/** The sentence that sends the paper on its way; undefined where the body is not named. */
export function zurKenntnis({ gremium }: Kopf, sitzung: string): string | undefined {
  if (gremium === "") return undefined;
  const on = sitzung === "" ? "" : ` am ${sitzung}`;
  const whose = genitiv(gremium);
  return whose === undefined
    ? `Zur Sitzung${on} (${gremium}) mit der Bitte um Kenntnisnahme.`
    : `Zur Sitzung ${whose}${on} mit der Bitte um Kenntnisnahme.`;
}
