import { type Case, named } from "./auswahl-art.ts";

const neu = {
  form: () => "/rekonstruktionen/neu",
  action: () => "/rekonstruktionen",
  who: "office",
  more: () => ({ frage: "Warum dauerte es?" }),
} as const;
const station = {
  form: ({ ids }: { readonly ids: { readonly rekonstruktion: string } }) =>
    `/rekonstruktionen/${ids.rekonstruktion}/station`,
  action: ({ ids }: { readonly ids: { readonly rekonstruktion: string } }) =>
    `/rekonstruktionen/${ids.rekonstruktion}/station`,
  who: "office",
} as const;
const typed = { geschehen: "Die Schule verwies weiter.", bruch: "ja" };

/** What a reconstruction and its stations keep of lists. */
export const REKONSTRUKTION_CASES: readonly Case[] = [
  {
    column: "kim.rekonstruktion.altersgruppe",
    name: "altersgruppe",
    label: "Alter",
    ...named("altersgruppe"),
    ...neu,
  },
  {
    column: "kim.rekonstruktion.familienform",
    name: "familienform",
    label: "Familie",
    ...named("familienform"),
    ...neu,
  },
  {
    column: "kim.rekonstruktion.rechtskreis",
    name: "rechtskreis",
    label: "Rechtskreis",
    ...named("rechtskreis"),
    ...neu,
  },
  {
    column: "kim.rekonstruktion_station.handelnd_art",
    name: "handelnd_art",
    label: "Wer handelte?",
    ...named("netzwerkart"),
    ...station,
    more: () => ({ ...typed, bruchgruende: ["wartezeit"] }),
  },
  {
    column: "kim.rekonstruktion_bruch.bruchgrund",
    name: "bruchgruende",
    label: "Woran brach es?",
    ...named("bruchgrund"),
    ...station,
    more: () => ({ ...typed, handelnd_art: "behoerde" }),
  },
];
