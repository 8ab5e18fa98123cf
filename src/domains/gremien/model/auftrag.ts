/** The way of an Auftrag, as one table. From each end it can be taken up again. */
export const STAENDE = {
  offen: "offen",
  in_arbeit: "in Arbeit",
  erledigt: "erledigt",
  entfallen: "entfallen",
} as const;

export type Stand = keyof typeof STAENDE;
export const STAND = ["offen", "in_arbeit", "erledigt", "entfallen"] as const;
export const ENDEN = ["erledigt", "entfallen"] as const satisfies readonly Stand[];
export const isEnde = (stand: Stand): boolean => ENDEN.some((one) => one === stand);

export type Uebergang = {
  readonly von: Stand;
  readonly nach: Stand;
  readonly verb: string;
  readonly notiz?: true;
};

export const UEBERGAENGE: readonly Uebergang[] = [
  { von: "offen", nach: "in_arbeit", verb: "Ist in Arbeit" },
  { von: "offen", nach: "erledigt", verb: "Ist erledigt" },
  { von: "in_arbeit", nach: "erledigt", verb: "Ist erledigt" },
  { von: "offen", nach: "entfallen", verb: "Entfällt", notiz: true },
  { von: "in_arbeit", nach: "entfallen", verb: "Entfällt", notiz: true },
  { von: "in_arbeit", nach: "offen", verb: "Ist doch noch offen" },
  { von: "erledigt", nach: "offen", verb: "Wieder öffnen", notiz: true },
  { von: "entfallen", nach: "offen", verb: "Wieder öffnen", notiz: true },
];

export const schritteAus = (stand: Stand): Uebergang[] => UEBERGAENGE.filter(({ von }) => von === stand);

export const uebergang = (von: Stand, nach: Stand): Uebergang | undefined =>
  UEBERGAENGE.find((one) => one.von === von && one.nach === nach);

/** Whether it is late: still open after its day. @param heute ISO */
export const istUeberfaellig = (a: { readonly stand: Stand; readonly faelligAm: string }, heute: string): boolean =>
  !isEnde(a.stand) && a.faelligAm < heute;
