import type { FieldError } from "../../../platform/form.ts";
import { type BesprechungEingabe, ROWS, officeField } from "./besprechung.ts";

/** A consent that a conference may go by. `wer` and `name`: whose it is; `wem`: whom she may be named to. */
export type Angebot = {
  readonly id: string;
  readonly wer: string;
  readonly name: string;
  readonly wem: string;
};

const plain = (name: string): string => name.normalize("NFC").replace(/\s+/gu, " ").trim().toLowerCase();

/** Whether an office is that one, or somebody in it: "Kita Sonnenhut, Leitung". */
const isOf = (stelle: string, wem: string): boolean =>
  plain(stelle) === plain(wem) ||
  (plain(stelle).startsWith(plain(wem)) && /^ ?[,(:–]/u.test(plain(stelle).slice(plain(wem).length)));

const OHNE = "Oder beraten Sie ohne Namen: Nehmen Sie das Kreuz bei „namentlich“ weg.";

type Namentlich = Pick<BesprechungEingabe, "art" | "einwilligungen" | "kategorien"> & Readonly<Record<string, unknown>>;

/**
 * What is wrong with a conference by name: whoever is there hears of everybody who is named, so each of them needs a consent for each
 * of those who come from elsewhere. Whether a consent still holds is not asked here.
 * @param haus what one's own Träger is called
 */
export function namentlichProbleme(input: Namentlich, angebote: readonly Angebot[], haus: string): FieldError[] {
  const gewaehlt = angebote.filter(({ id }) => input.einwilligungen.includes(id));
  const bei = (field: string, ...messages: readonly string[]) => messages.map((message) => ({ field, message }));
  if (input.art !== "konferenz")
    return bei("art", `Eine Fallbesprechung nennt niemanden. Wählen Sie „Fallkonferenz“. ${OHNE}`);
  if (gewaehlt.length < input.einwilligungen.length)
    return bei("einwilligungen", `Eine der Einwilligungen gilt nicht mehr. Kreuzen Sie neu an. ${OHNE}`);
  if (gewaehlt.length === 0)
    return bei(
      "einwilligungen",
      angebote.length === 0
        ? `Noch hat niemand in eine Fallkonferenz eingewilligt. Bitten Sie die Person erst darum. ${OHNE}`
        : `Kreuzen Sie an, wer auf welche Einwilligung hin teilnimmt. ${OHNE}`,
    );
  return [
    ...bei("einwilligungen", ...luecken(gewaehlt).map((satz) => `${satz} ${OHNE}`)),
    ...(input.kategorien.includes("kontakt")
      ? []
      : bei("kategorien", "Kreuzen Sie an, worüber gesprochen wird; „Name und wie man Sie erreicht“ gehört dazu.")),
    ...ROWS.flatMap((row) => {
      const stelle = input[officeField(row)];
      if (typeof stelle !== "string" || stelle.trim() === "") return [];
      if ([haus, ...gewaehlt.map(({ wem }) => wem)].some((one) => isOf(stelle, one))) return [];
      return bei(
        officeField(row),
        `Für „${stelle.trim()}“ ist oben keine Einwilligung angekreuzt. Schreiben Sie die Stelle wie dort, oder bitten Sie die Person darum. ${OHNE}`,
      );
    }),
  ];
}

function luecken(gewaehlt: readonly Angebot[]): string[] {
  const personen = new Map(gewaehlt.map(({ wer, name }) => [wer, name]));
  const stellen = new Map(gewaehlt.map(({ wem }) => [plain(wem), wem]));
  return [...personen].flatMap(([wer, name]) =>
    [...stellen]
      .filter(([stelle]) => !gewaehlt.some((one) => one.wer === wer && plain(one.wem) === stelle))
      .map(
        ([, wem]) => `Für ${name} ist „${wem}“ nicht angekreuzt. Wer teilnimmt, hört von allen, die genannt werden.`,
      ),
  );
}
