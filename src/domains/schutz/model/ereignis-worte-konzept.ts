/** What happened to concepts, in words. */
export const KONZEPT_WORTE = {
  konzept: {
    angelegt: "Handlungskonzept begonnen",
    geaendert: "Entwurf eines Handlungskonzepts geändert",
    verworfen: "Entwurf eines Handlungskonzepts verworfen",
    kommentiert: "Entwurf eines Handlungskonzepts kommentiert",
    vorgeschlagen: "Text für ein Handlungskonzept vorgeschlagen",
    entschieden: "Über einen Textvorschlag entschieden",
    gruppe: "Gruppe eines Handlungskonzepts geändert",
    beschlossen: "Beschlossene Fassung eines Handlungskonzepts festgehalten",
    veroeffentlicht: "Ob ein Handlungskonzept veröffentlicht ist, geändert",
  },
};
